// How often stock turns over.

import type { OutcomeMetric } from "../outcome-metric.js";

export const inventoryTurns: OutcomeMetric = {
	name: "inventoryTurns",
	unit: "1/year",
	range: "≥ 0",
	about: "sales at the makers' cost over the value of their finished stock, per year",
	better: "higher",
	of: (run) =>
		(run.mean("inventory", "sold") / run.mean("inventory", "stock")) *
		(365 / run.parameters.scalars.tickDays),
};
