// Answering for models in a worker thread of Node.

import { serve as serveAt } from "../../engine/experiment/serve.js";
import { ownEndpoint } from "./threads.js";

/** In a worker's entry: answer for these models. */
export const serve = (registry: Parameters<typeof serveAt>[0], endpoint = ownEndpoint()): void =>
	serveAt(registry, endpoint, () => performance.now());
