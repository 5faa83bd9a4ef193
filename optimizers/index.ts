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

export type { Cap, Constraints, Label } from "./partition/constraints.js";
export { InfeasibleConstraints } from "./partition/constraints.js";
export type { GeneralObjective } from "./partition/general-objective.js";
export type { NestedPartition } from "./partition/nested.js";
export { nestedPartition } from "./partition/nested.js";
export type { Partition, PartitionOptions } from "./partition/partition.js";
export { partition } from "./partition/partition.js";

// Linear and mixed-integer programmes

export * from "./linear/index.js";

// Module classes

export type { ClassAnswer, Runner } from "./classes/module-classes.js";
export { assignClasses, mostCompared } from "./classes/module-classes.js";
export type { ClassProblem, ClassTerms, ModuleClass, Pair, Place, RootCost } from "./classes/problem.js";
export { moduleClasses } from "./classes/problem.js";
export type { LimitGroup } from "./classes/program.js";
