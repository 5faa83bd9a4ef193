// Orders that wait.

import type { OutcomeMetric } from "../outcome-metric.js";

export const marketBacklog: OutcomeMetric = {
	name: "marketBacklog",
	unit: "units",
	range: "≥ 0",
	about: "customers' orders that wait, mean",
	of: (run) => run.mean("delivery", "waiting"),
};
