// Analysis: numbers only, from outcomes and series to summaries and intervals.

export { batchMeansInterval } from "./batch-means.js";
export { comparisonsWithBest, guptaSubset } from "./best-comparisons.js";
export type { BootstrapOptions } from "./bootstrap.js";
export { bootstrapInterval } from "./bootstrap.js";
export { normalCdf, normalQuantile, studentQuantile } from "./distributions.js";
export type { Interval, PairedDifference } from "./intervals.js";
export { confidenceInterval, pairedDifference } from "./intervals.js";
export { kimNelsonH2, selectBest } from "./kim-nelson.js";
export { wilsonInterval } from "./proportion.js";
export { rinottH, selectBestInTwoStages } from "./rinott.js";
export type { RobustnessMetric, RobustnessOptions } from "./robustness.js";
export { robustness, robustnessMetrics } from "./robustness.js";
export type { Selection, SelectionOptions } from "./sampling.js";
export { screen } from "./screening.js";
export type { Sense } from "./sense.js";
export { autocorrelation } from "./series.js";
export type { PairOf } from "./simultaneous.js";
export {
	bonferroniLevel,
	pairedDifferences,
	simultaneousIntervals,
	tukeyDifferences,
} from "./simultaneous.js";
export type { Estimate, PrecisionTarget, StoppingOptions, StoppingRule } from "./stopping.js";
export { stoppingRule } from "./stopping.js";
export { dunnettQuantile, studentizedRangeQuantile } from "./studentized.js";
export { mean, quantile, standardDeviation, variance } from "./summary.js";
export { mser5, NotSteadyError } from "./warm-up.js";
