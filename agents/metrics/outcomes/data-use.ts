// How much of the recorded data serves a decision.

import type { OutcomeMetric } from "../outcome-metric.js";

export const dataUse: OutcomeMetric = {
	name: "dataUse",
	unit: "share",
	range: "0..1",
	about:
		"of the bytes recorded in a tick, those that a rule of the model reads: twins' messages that decisions follow, and what partners share",
	better: "higher",
	of: (run) => run.mean("lifecycle", "used") / run.mean("lifecycle", "bytes"),
};
