// bench barrier: what it costs a team to meet.

import { quantile } from "../../engine/analysis/summary.js";
import type { Model } from "../../engine/schedule/model.js";
import { buildWorld } from "../../engine/world/build.js";
import { agentKind, column } from "../../engine/world/kind.js";
import { type BenchDocument, less } from "./figures.js";
import { measure } from "./measure.js";
import type { BenchOptions } from "./model-bench.js";

const STAGES = 50;
const TICKS = 100;
const repetitions = { rounds: 4, runs: 12 };

const idler = agentKind("idler", { state: { nothing: column("u8", "1", "never touched") } });

/** Stages of two shards each in which nothing is done: what remains is claims and barriers. */
export const meetings: Model<null> = {
	name: "meetings",
	version: "1",
	build: () => buildWorld([{ kind: idler, size: 512 }], [], [0, 0]),
	phases: Array.from({ length: STAGES }, (_, k) => ({ name: `stage ${k}`, over: idler.name, steps: [] })),
};

export const barrierRuns = repetitions.rounds * (repetitions.runs + 1);

export async function benchBarrier({ threads, onRun }: BenchOptions): Promise<BenchDocument> {
	const spec = { model: meetings.name, parameters: null, seed: "", replication: 0, ticks: TICKS };
	const found = await measure({ spec, threads, repetitions, onRun });
	const each = found.seconds.map((seconds) => (seconds / (TICKS * STAGES)) * 1e6);
	return {
		name: "barrier",
		threads: found.threads,
		figures: {
			median: less(quantile(each, 0.5), "µs a barrier"),
			best: less(Math.min(...each), "µs a barrier"),
			slowest: less(Math.max(...each), "µs a barrier"),
		},
		check: {},
	};
}
