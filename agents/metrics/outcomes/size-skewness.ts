// Whether a few makers have become large: pattern P7.

import { mean } from "../../../engine/analysis/summary.js";
import { columns } from "../../../engine/world/world.js";
import { manufacturer } from "../../manufacturer.js";
import type { OutcomeMetric } from "../outcome-metric.js";

export const sizeSkewness: OutcomeMetric = {
	name: "sizeSkewness",
	unit: "1",
	range: "any",
	about:
		"skewness m3/m2^1.5 of manufacturers' revenue in the last window of the run: above 0, a few are large",
	of({ world }) {
		const sizes = columns(world, manufacturer).revenueSum;
		if (sizes.length < 3) return Number.NaN;
		const middle = mean(sizes);
		const moment = (power: number) => mean(sizes.map((size) => (size - middle) ** power));
		return moment(3) / moment(2) ** 1.5;
	},
};
