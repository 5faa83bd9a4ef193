// A step in two forms, for tests: a kernel on the world's memory, and its twin.

import { worldKernel } from "../../engine/kernels/kernel.js";
import type { Step } from "../../engine/schedule/model.js";
import { agentKind, column } from "../../engine/world/kind.js";
import { columns, type World } from "../../engine/world/world.js";
import { code } from "./pair.wasm.js";

export const rower = agentKind("rower", {
	open: { visits: column("i32", "1", "so far"), weight: column("f64", "kg", "of it") },
});

export const compiled = worldKernel<{
	visit(visits: number, weight: number, from: number, to: number, pull: number): void;
}>(code);

export const twin: Step = (world, from, to, tick) => {
	const { visits, weight } = columns(world, rower);
	for (let i = from; i < to; i++) {
		visits[i] += 1;
		weight[i] = (weight[i] + tick / 3) / 2;
	}
};

export const visit: Step = (world: World, from, to, tick) => {
	const { visits, weight } = columns(world, rower);
	const kernel = compiled(world);
	if (kernel) kernel.visit(visits.byteOffset, weight.byteOffset, from, to, tick / 3);
	else twin(world, from, to, tick);
};
