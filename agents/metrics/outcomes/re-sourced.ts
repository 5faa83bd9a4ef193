// How often contracts move.

import type { OutcomeMetric } from "../outcome-metric.js";

export const reSourced: OutcomeMetric = {
	name: "reSourced",
	unit: "contracts/year",
	range: "≥ 0",
	about: "contracts that buyers moved to another source; not recorded where contracts stay as written",
	of: (run) => run.mean("reSourced") * run.perWeek * 52,
};
