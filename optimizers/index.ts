// fractwin/optimizers: search over numbers and graphs, partition, programmes. No model is known here.

// Search over numbers
export type { Bounds } from "./box.js";
export type { Objective } from "./evaluate.js";
export { hypervolume } from "./hypervolume.js";
export { serveIsland } from "./island.js";
export type { Method, MinimizeOptions, Minimum, SearchOptions } from "./minimize.js";
export { minimize, openMinimizer } from "./minimize.js";
export type { ManyOptions, OptimizeManyOptions, TradeOff } from "./optimize-many.js";
export { openOptimizeMany, optimizeMany } from "./optimize-many.js";
export type { Optimizer, Point, Reason, Search } from "./optimizer.js";

// Partition of graphs

// Linear and mixed-integer programmes

export * from "./linear/index.js";
