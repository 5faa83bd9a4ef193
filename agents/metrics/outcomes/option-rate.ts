// How many of the wished-for options are mounted.

import type { OutcomeMetric } from "../outcome-metric.js";

export const optionRate: OutcomeMetric = {
	name: "optionRate",
	unit: "share",
	range: "0..1",
	about: "of the options that buyers of released units wish for, mounted; what lacks is components",
	better: "higher",
	of: (run) => run.mean("options", "mounted") / run.mean("options", "wished"),
};
