// fractwin/engine: what a modeller and an experimenter take from the engine.

// What a world is made of

export type {
	AgentKind,
	ColumnGroups,
	ColumnSpec,
	ColumnViews,
	ElementType,
	NetworkKind,
	Width,
} from "./world/kind.js";
export { agentKind, column, networkKind } from "./world/kind.js";

// Building a world, its columns and its links

export type { CompressedLinks, Links, NetworkViews } from "./network/network.js";
export { compressLinks, links } from "./network/network.js";
export type { NetworkPlan, PopulationPlan } from "./world/build.js";
export { buildWorld } from "./world/build.js";
export type { Key, World } from "./world/world.js";
export { columns } from "./world/world.js";

// Measures and generators of graphs

export * as graphs from "./network/index.js";

// Sets of rows: who still does something

export { addRow, countRows, fillSet, listRows, removeRow } from "./world/row-set.js";

// Copies and fingerprints of a world

export { fork, restore, snapshot } from "./world/copy.js";
export { hash } from "./world/hash.js";

// Random numbers: a draw is a function of seed, purpose, agent, tick and index

export { fillNormals, fillWords } from "./kernels/fills.js";
export { binomial } from "./random/binomial.js";
export { exponential, gumbel, normal, uniform } from "./random/continuous.js";
export { negativeBinomial } from "./random/negative-binomial.js";
export { poisson } from "./random/poisson.js";
export { keyFromText } from "./random/seed.js";
export type { Purpose, StreamKey } from "./random/stream.js";
export { purpose, word } from "./random/stream.js";
export { threefry2x32 } from "./random/threefry.js";
export { threshold } from "./random/threshold.js";
export { draws } from "./schedule/draws.js";

// Mathematics of which the bits agree between JavaScript engines, for use in ticks

export * as math from "./math/index.js";

// A model, and running it

export type { Simulated, SimulateOptions } from "./experiment/simulate.js";
export { simulate } from "./experiment/simulate.js";
export type { Change, Controller } from "./schedule/controller.js";
export type { Intervention } from "./schedule/intervention.js";
export type { Model, Phase, Step } from "./schedule/model.js";
export type { Rehearsal } from "./schedule/rehearsal.js";
export type { RunOptions } from "./schedule/simulate.js";
export { run, step } from "./schedule/simulate.js";

// Worker threads: what their entry calls, and what passes between them and who asks

export type { Connection, MessageEndpoint } from "./experiment/protocol.js";
export { serve } from "./experiment/serve.js";

// What is observed, and what a run leaves behind

export type { Metric } from "./record/metric.js";
export { newRecording } from "./record/partials.js";
export type { Outcome, Recording, Series } from "./record/recording.js";
export { seriesOf, valuesOf } from "./record/recording.js";

// Runs as data

export type { RunResult, RunSpec } from "./experiment/run-spec.js";
export { replicationSeed } from "./experiment/run-spec.js";

// Numbers from recordings and outcomes

export * as analysis from "./analysis/index.js";

// Designs of experiments: `morris` is the design here, and the indices in the analysis

export * as designs from "./analysis/designs/index.js";
export { factorial, latinHypercube, morris, saltelli, sobolSequence } from "./analysis/designs/index.js";
