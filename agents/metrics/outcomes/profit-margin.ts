// Manufacturers' profit over customers' payments for machines.

import type { OutcomeMetric } from "../outcome-metric.js";

export const profitMargin: OutcomeMetric = {
	name: "profitMargin",
	unit: "share",
	range: "any",
	about: "manufacturers' profit over customers' payments for machines",
	better: "higher",
	of: (run) => run.mean("profit", "manufacturers") / run.mean("revenue", "machines"),
};
