// Carries out a plan: runs in worker threads, each kept as it finishes, with progress.

import { runAll, type WorkerCount } from "../engine/experiment/pool.js";
import { openThreads, threadsFor } from "./executor.js";
import { onInterrupt } from "./interrupt.js";
import type { Options } from "./options.js";
import { manifestOf } from "./plan.js";
import { showProgress } from "./progress.js";
import { conservation, type FinishedRun, finishedRun } from "./run-folder/finished-run.js";
import { type Plan, type PlannedRun, runsOf } from "./run-folder/manifest.js";
import { Store } from "./run-folder/store.js";
import { counted } from "./text/wording.js";

export interface CarriedOut {
	/** In the order of the plan. */
	readonly runs: readonly FinishedRun[];
	readonly threads: number;
	readonly workers: readonly WorkerCount[];
	readonly timing: { seconds: number; agentTicksPerSecond: number };
}

/** Run everything; with a folder, what has finished is in it whatever happens next. */
export async function carryOut(plan: Plan, options: Options, folder?: string): Promise<CarriedOut> {
	const planned = runsOf(plan);
	const threads = threadsFor(options.threads);
	const store = folder === undefined ? undefined : await Store.begin(folder, manifestOf(plan));
	const pool = openThreads(options.threads, planned.length);
	let kept = 0;
	let agents = 0;
	const progress = showProgress(
		{
			total: planned.length * plan.ticks,
			done: () => pool.ticksDone(),
			runs: planned.length,
			runsDone: () => kept,
		},
		options.quiet ?? false,
	);
	const noInterrupt = onInterrupt(() => {
		progress.stop();
		return interrupted(kept, planned.length, folder);
	});
	const begin = performance.now();
	try {
		const specs = planned.map(({ spec }) => spec);
		const runs = await runAll(pool, specs, async (result, index) => {
			const run = planned[index] as PlannedRun;
			await store?.keep(run, result);
			kept++;
			agents += result.agents;
			return finishedRun(run, result);
		});
		const seconds = (performance.now() - begin) / 1000;
		progress.stop();
		await store?.finish();
		const { goods, money } = conservation(runs);
		if (goods !== 0 || money !== 0) process.exitCode = 1;
		return {
			runs,
			threads,
			workers: pool.workers().filter(({ runs }) => runs > 0),
			timing: {
				seconds,
				agentTicksPerSecond: Math.round((agents * plan.ticks) / seconds),
			},
		};
	} finally {
		progress.stop();
		await pool.close();
		store?.close();
		noInterrupt();
	}
}

function interrupted(kept: number, planned: number, folder: string | undefined): string {
	const finished = `interrupted: ${kept} of ${counted(planned, "run")} had finished`;
	if (folder === undefined || kept === 0) return finished;
	return `${finished} and are kept; for their tables and report: fractwin report ${folder}`;
}
