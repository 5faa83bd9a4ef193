// How often stock turns over.

import type { OutcomeMetric } from "../outcome-metric.js";

export const inventoryTurns: OutcomeMetric = {
	name: "inventoryTurns",
	unit: "1/year",
	range: "≥ 0",
	about: "sales at the makers' cost over the value of their finished stock, per year",
	better: "higher",
	of(run) {
		const [sold, stock] = [run.mean("inventory", "sold"), run.mean("inventory", "stock")];
		// Where returns are allowed, stock may be owed.
		return stock > 0 && sold >= 0 ? (sold / stock) * (365 / run.parameters.scalars.tickDays) : Number.NaN;
	},
};
