// Carries out a plan: runs in worker threads, each kept as it finishes, with progress, checkpoints and a report at the end.

import { setTimeout as sleep } from "node:timers/promises";
import { type Pool, runAll, type WorkerCount } from "../engine/experiment/pool.js";
import { Checkpoints } from "./checkpoints.js";
import { openThreads, threadsFor } from "./executor.js";
import { Unfinished } from "./failure.js";
import { onInterrupt } from "./interrupt.js";
import type { Options } from "./options.js";
import { showProgress } from "./progress.js";
import { writeReport } from "./report/report.js";
import { conservation, type FinishedRun, finishedRun } from "./run-folder/finished-run.js";
import { type Plan, type PlannedRun, runsOf } from "./run-folder/manifest.js";
import { lastCheckpoint } from "./run-folder/saved.js";
import { Store } from "./run-folder/store.js";
import { overview, takenOver } from "./taken-over.js";
import { failedText, interruptedText } from "./text/way-on.js";

export interface CarriedOut {
	/** In the order of the plan. */
	readonly runs: readonly FinishedRun[];
	/** Of these, those that had finished before. */
	readonly reused: number;
	/** Runs that went on from a checkpoint, after so many ticks. */
	readonly resumed: readonly { variant: string; replication: number; tick: number }[];
	readonly threads: number;
	readonly workers: readonly WorkerCount[];
	/** Of what was carried out now. */
	readonly timing: { seconds: number; agentTicksPerSecond: number };
	readonly report?: string;
}

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** Milliseconds that an interrupted command takes for last checkpoints. */
const PATIENCE = 2000;

/**
 * Run what has not been run before. With a folder, which has its manifest, what has finished is in it whatever happens
 * next. @throws Unfinished with a folder, for whatever ends the study too soon
 */
export async function carryOut(plan: Plan, options: Options, folder?: string): Promise<CarriedOut> {
	const store = folder === undefined ? undefined : await Store.open(folder);
	const planned = runsOf(store?.manifest ?? plan);
	const before = await takenOver(planned, store, say);
	const { runs, left, saved } = before;
	if (before.ticks > 0 && !options.quiet) say(overview(before));
	const threads = threadsFor(options.threads);
	const pool = openThreads(options.threads, left.length);
	const finished = () => runs.filter((run) => run !== undefined).length;
	const halfway = () => ({ finished: finished(), planned: planned.length });
	const progress = showProgress(
		{
			total: planned.length * plan.ticks,
			before: before.ticks,
			done: () => before.ticks + pool.ticksDone(),
			runs: planned.length,
			runsDone: finished,
		},
		options.quiet ?? false,
	);
	const checkpoints = store && new Checkpoints(pool, store, progress.say);
	const noInterrupt = onInterrupt(async () => {
		progress.stop();
		const written = Promise.race([store?.settled(), sleep(PATIENCE)]);
		const [underWay] = await Promise.all([checkpoints?.last(PATIENCE), written]);
		store?.end("interrupted");
		return interruptedText({ ...halfway(), folder }, underWay ?? 0);
	});
	let agentTicks = 0;
	let underWay = 0;
	let failed: PlannedRun | undefined;
	const runOf = new Map(left.map(({ run }) => [run.spec, run]));
	const run: Pool["run"] = async (spec) => {
		const mine = runOf.get(spec) as PlannedRun;
		underWay++;
		try {
			return await pool.run(spec, checkpoints?.begin(mine, saved.has(mine)));
		} catch (error) {
			failed ??= mine;
			if (underWay > 1) progress.say(`${(error as Error).message}; the runs under way come to their end`);
			throw error;
		} finally {
			underWay--;
		}
	};
	const begin = performance.now();
	try {
		const specs = left.map(({ run }) => run.spec);
		await runAll({ size: pool.size, run }, specs, async (result, i) => {
			const { run, index } = left[i] as (typeof left)[number];
			await checkpoints?.end(run);
			await store?.keep(run, result);
			runs[index] = finishedRun(run, result);
			agentTicks += result.agents * (plan.ticks - (saved.get(run) ?? 0));
		});
		const seconds = (performance.now() - begin) / 1000;
		progress.stop();
		await store?.finish();
		const report = folder === undefined ? undefined : await writeReport(folder);
		store?.end("ended");
		process.exitCode = exitCodeOf(runs as FinishedRun[]);
		return {
			runs: runs as FinishedRun[],
			reused: planned.length - left.length,
			resumed: [...saved].map(([{ variant, replication }, tick]) => ({ variant, replication, tick })),
			threads,
			workers: pool.workers().filter(({ runs }) => runs > 0),
			timing: { seconds, agentTicksPerSecond: Math.round(agentTicks / Math.max(seconds, 1e-9)) },
			...(report !== undefined && { report }),
		};
	} catch (error) {
		if (!store) throw error;
		store.end("failed", { message: (error as Error).message });
		const { folder } = store;
		const last = failed && (await lastCheckpoint(folder, failed));
		throw new Unfinished(error, failedText({ ...halfway(), folder }, last));
	} finally {
		progress.stop();
		await checkpoints?.stop();
		await pool.close();
		store?.close();
		noInterrupt();
	}
}

/** 1 where something leaked. */
export function exitCodeOf(runs: readonly FinishedRun[]): number {
	const { goods, money } = conservation(runs);
	return goods === 0 && money === 0 ? 0 : 1;
}
