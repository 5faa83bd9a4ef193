// What a greedy plan of hours misses.

import type { OutcomeMetric } from "../outcome-metric.js";

export const planningGap: OutcomeMetric = {
	name: "planningGap",
	unit: "share",
	range: "0..1",
	about: "of the worth of modules' plans of hours, what the greedy plans for the same periods fall short of",
	of: (run) => 1 - run.mean("planning", "greedy") / run.mean("planning", "planned"),
};
