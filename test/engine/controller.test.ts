// A controller: what it does is done between ticks, logged, and no more than changes that could have come from outside.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Controller } from "../../engine/schedule/controller.js";
import { run } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import { columns } from "../../engine/world/world.js";
import { frog, smallPond as parameters, pondLife } from "./pond.js";

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
