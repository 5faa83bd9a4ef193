// How many orders come when promised.

import type { OutcomeMetric } from "../outcome-metric.js";

export const onTime: OutcomeMetric = {
	name: "onTime",
	unit: "share",
	range: "0..1",
	about: "of orders due, within the promise",
	better: "higher",
	of: (run) => run.mean("delivery", "onTime") / run.mean("delivery", "due"),
};
