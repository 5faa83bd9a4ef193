// Analysis: numbers only, from outcomes and series to summaries and intervals.

export { batchMeansInterval } from "./batch-means.js";
export { comparisonsWithBest, guptaSubset } from "./best-comparisons.js";
export type { BootstrapOptions } from "./bootstrap.js";
export { bootstrapInterval } from "./bootstrap.js";
export type { CartOptions, CartResult, Pruning } from "./cart.js";
export { cart } from "./cart.js";
export { factorial, latinHypercube, oneAtATime, saltelli, sobolSequence } from "./designs/index.js";
export { normalCdf, normalQuantile, studentQuantile } from "./distributions.js";
export type { MorrisIndex, MorrisIndices, MorrisRun } from "./elementary-effects.js";
export { morris } from "./elementary-effects.js";
export type { Evaluation } from "./evaluations.js";
export type { Interval, PairedDifference } from "./intervals.js";
export { confidenceInterval, pairedDifference } from "./intervals.js";
export type { Survival, SurvivalStep } from "./kaplan-meier.js";
export { kaplanMeier } from "./kaplan-meier.js";
export { kimNelsonH2, selectBest } from "./kim-nelson.js";
export type { Box, Limit, PrimOptions, PrimResult } from "./prim.js";
export { prim } from "./prim.js";
export { wilsonInterval } from "./proportion.js";
export type { ResampledEstimate } from "./resampled-estimates.js";
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
export type { SobolIndex, SobolIndices, SobolPair, SobolRun } from "./sobol-indices.js";
export { sobolIndices } from "./sobol-indices.js";
export type { Estimate, PrecisionTarget, StoppingOptions, StoppingRule } from "./stopping.js";
export { stoppingRule } from "./stopping.js";
export { dunnettQuantile, studentizedRangeQuantile } from "./studentized.js";
export { mean, quantile, standardDeviation, variance } from "./summary.js";
export type { Tree, TreeOutcome } from "./tree.js";
export { predict, treeText } from "./tree.js";
export { mser5, NotSteadyError } from "./warm-up.js";
