// How far forecasts are off.

import type { OutcomeMetric } from "../outcome-metric.js";

export const forecastMape: OutcomeMetric = {
	name: "forecastMape",
	unit: "share",
	range: "0..2",
	about:
		"absolute error of a maker's one-tick forecast over its demand (a unit at least), at most 2, mean over makers",
	better: "lower",
	of: (run) => run.mean("forecast", "mape"),
};
