// How many contracts run.

import type { OutcomeMetric } from "../outcome-metric.js";

export const serviceContracts: OutcomeMetric = {
	name: "serviceContracts",
	unit: "share",
	range: "0..1",
	about: "contracts of all stages over customers, mean",
	of: (run) => {
		const stages = ["addOn", "enhanced", "embedded"].map((stage) => run.mean("contracts", stage));
		return stages.reduce((sum, count) => sum + count, 0) / (run.parameters.customers?.owners ?? Number.NaN);
	},
};
