// Analysis: numbers only, from outcomes and series to summaries and intervals.

export type { Interval, PairedDifference } from "./intervals.js";
export { confidenceInterval, pairedDifference } from "./intervals.js";
export { autocorrelation } from "./series.js";
export { mean, quantile, standardDeviation, variance } from "./summary.js";
