// Interventions: carried out before their tick, in the order given, whatever their order in the list.

import fc from "fast-check";
import { expect, test } from "vitest";
import { agendaOf, intervene } from "../../engine/schedule/intervention.js";
import { run } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import { columns } from "../../engine/world/world.js";
import { frog, smallPond as parameters, pondLife } from "./pond.js";

const spec = { model: pondLife, parameters, seed: "spring", ticks: 12 };
const element = fc.record({
	tick: fc.nat(11),
	target: fc.constantFrom("frog.weight", "frog.weight[0]", "frog.weight[4]", "frog.hops", "pond.flies[1]"),
	value: fc.integer({ min: 0, max: 90 }),
});

test("of different ticks may be listed in any order", () => {
	fc.assert(
		fc.property(fc.array(element), (interventions) => {
			const inOrder = [...interventions].sort((a, b) => a.tick - b.tick);
			expect(hash(run({ ...spec, interventions }).world)).toBe(
				hash(run({ ...spec, interventions: inOrder }).world),
			);
		}),
	);
});

test("of one tick follow each other: the last one stands", () => {
	const { world } = run({ ...spec, ticks: 1 });
	const agenda = agendaOf([
		{ tick: 3, target: "frog.weight[2]", value: 7 },
		{ tick: 3, target: "frog.weight", value: 5 },
		{ tick: 3, target: "frog.weight[1]", value: 6 },
		{ tick: 4, target: "frog.weight", value: 1 },
	]);
	intervene(world, agenda, 2);
	expect(columns(world, frog).weight).not.toContain(5);
	intervene(world, agenda, 3);
	expect([...columns(world, frog).weight]).toEqual([5, 6, 5, 5, 5]);
});

test("after the last tick do nothing", () => {
	const late = { tick: 12, target: "frog.weight", value: 1 };
	expect(hash(run({ ...spec, interventions: [late] }).world)).toBe(hash(run(spec).world));
});
