// How many of customers' orders are served at once.

import type { OutcomeMetric } from "../outcome-metric.js";

export const fillRate: OutcomeMetric = {
	name: "fillRate",
	unit: "share",
	range: "0..1",
	about: "of customers' orders, shipped in their tick",
	better: "higher",
	of: (run) => run.mean("delivery", "filled") / run.mean("demand"),
};
