// Another thread that opens the world it is sent, says what it saw, and adds 1 to every byte of its columns.

import { parentPort, workerData } from "node:worker_threads";
import { hash } from "../../engine/world/hash.js";
import { openWorld } from "../../engine/world/world.js";
import { bytesOfColumn } from "./worlds.js";

const world = openWorld(workerData);
const before = hash(world);
world.layout.columns.forEach((_, at) => {
	const bytes = bytesOfColumn(world, at);
	for (let i = 0; i < bytes.length; i++) bytes[i]++;
});
parentPort?.postMessage({ before, after: hash(world), compiled: world.memory !== undefined });
