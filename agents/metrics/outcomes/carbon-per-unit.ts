// Carbon of that energy per machine shipped.

import type { OutcomeMetric } from "../outcome-metric.js";

export const carbonPerUnit: OutcomeMetric = {
	name: "carbonPerUnit",
	unit: "kg CO2e",
	range: "≥ 0",
	about: "carbon of that energy per machine shipped",
	better: "lower",
	of: (run) =>
		(run.mean("resources", "energy") / run.mean("delivery", "shipped")) * run.parameters.scalars.carbonPerKwh,
};
