// Customers' earnings less what they buy.

import type { OutcomeMetric } from "../outcome-metric.js";

export const netCustomers: OutcomeMetric = {
	name: "netCustomers",
	unit: "$/week",
	range: "any",
	about: "customers' earnings less what they buy",
	better: "higher",
	of: (run) => (run.parameters.customers ? run.mean("profit", "customers") * run.perWeek : Number.NaN),
};
