// fractwin/optimizers in Node: the optimizers, with worker threads for genetic islands.

export * from "../../optimizers/index.js";
