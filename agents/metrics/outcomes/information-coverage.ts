// How much is known freshly.

import type { OutcomeMetric } from "../outcome-metric.js";

export const informationCoverage: OutcomeMetric = {
	name: "informationCoverage",
	unit: "share",
	range: "0..1",
	about: "of stages whose information is no older than 4 ticks",
	better: "higher",
	of: (run) => run.mean("twin", "coverage"),
};
