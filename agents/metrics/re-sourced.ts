// Contracts that move.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { manufacturer } from "../manufacturer.js";

export const reSourced: Metric = {
	name: "reSourced",
	unit: "contracts/tick",
	about: "contracts that buyers moved to another source in the tick, 0 to the number of contracts",
	over: manufacturer.name,
	after: "plan work",
	observe(world, from, to, _tick, out) {
		const { reSourced: moved } = columns(world, manufacturer);
		for (let i = from; i < to; i++) out[0] += moved[i];
	},
};
