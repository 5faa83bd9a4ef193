// Analysis: numbers only, from outcomes and series to summaries and intervals.

export { factorial, latinHypercube, oneAtATime, saltelli, sobolSequence } from "./designs/index.js";
export type { MorrisIndex, MorrisIndices, MorrisRun } from "./elementary-effects.js";
export { morris } from "./elementary-effects.js";
export type { Evaluation } from "./evaluations.js";
export type { Interval, PairedDifference } from "./intervals.js";
export { confidenceInterval, pairedDifference } from "./intervals.js";
export { autocorrelation } from "./series.js";
export type { SobolIndex, SobolIndices, SobolPair, SobolRun } from "./sobol-indices.js";
export { sobolIndices } from "./sobol-indices.js";
export { mean, quantile, standardDeviation, variance } from "./summary.js";
