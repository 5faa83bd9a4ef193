// The two shortest models of the engine find what other frameworks' runs of them find.

import { describe, expect, it } from "vitest";
import { simulate } from "../../engine/experiment/simulate.js";
import { seriesOf, valuesOf } from "../../engine/record/recording.js";
import { run } from "../../engine/schedule/simulate.js";
import { beer } from "../../scenarios/examples/beer.js";
import { diffusion } from "../../scenarios/examples/diffusion.js";
import { randomNeighbors } from "../../scenarios/examples/random-neighbors.js";

describe("diffusion", () => {
	it("of 200,000 people, 101,052 ± 4,600 have adopted after tick 30", () => {
		const { recording } = run({
			model: diffusion,
			parameters: { people: 200_000 },
			seed: "fractwin",
			ticks: 31,
		});
		const adopters = valuesOf(seriesOf(recording, "adopters"));
		expect(Math.abs(adopters[29] - 101_052)).toBeLessThan(4600);
		for (let t = 1; t < adopters.length; t++) expect(adopters[t]).toBeGreaterThanOrEqual(adopters[t - 1]);
	});

	it("runs the same without its metric, and records nothing", async () => {
		const { metrics: _, ...bare } = diffusion;
		const run = { parameters: { people: 500 }, seed: "a", ticks: 30 };
		const watched = await simulate({ model: diffusion, ...run });
		const unwatched = await simulate({ model: bare, ...run });
		expect(unwatched.hash).toBe(watched.hash);
		expect(unwatched.recording.series).toEqual([]);
	});

	it("everyone has ten neighbors, none of them themselves", () => {
		const { sources, targets } = randomNeighbors(50, 10);
		for (let e = 0; e < 500; e++) {
			expect(sources[e]).toBe(Math.floor(e / 10));
			expect(targets[e]).not.toBe(sources[e]);
			expect(targets[e]).toBeLessThan(50);
		}
		// By hand: 1664525 · 12345 + 1013904223 mod 2³² = 87628868, of which 50/2³² is 1.02.
		expect(targets[0]).toBe(1);
	});
});

describe("a run", () => {
	it("a shorter one is the beginning of a longer one", async () => {
		const short = await simulate({ model: beer, parameters: { chains: 3 }, seed: "a", ticks: 20 });
		const long = await simulate({ model: beer, parameters: { chains: 3 }, seed: "a", ticks: 40 });
		const head = long.recording.series[0].values.subarray(0, short.recording.series[0].values.length);
		expect([...head]).toEqual([...short.recording.series[0].values]);
	});
});
