// A thread that times a hand-written loop.

import { parentPort, workerData } from "node:worker_threads";
import { beerLoop } from "../../scenarios/examples/yardsticks/beer.js";

/** Each builds its loop, as long and as large as the bench of that name. */
const yardsticks = {
	"hand-written loop": (seed: string) => beerLoop(25_000, 200, seed),
} satisfies Record<string, (seed: string) => { run(): unknown }>;

export type YardstickName = keyof typeof yardsticks;
export interface YardstickJob {
	readonly name: YardstickName;
	readonly seed: string;
	readonly runs: number;
}

const { name, seed, runs } = workerData as YardstickJob;
const seconds: number[] = [];
for (let run = 0; run <= runs; run++) {
	const loop = yardsticks[name](seed);
	const began = performance.now();
	loop.run();
	if (run > 0) seconds.push((performance.now() - began) / 1000);
}
parentPort?.postMessage(seconds);
