// The beer games: the published ratios, and the same bits compiled or not, divided or not, and by a hand-written loop.

import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { run, step } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import type { World } from "../../engine/world/world.js";
import { beer } from "../../scenarios/examples/beer.js";
import { beerLoop } from "../../scenarios/examples/yardsticks/beer.js";
import { dividedStep, randomDivision } from "../engine/divisions.js";

afterEach(() => {
	vi.unstubAllGlobals();
});

/** A world in memory where compiled code cannot work. */
function plainWorld(chains: number, seed: string): World {
	vi.stubGlobal("WebAssembly", undefined);
	const world = beer.build({ chains }, seed);
	vi.unstubAllGlobals();
	expect(world.memory).toBeUndefined();
	return world;
}

const games = fc.record({
	chains: fc.integer({ min: 1, max: 60 }),
	seed: fc.string(),
	ticks: fc.integer({ min: 1, max: 70 }),
});
const played = (world: World, ticks: number) => {
	for (let t = 0; t < ticks; t++) step(world, beer);
	return world;
};

describe("beer", () => {
	it("bullwhip per echelon is 3.867, 15.466, 44.17, 94.34, each within 1 %", () => {
		const parameters = { chains: 5000 };
		const { recording, world } = run({ model: beer, parameters, seed: "fractwin", ticks: 200 });
		const found = beer.outcomes?.(recording, parameters, world).map(({ value }) => value) ?? [];
		[3.867, 15.466, 44.17, 94.34].forEach((expected, k) => {
			expect(Math.abs(found[k] / expected - 1)).toBeLessThan(0.01);
		});
	});

	it("leaves the same bits compiled and in TypeScript", () => {
		fc.assert(
			fc.property(games, ({ chains, seed, ticks }) => {
				const compiled = played(beer.build({ chains }, seed), ticks);
				expect(compiled.memory).toBeDefined();
				expect(hash(compiled)).toBe(hash(played(plainWorld(chains, seed), ticks)));
			}),
		);
	});

	it("leaves the same bits for any division of its rows", () => {
		fc.assert(
			fc.property(games, fc.integer(), ({ chains, seed, ticks }, salt) => {
				const world = beer.build({ chains }, seed);
				const divide = randomDivision(salt);
				for (let t = 0; t < ticks; t++) dividedStep(world, beer.phases, divide);
				expect(hash(world)).toBe(hash(played(beer.build({ chains }, seed), ticks)));
			}),
		);
	});

	it("leaves the net stocks of the hand-written loop, bit for bit", () => {
		fc.assert(
			fc.property(games, ({ chains, seed, ticks }) => {
				const { net } = played(beer.build({ chains }, seed), ticks).columns.player as { net: Float64Array };
				expect(net.subarray(chains)).toEqual(beerLoop(chains, ticks, seed).run());
			}),
		);
	});

	it("recorded for fewer ticks is the beginning of a longer run", () => {
		const [short, long] = [20, 40].map(
			(ticks) => run({ model: beer, parameters: { chains: 3 }, seed: "a", ticks }).recording.series[0].values,
		);
		expect(long.subarray(0, short.length)).toEqual(short);
	});

	it("conserves: what a firm owes is what its buyer waits for", () => {
		const chains = 10;
		const world = played(beer.build({ chains }, "a"), 100);
		const own = world.columns.player as Record<string, Float64Array>;
		// On order = owed by the upstream firm + shipped and under way + ordered and not yet read.
		for (let i = chains; i < 4 * chains; i++) {
			const upstream = i + chains;
			const owed = Math.max(0, -own.net[upstream]);
			const underWay = own.shipment3[upstream] + own.shipment2[upstream];
			const unread = own.order3[i];
			expect(own.position[i] - own.net[i]).toBeCloseTo(owed + underWay + unread, 6);
		}
	});
});
