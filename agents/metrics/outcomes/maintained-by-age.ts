// What prevention does by the law of failures alone.

import type { OutcomeMetric } from "../outcome-metric.js";

export const maintainedByAge: OutcomeMetric = {
	name: "maintainedByAge",
	unit: "jobs/week",
	range: "≥ 0",
	about: "maintenance of machines at the age at which it costs least, under contracts with prevention",
	of: (run) => run.mean("contracts", "byAge") * run.perWeek,
};
