// How far forecasts are off, against knowing nothing.

import type { OutcomeMetric } from "../outcome-metric.js";

export const forecastError: OutcomeMetric = {
	name: "forecastError",
	unit: "1",
	range: "≥ 0",
	about: "forecastMape over that of the naive forecast, the last demand again: below 1 forecasting pays",
	better: "lower",
	of: (run) => run.mean("forecast", "mape") / run.mean("forecast", "naiveMape"),
};
