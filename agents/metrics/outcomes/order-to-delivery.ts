// Mean wait of an order till it is delivered or cancelled, by Little's law.

import type { OutcomeMetric } from "../outcome-metric.js";

export const orderToDelivery: OutcomeMetric = {
	name: "orderToDelivery",
	unit: "days",
	range: "≥ 0",
	about: "mean wait of an order till it is delivered or cancelled, by Little's law",
	better: "lower",
	of: (run) => {
		const waiting = run.mean("delivery", "waiting") + run.mean("services", "logisticsQueue");
		const left = run.mean("delivery", "shipped") + run.mean("delivery", "cancelled");
		return (waiting / left) * run.parameters.scalars.tickDays;
	},
};
