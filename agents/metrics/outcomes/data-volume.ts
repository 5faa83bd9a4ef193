// How much data is recorded.

import type { OutcomeMetric } from "../outcome-metric.js";

export const dataVolume: OutcomeMetric = {
	name: "dataVolume",
	unit: "GB/week",
	range: "≥ 0",
	about: "recorded of products' lives",
	of: (run) => (run.mean("lifecycle", "bytes") * run.perWeek) / 1e9,
};
