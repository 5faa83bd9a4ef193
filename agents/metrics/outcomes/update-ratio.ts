// How often the virtual world hears of the physical one.

import type { OutcomeMetric } from "../outcome-metric.js";

export const updateRatio: OutcomeMetric = {
	name: "updateRatio",
	unit: "share",
	range: "0..1",
	about: "messages used per stage and tick",
	of: (run) => run.mean("twin", "updateRatio"),
};
