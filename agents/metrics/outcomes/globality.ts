// Globality: how much of the whole is seen.

import type { OutcomeMetric } from "../outcome-metric.js";

export const globality: OutcomeMetric = {
	name: "globality",
	unit: "0..1",
	range: "0..1",
	about:
		"mean over 7 stages of life and 3 sources of data of the value-weighted share of items whose data are no older than 4 ticks",
	better: "higher",
	of: (run) => run.mean("globality"),
};
