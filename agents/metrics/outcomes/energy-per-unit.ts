// Energy of making, sensing and hauling per machine shipped.

import type { OutcomeMetric } from "../outcome-metric.js";

export const energyPerUnit: OutcomeMetric = {
	name: "energyPerUnit",
	unit: "kWh",
	range: "≥ 0",
	about: "energy of making, sensing and hauling per machine shipped",
	better: "lower",
	of: (run) => run.mean("resources", "energy") / run.mean("delivery", "shipped"),
};
