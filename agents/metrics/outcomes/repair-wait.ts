// Mean wait for a repair, by Little's law.

import type { OutcomeMetric } from "../outcome-metric.js";

export const repairWait: OutcomeMetric = {
	name: "repairWait",
	unit: "days",
	range: "≥ 0",
	about: "mean wait for a repair, by Little's law",
	better: "lower",
	of: (run) =>
		(run.mean("services", "maintenanceQueue") / run.mean("services", "maintenanceServed")) *
		run.parameters.scalars.tickDays,
};
