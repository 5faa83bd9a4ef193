// Analysis: numbers only, from outcomes and series to summaries and intervals.

export type { CartOptions, CartResult, Pruning } from "./cart.js";
export { cart } from "./cart.js";
export { factorial, latinHypercube, oneAtATime, saltelli, sobolSequence } from "./designs/index.js";
export type { MorrisIndex, MorrisIndices, MorrisRun } from "./elementary-effects.js";
export { morris } from "./elementary-effects.js";
export type { Evaluation } from "./evaluations.js";
export type { Interval, PairedDifference } from "./intervals.js";
export { confidenceInterval, pairedDifference } from "./intervals.js";
export type { Survival, SurvivalStep } from "./kaplan-meier.js";
export { kaplanMeier } from "./kaplan-meier.js";
export type { Box, Limit, PrimOptions, PrimResult } from "./prim.js";
export { prim } from "./prim.js";
export type { Estimate } from "./resampled-estimates.js";
export { autocorrelation } from "./series.js";
export type { SobolIndex, SobolIndices, SobolPair, SobolRun } from "./sobol-indices.js";
export { sobolIndices } from "./sobol-indices.js";
export { mean, quantile, standardDeviation, variance } from "./summary.js";
export type { Tree, TreeOutcome } from "./tree.js";
export { predict, treeText } from "./tree.js";
