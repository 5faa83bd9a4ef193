// How unequal makers are at the end.

import { columns } from "../../../engine/world/world.js";
import { manufacturer } from "../../manufacturer.js";
import type { OutcomeMetric } from "../outcome-metric.js";

/** G = Σ (2k − n − 1) x_(k) / (n Σ x), x ascending, k from 1 (Gini 1912): 0 all equal, (n − 1)/n one has all. */
export const gini: OutcomeMetric = {
	name: "gini",
	unit: "0..1",
	range: "0..1",
	about: "Gini coefficient of manufacturers' revenue in the last window of the run",
	of({ world }) {
		const sizes = columns(world, manufacturer).revenueSum.toSorted();
		const n = sizes.length;
		let sum = 0;
		let weighted = 0;
		sizes.forEach((size, k) => {
			sum += size;
			weighted += (2 * k + 1 - n) * size;
		});
		// A share that is negative, where returns are allowed, is none.
		return sum > 0 && sizes[0] >= 0 ? weighted / (n * sum) : Number.NaN;
	},
};
