// Another thread that takes the kernel to part of the rows of the world it is sent.

import { parentPort, workerData } from "node:worker_threads";
import { openWorld } from "../../engine/world/world.js";
import { compiled, visit } from "./pair.js";

const { sent, from, to, tick } = workerData;
const world = openWorld(sent);
visit(world, from, to, tick);
parentPort?.postMessage(compiled(world) !== undefined);
