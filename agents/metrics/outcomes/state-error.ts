// How far the virtual world is from the physical one.

import type { OutcomeMetric } from "../outcome-metric.js";

export const stateError: OutcomeMetric = {
	name: "stateError",
	unit: "share of stock",
	range: "≥ 0",
	about: "mean |believed − true| over mean |true| of finished stocks",
	better: "lower",
	of: (run) => run.mean("sensing", "error") / run.mean("sensing", "size"),
};
