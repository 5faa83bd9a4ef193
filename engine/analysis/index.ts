// Analysis: numbers only, from outcomes and series to summaries and intervals.

export { comparisonsWithBest, guptaSubset } from "./best-comparisons.js";
export type { BootstrapOptions } from "./bootstrap.js";
export { bootstrapInterval } from "./bootstrap.js";
export { normalCdf, normalQuantile, studentQuantile } from "./distributions.js";
export type { Interval, PairedDifference } from "./intervals.js";
export { confidenceInterval, pairedDifference } from "./intervals.js";
export { wilsonInterval } from "./proportion.js";
export type { Sense } from "./sense.js";
export { autocorrelation } from "./series.js";
export type { PairOf } from "./simultaneous.js";
export {
	bonferroniLevel,
	pairedDifferences,
	simultaneousIntervals,
	tukeyDifferences,
} from "./simultaneous.js";
export { dunnettQuantile, studentizedRangeQuantile } from "./studentized.js";
export { mean, quantile, standardDeviation, variance } from "./summary.js";
