// Servitization as seen in the till.

import type { OutcomeMetric } from "../outcome-metric.js";

export const serviceShare: OutcomeMetric = {
	name: "serviceShare",
	unit: "share",
	range: "0..1",
	about: "services in what customers pay",
	of: (run) => {
		const services = run.mean("revenue", "services") + run.mean("revenue", "contracts");
		return run.parameters.customers ? services / (services + run.mean("revenue", "machines")) : Number.NaN;
	},
};
