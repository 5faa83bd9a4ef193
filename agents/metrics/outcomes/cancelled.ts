// How many orders are given up.

import type { OutcomeMetric } from "../outcome-metric.js";

export const cancelled: OutcomeMetric = {
	name: "cancelled",
	unit: "share",
	range: "0..1",
	about: "of customers' orders",
	better: "lower",
	of: (run) => run.mean("delivery", "cancelled") / run.mean("demand"),
};
