// Accrual profit of manufacturers.

import type { OutcomeMetric } from "../outcome-metric.js";

export const profitManufacturers: OutcomeMetric = {
	name: "profitManufacturers",
	unit: "$/week",
	range: "any",
	about: "accrual profit of manufacturers",
	better: "higher",
	of: (run) => run.mean("profit", "manufacturers") * run.perWeek,
};
