// Diffusion: the published number of adopters; scan, push and hand-written loops leave what the definition does, tick by tick.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../engine/experiment/simulate.js";
import { uniform } from "../../engine/random/continuous.js";
import { keyFromText } from "../../engine/random/seed.js";
import { purpose, streamKey, word } from "../../engine/random/stream.js";
import { seriesOf, valuesOf } from "../../engine/record/recording.js";
import { run, step } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import { diffusion } from "../../scenarios/examples/diffusion.js";
import { diffusionPush } from "../../scenarios/examples/diffusion-push.js";
import { randomNeighbors } from "../../scenarios/examples/random-neighbors.js";
import { pushLoop } from "../../scenarios/examples/yardsticks/diffusion-push.js";
import { scanLoop } from "../../scenarios/examples/yardsticks/diffusion-scan.js";
import { dividedStep, randomDivision } from "../engine/divisions.js";

const models = [diffusion, diffusionPush];
const NEVER = 0x7fffffff;

/** Who adopts when: a non-adopter with probability .001 + .2 · (share of its neighbors that had adopted before the tick). */
function asDefined(people: number, ticks: number, seed: string): Int32Array {
	const { targets } = randomNeighbors(people, 10);
	const stream = streamKey(...keyFromText(seed), purpose("adoption"));
	const adoptedAt = new Int32Array(people).fill(NEVER);
	for (let t = 0; t < ticks; t++)
		for (let i = 0; i < people; i++) {
			if (adoptedAt[i] !== NEVER) continue;
			let adopters = 0;
			for (let e = 10 * i; e < 10 * i + 10; e++) if (adoptedAt[targets[e]] < t) adopters++;
			if (uniform(word(stream, i, t, 0)) < 0.001 + (0.2 * adopters) / 10) adoptedAt[i] = t;
		}
	return adoptedAt;
}

const runs = fc.record({
	people: fc.oneof(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 1000, max: 2200 })),
	ticks: fc.integer({ min: 1, max: 60 }),
	seed: fc.string(),
});

describe("diffusion", () => {
	it.each(models)("of 200,000 people, 101,052 ± 4,600 have adopted after tick 30: $name", (model) => {
		const { recording } = run({ model, parameters: { people: 200_000 }, seed: "fractwin", ticks: 31 });
		const adopters = valuesOf(seriesOf(recording, "adopters"));
		expect(Math.abs(adopters[29] - 101_052)).toBeLessThan(4600);
		for (let t = 1; t < adopters.length; t++) expect(adopters[t]).toBeGreaterThanOrEqual(adopters[t - 1]);
	});

	it("everyone adopts when the definition says, in both models and both loops, and is counted", () => {
		fc.assert(
			fc.property(runs, ({ people, ticks, seed }) => {
				const expected = asDefined(people, ticks, seed);
				for (const model of models) {
					const { world, recording } = run({ model, parameters: { people }, seed, ticks });
					expect(world.columns.person.adoptedAt).toEqual(expected);
					const counts = valuesOf(seriesOf(recording, "adopters"));
					counts.forEach((count, t) => {
						expect(count).toBe(expected.filter((at) => at <= t).length);
					});
				}
				expect(scanLoop(people, ticks, seed).run()).toEqual(expected);
				expect(pushLoop(people, ticks, seed).run()).toEqual(expected);
			}),
			{ numRuns: 40 },
		);
	});

	it("scan and push have the same state after every tick, and all their bits whatever the ranges", () => {
		fc.assert(
			fc.property(runs, fc.integer(), ({ people, ticks, seed }, salt) => {
				const divide = randomDivision(salt);
				const whole = models.map((model) => model.build({ people }, seed));
				const divided = models.map((model) => model.build({ people }, seed));
				for (let t = 0; t < ticks; t++) {
					models.forEach((model, m) => {
						step(whole[m], model);
						dividedStep(divided[m], model.phases, divide);
						expect(hash(divided[m])).toBe(hash(whole[m]));
					});
					expect(hash(whole[1], ["state"])).toBe(hash(whole[0], ["state"]));
				}
			}),
			{ numRuns: 40 },
		);
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
