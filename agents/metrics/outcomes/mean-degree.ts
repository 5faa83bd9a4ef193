// How many partners a maker has.

import type { OutcomeMetric } from "../outcome-metric.js";

export const meanDegree: OutcomeMetric = {
	name: "meanDegree",
	unit: "makers",
	range: "≥ 0",
	about: "suppliers and buyers of a maker, mean, as last taken",
	of: (run) => run.last("network", "meanDegree"),
};
