// A controller: what it does is done between ticks, logged, and no more than changes that could have come from outside.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openPool } from "../../engine/experiment/pool.js";
import { replicationSeed } from "../../engine/experiment/run-spec.js";
import type { Controller } from "../../engine/schedule/controller.js";
import { run, step } from "../../engine/schedule/simulate.js";
import { fork } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import { columns, type World } from "../../engine/world/world.js";
import { spawnThread } from "../../scenarios/entry-node/threads.js";
import { frog, smallPond as parameters, pondLife, rehearsingPond } from "./pond.js";

const spec = { parameters, seed: "spring", ticks: 12 };
const controlled = (controller: Controller) => ({ ...pondLife, controller: () => controller });

test("is asked before every tick, the first too, after what comes from outside", () => {
	const asked: number[] = [];
	const seen: number[] = [];
	const model = controlled((world, tick) => {
		asked.push(tick);
		seen.push(columns(world, frog).weight[0] as number);
		return [];
	});
	run({ ...spec, model, interventions: [{ tick: 3, target: "frog.weight[0]", value: 77 }] });
	expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
	expect(seen[3]).toBe(77);
});

test("sees what was recorded of the ticks done", () => {
	const model = controlled((_, tick, recording) => {
		for (const { values, labels } of recording.series)
			expect(values.subarray(tick * labels.length).every((value) => value === 0)).toBe(true);
		return [];
	});
	run({ ...spec, model });
});

test("gives a run that is its spec and its log", () => {
	const action = fc.record({
		every: fc.integer({ min: 1, max: 5 }),
		target: fc.constantFrom("frog.weight", "frog.weight[3]", "frog.hops", "pond.flies[1]"),
		more: fc.integer({ min: 0, max: 9 }),
	});
	fc.assert(
		fc.property(fc.array(action, { minLength: 1 }), (actions) => {
			const model = controlled((world, tick) =>
				actions.flatMap(({ every, target, more }) =>
					tick % every === 0 ? [{ target, value: more + columns(world, frog).hops[0] }] : [],
				),
			);
			const { world, interventions, recording } = run({ ...spec, model });
			const again = run({ ...spec, model: pondLife, interventions });
			expect(hash(again.world)).toBe(hash(world));
			expect(again.recording).toEqual(recording);
			expect(again.interventions).toEqual([]);
		}),
	);
});

test("is refused what the world cannot take", () => {
	const model = controlled(() => [{ target: "frog.wings", value: 1 }]);
	expect(() => run({ ...spec, model })).toThrow('the world has no "frog.wings"');
});

describe("a controller that rehearses", () => {
	const many = {
		...{ frogs: 900, ponds: 300, rain: 9, memory: 1 },
		sources: Array.from({ length: 900 }, (_, i) => i),
		targets: Array.from({ length: 900 }, (_, i) => i % 300),
	};
	const rehearsing = {
		parameters: many,
		seed: replicationSeed("spring", 0),
		ticks: 12,
		model: rehearsingPond,
	};
	const alone = run(rehearsing);

	test("sees what a copy of the world comes to, and which one failed", () => {
		const world = pondLife.build(many, rehearsing.seed);
		const foreseen = (copy: World) => {
			for (let k = 0; k < 4; k++) step(copy, pondLife);
			return columns(copy, frog).hops.reduce((sum, n) => sum + n, 0);
		};
		const expected = Array.from({ length: 12 }, (_, tick) => {
			const value = tick % 3 === 2 ? -1 : foreseen(fork(world));
			columns(world, frog).weight[0] = value;
			step(world, pondLife);
			return { tick, target: "frog.weight[0]", value };
		});
		expect(alone.interventions).toEqual(expected);
		expect(hash(alone.world)).toBe(hash(world));
	});

	test.each([1, 2, 3])("does the same with %i threads", async (members) => {
		const pool = openPool({ spawn: () => spawnThread(rehearsingPond.entry?.href ?? ""), lanes: [members] });
		try {
			const spec = {
				parameters: many,
				seed: "spring",
				replication: 0,
				ticks: 12,
				model: rehearsingPond.name,
			};
			const found = await pool.run(spec);
			expect(found.hash).toBe(hash(alone.world));
			expect(found.interventions).toEqual(alone.interventions);
		} finally {
			await pool.close();
		}
	});
});
