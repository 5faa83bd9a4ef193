// How many orders are given up.

import type { OutcomeMetric } from "../outcome-metric.js";

export const cancelled: OutcomeMetric = {
	name: "cancelled",
	unit: "share",
	range: "≥ 0",
	about:
		"orders given up over customers' orders; above 1 where more of those from the warm-up are given up than new ones come",
	better: "lower",
	of: (run) => run.mean("delivery", "cancelled") / run.mean("demand"),
};
