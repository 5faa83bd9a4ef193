// Customers' orders per tick.

import type { OutcomeMetric } from "../outcome-metric.js";

export const demandMean: OutcomeMetric = {
	name: "demandMean",
	unit: "units/tick",
	range: "≥ 0",
	about: "customers' orders per tick",
	of: (run) => run.mean("demand"),
};
