// fractwin/engine in Node: the engine, with worker threads.

import { serve as serveAt } from "../../engine/experiment/serve.js";
import { simulateWith } from "../../engine/experiment/simulate.js";
import { ownEndpoint, threads } from "./threads.js";

export * from "../../engine/index.js";

/** In a worker's entry: answer for these models. */
export const serve = (registry: Parameters<typeof serveAt>[0], endpoint = ownEndpoint()): void =>
	serveAt(registry, endpoint, () => performance.now());

/** Build a world, run it, and give what was recorded with the hash of the last state. */
export const simulate = simulateWith(threads);
