// fractwin/engine in Node: the engine, with worker threads.

import { simulateWith } from "../../engine/experiment/simulate.js";
import { threads } from "./threads.js";

export * from "../../engine/index.js";

export { serve } from "./serve.js";

/** Build a world, run it, and give what was recorded with the hash of the last state. */
export const simulate = simulateWith(threads);
