// Options: wished for, and mounted.

import { links } from "../../engine/network/network.js";
import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { manufacturer, supply } from "../manufacturer.js";

export const options: Metric = {
	name: "options",
	unit: "units/tick",
	about: "options that buyers of the units released wish for, and those that were mounted",
	over: manufacturer.name,
	labels: ["wished", "mounted"],
	observe(world, from, to, _tick, out) {
		const { closed } = columns(world, manufacturer);
		const { offsets, share, quantity, wished, used } = links(world, supply);
		for (let i = from; i < to; i++) {
			if (closed[i] === 1) continue;
			for (let e = offsets[i]; e < offsets[i + 1]; e++) {
				if (share[e] === 1) continue;
				out[0] = out[0] + wished[e];
				out[1] = out[1] + used[e] / quantity[e];
			}
		}
	},
};
