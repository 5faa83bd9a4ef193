// What makers pay for downtime.

import type { OutcomeMetric } from "../outcome-metric.js";

export const penalties: OutcomeMetric = {
	name: "penalties",
	unit: "$/week",
	range: "≥ 0",
	about: "of makers to customers, for downtime beyond grace",
	better: "lower",
	of: (run) => run.mean("contractMoney", "penalties") * run.perWeek,
};
