// Designs of experiments: at which points to run a model, as lists of points in the ranges of the factors.

export type { FactorialOptions } from "./factorial.js";
export { factorial } from "./factorial.js";
export type { LatinHypercubeOptions } from "./latin-hypercube.js";
export { latinHypercube } from "./latin-hypercube.js";
export { list } from "./list.js";
export type { MorrisOptions } from "./morris.js";
export { morris } from "./morris.js";
export type { OneAtATimeOptions } from "./one-at-a-time.js";
export { oneAtATime } from "./one-at-a-time.js";
export type { SaltelliOptions } from "./saltelli.js";
export { saltelli } from "./saltelli.js";
export type { SobolSequenceOptions } from "./sobol-sequence.js";
export { sobolSequence } from "./sobol-sequence.js";
export type { Point, Range, Space } from "./space.js";
