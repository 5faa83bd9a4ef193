// What modules and their borders cost.

import type { OutcomeMetric } from "../outcome-metric.js";

export const overheadCost: OutcomeMetric = {
	name: "overheadCost",
	unit: "$/week",
	range: "≥ 0",
	about: "wages for the overhead of modules, of all makers",
	better: "lower",
	of: (run) => run.mean("organization", "overhead") * run.perWeek,
};

export const crossingCost: OutcomeMetric = {
	name: "crossingCost",
	unit: "$/week",
	range: "≥ 0",
	about: "tau on goods, hours, loans and messages that cross the borders of modules, of all makers",
	better: "lower",
	of: (run) => run.mean("organization", "crossing") * run.perWeek,
};
