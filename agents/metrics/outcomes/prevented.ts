// What prevention prevents.

import type { OutcomeMetric } from "../outcome-metric.js";

export const prevented: OutcomeMetric = {
	name: "prevented",
	unit: "failures/week",
	range: "≥ 0",
	about: "failures that twins of machines saw coming",
	of: (run) => run.mean("contracts", "prevented") * run.perWeek,
};
