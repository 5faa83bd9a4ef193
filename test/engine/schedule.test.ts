// A run depends on its parameters and its seed alone: not on how rows are divided, nor on where it was saved.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulate } from "../../engine/experiment/simulate.js";
import type { Step } from "../../engine/schedule/model.js";
import { run, step } from "../../engine/schedule/simulate.js";
import { fork, restore, snapshot } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import { columns, tickOf, type World } from "../../engine/world/world.js";
import { dividedStep, randomDivision } from "./divisions.js";
import { frog, type PondParameters, pond, pondLife } from "./pond.js";
import { linkLists } from "./worlds.js";

const lives: fc.Arbitrary<PondParameters> = fc
	.tuple(fc.nat(12), fc.nat(6))
	.chain(([frogs, ponds]) =>
		fc
			.tuple(linkLists(frogs, ponds, 30), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 4 }))
			.map(([lists, rain, memory]) => ({ frogs, ponds, ...lists, rain, memory })),
	);
const lively = lives.filter(({ frogs }) => frogs > 0);
const seeds = fc.string();
const ticks = fc.integer({ min: 1, max: 12 });

const go = (world: World, count: number) => {
	for (let t = 0; t < count; t++) step(world, pondLife);
	return world;
};
const straightOn = (parameters: PondParameters, seed: string, count: number) =>
	hash(run({ model: pondLife, parameters, seed, ticks: count }).world);

describe("a run", () => {
	test("gives the same hash and the same recording twice", async () => {
		await fc.assert(
			fc.asyncProperty(lives, seeds, ticks, async (parameters, seed, count) => {
				const once = await simulate({ model: pondLife, parameters, seed, ticks: count });
				const twice = await simulate({ model: pondLife, parameters, seed, ticks: count });
				expect(twice).toEqual(once);
				expect(once.hash).toBe(straightOn(parameters, seed, count));
				expect(once.recording.ticks).toBe(count);
			}),
		);
	});

	test("of another seed gives another hash", () => {
		fc.assert(
			fc.property(lively, seeds, seeds, ticks, (parameters, one, other, count) => {
				fc.pre(one !== other);
				expect(straightOn(parameters, one, count)).not.toBe(straightOn(parameters, other, count));
			}),
		);
	});

	test("leaves the parameters as they were, and tells of every tick", () => {
		fc.assert(
			fc.property(lives, seeds, ticks, (parameters, seed, count) => {
				const before = structuredClone(parameters);
				const told: number[] = [];
				const { world } = run({
					model: pondLife,
					parameters,
					seed,
					ticks: count,
					onTick: (done) => told.push(done),
				});
				expect(parameters).toEqual(before);
				expect(told).toEqual(Array.from({ length: count }, (_, t) => t + 1));
				expect(tickOf(world)).toBe(count);
			}),
		);
	});

	test("of ticks that are no count is refused", async () => {
		const parameters = { frogs: 1, ponds: 1, sources: [], targets: [], rain: 1, memory: 1 };
		for (const bad of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 22 + 1]) {
			const options = { model: pondLife, parameters, seed: "", ticks: bad };
			expect(() => run(options)).toThrow(RangeError);
			await expect(simulate(options)).rejects.toThrow(
				`ticks must be a whole number from 1 to 4194304, not ${bad}`,
			);
		}
	});
});

