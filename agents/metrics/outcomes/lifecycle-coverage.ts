// How much of products' lives is known.

import type { OutcomeMetric } from "../outcome-metric.js";

export const lifecycleCoverage: OutcomeMetric = {
	name: "lifecycleCoverage",
	unit: "share",
	range: "0..1",
	about: "events of products' lives that makers have data of, mean over the stages of life that had any",
	better: "higher",
	of: (run) => run.mean("lifecycle", "coverage"),
};
