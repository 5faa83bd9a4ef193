// How many machines stand still.

import type { OutcomeMetric } from "../outcome-metric.js";

export const down: OutcomeMetric = {
	name: "down",
	unit: "share",
	range: "0..1",
	about: "of machines, waiting for repair",
	better: "lower",
	of: (run) =>
		run.parameters.customers ? run.mean("machines", "down") / run.parameters.customers.owners : Number.NaN,
};
