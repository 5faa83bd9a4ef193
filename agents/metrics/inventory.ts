// Finished stock and what leaves it, at cost.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { manufacturer } from "../manufacturer.js";

export const inventory: Metric = {
	name: "inventory",
	unit: "$, $/tick",
	about: "finished stock of all makers at their unit cost; what they shipped, at the same",
	over: manufacturer.name,
	after: "settle",
	labels: ["stock", "sold"],
	divisor: 100,
	observe(world, from, to, _tick, out) {
		const { finished, shipped, unitCost } = columns(world, manufacturer);
		for (let i = from; i < to; i++) {
			out[0] = out[0] + finished[i] * unitCost[i];
			out[1] = out[1] + shipped[i] * unitCost[i];
		}
	},
};
