// Repairs done.

import type { OutcomeMetric } from "../outcome-metric.js";

export const repairs: OutcomeMetric = {
	name: "repairs",
	unit: "jobs/week",
	range: "≥ 0",
	about: "repairs done",
	of: (run) =>
		run.parameters.customers ? run.mean("services", "maintenanceServed") * run.perWeek : Number.NaN,
};
