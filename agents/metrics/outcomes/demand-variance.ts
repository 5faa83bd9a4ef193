// How much demand varies.

import { variance } from "../../../engine/analysis/summary.js";
import type { OutcomeMetric } from "../outcome-metric.js";

export const demandVariance: OutcomeMetric = {
	name: "demandVariance",
	unit: "units²",
	range: "≥ 0",
	about: "of customers' orders per tick",
	of: (run) => {
		const demand = run.values("demand");
		return demand.length > 1 ? variance(demand) : Number.NaN;
	},
};
