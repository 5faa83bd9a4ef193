// fractwin/optimizers in Node: the optimizers, with worker threads for genetic islands.

import { minimizeWith } from "../../optimizers/minimize.js";
import { spawnThread } from "./threads.js";

export * from "../../optimizers/index.js";

/** The x of the least value found and that value; each island of "genetic" lives in a worker thread. */
export const minimize = minimizeWith(() => spawnThread(new URL("./island.js", import.meta.url).href));
