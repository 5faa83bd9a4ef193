// Customers' payments for machines.

import type { OutcomeMetric } from "../outcome-metric.js";

export const revenue: OutcomeMetric = {
	name: "revenue",
	unit: "$/week",
	range: "≥ 0",
	about: "customers' payments for machines",
	of: (run) => run.mean("revenue", "machines") * run.perWeek,
};
