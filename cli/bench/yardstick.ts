// Hand-written loops, each timed in a fresh thread of its own.

import { Worker } from "node:worker_threads";
import type { YardstickJob, YardstickName } from "./yardstick-worker.js";

export type { YardstickName } from "./yardstick-worker.js";

/** Seconds of each run that counts, after one that does not. */
export function timeYardstick(
	name: YardstickName,
	{ seed, runs }: { seed: string; runs: number },
): Promise<readonly number[]> {
	const job: YardstickJob = { name, seed, runs };
	const worker = new Worker(new URL("./yardstick-worker.js", import.meta.url), { workerData: job });
	return new Promise((resolve, reject) => {
		worker.once("message", resolve);
		worker.once("error", reject);
		worker.once("exit", (code) => reject(new Error(`the yardstick ${name} ended with code ${code}`)));
	});
}
