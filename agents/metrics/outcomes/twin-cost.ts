// What twins cost, to set against what they are worth.

import type { OutcomeMetric } from "../outcome-metric.js";

export const twinCost: OutcomeMetric = {
	name: "twinCost",
	unit: "$/week",
	range: "≥ 0",
	about: "what makers' twins cost, messages too; without what was set up before warm-up ended",
	better: "lower",
	of: (run) => run.mean("twinCost") * run.perWeek,
};
