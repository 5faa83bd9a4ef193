// Accrual profit of service firms.

import type { OutcomeMetric } from "../outcome-metric.js";

export const profitServiceFirms: OutcomeMetric = {
	name: "profitServiceFirms",
	unit: "$/week",
	range: "any",
	about: "accrual profit of service firms",
	better: "higher",
	of: (run) => (run.parameters.customers ? run.mean("profit", "serviceFirms") * run.perWeek : Number.NaN),
};
