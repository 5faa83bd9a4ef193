// Decisions read what is known and believed, never the truth: the compiler says so, and this file is compiled.

import { expect, expectTypeOf, test } from "vitest";
import { customer } from "../../agents/customer.js";
import { type Decision, decides, type KnownWorld, known, knownLinks } from "../../agents/known.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import { links } from "../../engine/network/network.js";
import { step } from "../../engine/schedule/simulate.js";
import { snapshot } from "../../engine/world/copy.js";
import { columns, type World } from "../../engine/world/world.js";
import { worldOf } from "../agents/worlds.js";

/** Each line that expects an error would itself be an error if the truth could be read there. */
const wouldRead = (world: KnownWorld) => {
	const maker = known(world, manufacturer);
	const edges = knownLinks(world, supply);
	const owner = known(world, customer);
	return [
		// @ts-expect-error the true stock
		maker.finished,
		// @ts-expect-error work in progress by the tick it ends, which the late release hides
		maker.making,
		// @ts-expect-error who is at work
		maker.availability,
		// @ts-expect-error what was lost
		maker.lostNow,
		// @ts-expect-error the truth of the last ticks, before it has been sent
		maker.pastStock,
		// @ts-expect-error the true component stock
		edges.components,
		// @ts-expect-error what was lost of it
		edges.lost,
		// @ts-expect-error the wear of a machine
		owner.age,
		// @ts-expect-error the age at which it will fail
		owner.failsAt,
		// @ts-expect-error columns take a world, not what is known of it
		columns(world, manufacturer),
		// @ts-expect-error links likewise
		links(world, supply),
		// @ts-expect-error and there is no way to the bytes
		world.buffer,
		// @ts-expect-error nor to the views
		world.columns,
		// @ts-expect-error nor a copy of them
		snapshot(world),
		// @ts-expect-error nor a tick of the whole world
		step(world, { phases: [] }),
	];
};

test("what is known is there, with its types", () => {
	expect(wouldRead).toBeTypeOf("function");
	const reads: Decision = (world, from, to) => {
		const { believed, believedVariance, cash, price } = known(world, manufacturer);
		const { onOrder, believed: components, targets } = knownLinks(world, supply);
		expectTypeOf(believed).toEqualTypeOf<Float64Array>();
		expectTypeOf(onOrder).toEqualTypeOf<Int32Array>();
		expectTypeOf(targets).toEqualTypeOf<Uint32Array>();
		for (const column of [believed, believedVariance, cash, price]) expect(column).toHaveLength(to - from);
		expect(components.length).toBe(onOrder.length);
	};
	const world = worldOf("bulldozer", ["customers.owners=100"]);
	decides(reads)(world, 0, world.rows.manufacturer, 0);
	expect.assertions(6);
});

test("a world is more than what is known of it: a step of the truth cannot pass as a decision", () => {
	const truth = (world: World, from: number) => columns(world, manufacturer).finished[from];
	// @ts-expect-error it asks for the whole world
	const decision: Decision = truth;
	expect(decision).toBe(truth);
});
