// fractwin/optimizers: search over numbers and graphs, partition, programmes. No model is known here.

// Search over numbers

// Partition of graphs

// Linear and mixed-integer programmes
export * from "./linear/index.js";
