// fractwin/optimizers: search over numbers and graphs, partition, programmes. No model is known here.

// Search over numbers

// Partition of graphs

export type { Cap, Constraints, Label } from "./partition/constraints.js";
export { InfeasibleConstraints } from "./partition/constraints.js";
export type { GeneralObjective } from "./partition/general-objective.js";
export type { NestedPartition } from "./partition/nested.js";
export { nestedPartition } from "./partition/nested.js";
export type { Partition, PartitionOptions } from "./partition/partition.js";
export { partition } from "./partition/partition.js";

// Linear and mixed-integer programmes
