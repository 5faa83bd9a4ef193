// Mean age of information on finished stocks.

import type { OutcomeMetric } from "../outcome-metric.js";

export const informationAge: OutcomeMetric = {
	name: "informationAge",
	unit: "ticks",
	range: "≥ 0",
	about: "mean age of information on finished stocks",
	better: "lower",
	of: (run) => run.mean("twin", "age"),
};
