// Accrual profit of all firms.

import type { OutcomeMetric } from "../outcome-metric.js";

export const profit: OutcomeMetric = {
	name: "profit",
	unit: "$/week",
	range: "any",
	about: "accrual profit of all firms",
	better: "higher",
	of: (run) => (run.mean("profit", "manufacturers") + run.mean("profit", "serviceFirms")) * run.perWeek,
};
