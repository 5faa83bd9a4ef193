// A thread that times a hand-written loop.

import { parentPort, workerData } from "node:worker_threads";
import { beerLoop } from "../../scenarios/examples/yardsticks/beer.js";
import { pushLoop } from "../../scenarios/examples/yardsticks/diffusion-push.js";
import { scanLoop } from "../../scenarios/examples/yardsticks/diffusion-scan.js";

/** Each builds its loop, as long and as large as the bench of that name. */
const yardsticks = {
	"hand-written loop": (seed: string) => beerLoop(25_000, 200, seed),
	"hand-written scan": (seed: string) => scanLoop(200_000, 100, seed),
	"hand-written push": (seed: string) => pushLoop(200_000, 100, seed),
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
