// How often the closed loop corrects a maker.

import type { OutcomeMetric } from "../outcome-metric.js";

export const hypothesisSwitches: OutcomeMetric = {
	name: "hypothesisSwitches",
	unit: "1/year",
	range: "≥ 0",
	about: "times in a year that a maker changes its forecast hypothesis, mean over makers",
	of: (run) => (run.mean("forecast", "switches") * run.perWeek * 365) / 7,
};
