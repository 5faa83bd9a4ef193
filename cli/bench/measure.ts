// Repetitions of one run in fresh worker threads: times differ between threads more than within one.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openPool, type WorkerCount } from "../../engine/experiment/pool.js";
import type { RunResult, RunSpec } from "../../engine/experiment/run-spec.js";
import { threads as platform } from "../../scenarios/entry-node/threads.js";

const entry = new URL("./worker.js", import.meta.url);

// A world that an earlier round shared with this thread stays until garbage is collected, and would count as memory of the next.
setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** How often: in each round the workers are fresh, and the first run, which warms them up, does not count. */
export interface Repetitions {
	readonly rounds: number;
	readonly runs: number;
}

export interface Measured {
	readonly result: RunResult;
	/** Of every run that counts: its ticks with recording, without build and hash. */
	readonly seconds: readonly number[];
	/** Of the fastest run. */
	readonly workers: readonly Pick<WorkerCount, "shards">[];
	readonly threads: number;
	/** Resident memory of the process, the most that was seen after a run. */
	readonly rssMB: number;
}

export interface Measuring {
	readonly spec: RunSpec;
	readonly threads: number | "auto";
	readonly repetitions: Repetitions;
	/** Called before each run. */
	readonly onRun?: (() => void) | undefined;
	/** Called after each round, while no worker is there. */
	readonly between?: (() => Promise<void>) | undefined;
}

/** @throws Error when two runs of the spec give two hashes */
export async function measure({ spec, threads, repetitions, onRun, between }: Measuring): Promise<Measured> {
	const seconds: number[] = [];
	let best: Omit<Measured, "seconds" | "rssMB"> | undefined;
	let rss = 0;
	for (let round = 0; round < repetitions.rounds; round++) {
		collectGarbage();
		const pool = openPool({
			spawn: () => platform.spawn(entry.href),
			lanes: [threads === "auto" ? platform.cores : threads],
			cores: platform.cores,
			spare: threads === "auto",
		});
		try {
			for (let run = 0; run <= repetitions.runs; run++) {
				onRun?.();
				const before = pool.workers();
				const result = await pool.run(spec);
				rss = Math.max(rss, process.memoryUsage.rss());
				if (best && best.result.hash !== result.hash) throw new Error("the same run gave two hashes");
				const did = pool.workers().map((after, w) => ({
					shards: after.shards - (before[w]?.shards ?? 0),
					runs: after.runs - (before[w]?.runs ?? 0),
					seconds: after.seconds - (before[w]?.seconds ?? 0),
				}));
				const workers = did.filter(({ runs }) => runs > 0);
				const time = workers[0]?.seconds ?? Number.NaN;
				if (run > 0) seconds.push(time);
				if (!best || (run > 0 && time <= Math.min(...seconds)))
					best = { result, workers: workers.map(({ shards }) => ({ shards })), threads: workers.length };
			}
		} finally {
			await pool.close();
		}
		await between?.();
	}
	return { ...(best as Omit<Measured, "seconds" | "rssMB">), seconds, rssMB: Math.round(rss / 1e6) };
}