describe("going on", () => {
	test("from a block saved in mid-run is going straight on", () => {
		fc.assert(
			fc.property(lives, seeds, ticks, ticks, (parameters, seed, before, after) => {
				const bytes = snapshot(go(pondLife.build(parameters, seed), before));
				expect(hash(go(restore(bytes), after))).toBe(straightOn(parameters, seed, before + after));
			}),
		);
	});

	test("as a fork is going straight on, and the fork leaves no trace in its original", () => {
		fc.assert(
			fc.property(lives, seeds, ticks, ticks, (parameters, seed, before, after) => {
				const world = go(pondLife.build(parameters, seed), before);
				const branch = fork(world);
				const whatIf = fork(world, { key: [1, 2] });
				go(whatIf, after);
				const straight = straightOn(parameters, seed, before + after);
				expect(hash(go(branch, after))).toBe(straight);
				expect(hash(go(world, after))).toBe(straight);
			}),
		);
	});

	test("after a rewind to kept copies is what it was, in the same columns", () => {
		fc.assert(
			fc.property(lives, seeds, ticks, fc.array(fc.nat(12)), (parameters, seed, count, moments) => {
				const world = pondLife.build(parameters, seed);
				const { weight } = columns(world, frog);
				const kept = [fork(world)];
				for (let t = 0; t < count; t++) kept.push(fork(go(world, 1)));
				const first = kept.map((moment) => hash(moment));
				const end = [...weight];
				for (const moment of [...moments.map((m) => m % (count + 1)), 0]) {
					fork(kept[moment], { into: world });
					expect(tickOf(world)).toBe(moment);
					for (let t = moment; t < count; t++) {
						expect(hash(world)).toBe(first[t]);
						go(world, 1);
					}
					expect(hash(world)).toBe(first[count]);
					expect([...weight]).toEqual(end);
				}
			}),
		);
	});

	test("under another key goes elsewhere", () => {
		fc.assert(
			fc.property(lively, seeds, ticks, (parameters, seed, before) => {
				const world = go(pondLife.build(parameters, seed), before);
				const branch = fork(world, { key: [1, 2] });
				expect(hash(branch)).toBe(hash(world));
				expect(hash(go(branch, 1))).not.toBe(hash(go(world, 1)));
			}),
		);
	});
});

describe("any division of the rows into ranges, in any order, gives the same hash", () => {
	test("of phases, all steps of a phase on one range before the next", () => {
		fc.assert(
			fc.property(lives, seeds, ticks, fc.integer(), (parameters, seed, count, salt) => {
				const world = pondLife.build(parameters, seed);
				const divide = randomDivision(salt);
				for (let t = 0; t < count; t++) dividedStep(world, pondLife.phases, divide);
				expect(hash(world)).toBe(straightOn(parameters, seed, count));
			}),
			{ numRuns: 300 },
		);
	});

	test("of single steps, each over all its ranges before the next step", () => {
		const single = pondLife.phases.flatMap((phase) => phase.steps.map((one) => ({ ...phase, steps: [one] })));
		fc.assert(
			fc.property(lives, seeds, ticks, fc.integer(), (parameters, seed, count, salt) => {
				const world = pondLife.build(parameters, seed);
				const divide = randomDivision(salt);
				for (let t = 0; t < count; t++) dividedStep(world, single, divide);
				expect(hash(world)).toBe(straightOn(parameters, seed, count));
			}),
		);
	});

	/** Whether 200 random divisions of a step over 8 frogs all give what one range gives. */
	function holds(steps: readonly Step[]): boolean {
		const parameters = { frogs: 8, ponds: 1, sources: [], targets: [], rain: 1, memory: 1 };
		const phases = [{ name: "wrong", over: frog.name, steps }];
		const start = go(pondLife.build(parameters, "start"), 3);
		const whole = fork(start);
		dividedStep(whole, phases, (rows) => [[0, rows]]);
		return Array.from({ length: 200 }, (_, salt) => {
			const world = fork(start);
			dividedStep(world, phases, randomDivision(salt));
			return hash(world) === hash(whole);
		}).every(Boolean);
	}

	test("which a step breaks that adds real numbers to others, reads a neighbor, or knows its range", () => {
		const addsReals: Step = (world, from, to) => {
			const { flies } = columns(world, pond);
			const { weight } = columns(world, frog);
			for (let i = from; i < to; i++) flies[0] += weight[i];
		};
		const readsNeighbor: Step = (world, from, to) => {
			const { weight } = columns(world, frog);
			for (let i = Math.max(1, from); i < to; i++) weight[i] = weight[i - 1] / 2 + i;
		};
		const knowsRange: Step = (world, from, to) => {
			const { hops } = columns(world, frog);
			for (let i = from; i < to; i++) hops[i] = to;
		};
		const ownRow: Step = (world, from, to) => {
			const { weight } = columns(world, frog);
			for (let i = from; i < to; i++) weight[i] = weight[i] / 2 + i;
		};
		for (const wrong of [addsReals, readsNeighbor, knowsRange]) expect(holds([wrong])).toBe(false);
		expect(holds([ownRow])).toBe(true);
	});
});
