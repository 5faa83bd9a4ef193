// A bench of a model: one run through the public interface with recording on, beside hand-written loops if asked.

import { quantile } from "../../engine/analysis/summary.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import type { Model } from "../../engine/schedule/model.js";
import { type BenchDocument, type Check, type Figure, less, more, rounded, within } from "./figures.js";
import { type Measured, measure, type Repetitions } from "./measure.js";
import { profile } from "./profile.js";
import { timeYardstick, type YardstickName } from "./yardstick.js";

export interface ModelBench {
	readonly name: string;
	readonly about: string;
	/** In the registry of `worker.ts`. */
	readonly model: string;
	readonly parameters: (ticks: number) => unknown;
	/** Rows that count as agents. */
	readonly agents: number;
	readonly ticks: number;
	readonly repetitions: Repetitions;
	check(result: RunResult): Readonly<Record<string, Check>>;
	/** More to show: activity per tick. */
	figures?(result: RunResult): Readonly<Record<string, Figure>>;
	/** Its phases are timed too, and none may take more than half of the tick. */
	readonly profiled?: Model<never>;
	/** The loop that `yardstick` means, and what else it is held against. */
	readonly yardsticks?: readonly [YardstickName, ...YardstickName[]];
	/** Other models of the same thing, measured beside it with --yardstick. */
	readonly siblings?: Readonly<Record<string, string>>;
}

export interface ModelDocument extends BenchDocument {
	readonly agents: number;
	readonly ticks: number;
	readonly seconds: number;
	readonly medianSeconds: number;
	readonly updatesPerSecond: number;
	readonly hash: string;
	readonly rssMB: number;
	readonly workers: readonly { shards: number }[];
	/** One thread of the leanest loop, and how many times as fast the model was. */
	readonly yardstick?: { updatesPerSecond: number; ratio: number };
}

export interface BenchOptions {
	readonly threads: number | "auto";
	readonly seed: string;
	readonly yardstick: boolean;
	/** Called before each run, to show progress. */
	onRun(): void;
}

/** Runs of one measurement. */
export const runsOf = ({ rounds, runs }: Repetitions) => rounds * (runs + 1);

/** All runs that `benchModel` makes. */
export const runsPlanned = (bench: ModelBench, yardstick: boolean): number =>
	runsOf(bench.repetitions) * (yardstick ? 2 + Object.keys(bench.siblings ?? {}).length : 1);

/** In turn, so that whatever else the machine does meets all alike: a round of ours, then one of each loop. */
export async function benchModel(bench: ModelBench, options: BenchOptions): Promise<ModelDocument> {
	const { name, agents, ticks, repetitions } = bench;
	const { threads, seed, onRun } = options;
	const spec = { model: bench.model, parameters: bench.parameters(ticks), seed, replication: 0, ticks };
	const loops = options.yardstick ? (bench.yardsticks ?? []) : [];
	const others = options.yardstick ? Object.entries(bench.siblings ?? {}) : [];
	const best: Record<string, number> = {};
	const note = (what: string, seconds: readonly number[]) => {
		best[what] = Math.min(best[what] ?? Number.POSITIVE_INFINITY, ...seconds);
	};
	const oneRound = { ...repetitions, rounds: 1 };
	const between = async () => {
		for (const loop of loops) note(loop, await timeYardstick(loop, { seed, runs: repetitions.runs }));
		if (!options.yardstick) return;
		const alone = await measure({ spec, threads: 1, repetitions: oneRound, onRun });
		note("one thread", alone.seconds);
		for (const [what, model] of others)
			note(
				what,
				(await measure({ spec: { ...spec, model }, threads: 1, repetitions: oneRound, onRun })).seconds,
			);
	};
	const found = await measure({ spec, threads, repetitions, onRun, between });
	const phases = bench.profiled && profile(bench.profiled, spec.parameters as never, seed);
	const rate = (seconds: number) => (agents * ticks) / seconds;
	const seconds = Math.min(...found.seconds);
	const against = loops[0] && best[loops[0]];
	return {
		name,
		agents,
		ticks,
		threads: found.threads,
		seconds: rounded(seconds),
		medianSeconds: rounded(quantile(found.seconds, 0.5)),
		updatesPerSecond: Math.round(rate(seconds)),
		hash: found.result.hash,
		rssMB: found.rssMB,
		workers: found.workers,
		check: {
			...bench.check(found.result),
			...(phases && { "largest phase, share of the tick": within(0, phases.largest, 0.5) }),
		},
		...(against && {
			yardstick: { updatesPerSecond: Math.round(rate(against)), ratio: rounded(against / seconds) },
		}),
		figures: {
			...figuresOf(found, rate, best, seconds, ticks),
			...bench.figures?.(found.result),
			...phases?.figures,
		},
	};
}

function figuresOf(
	{ threads, rssMB, seconds: all }: Measured,
	rate: (seconds: number) => number,
	best: Readonly<Record<string, number>>,
	seconds: number,
	ticks: number,
): Record<string, Figure> {
	const million = (time: number) => more(rate(time) / 1e6, "million updates/s");
	const figures: Record<string, Figure> = {
		best: million(seconds),
		median: million(quantile(all, 0.5)),
		ticks: more(ticks / seconds, "ticks/s"),
		memory: less(rssMB, "MB"),
	};
	const alone = best["one thread"];
	for (const [what, time] of Object.entries(best)) figures[what] = million(time);
	if (alone === undefined) return figures;
	if (threads > 1) figures[`${threads} threads / one thread`] = more(alone / seconds, "times");
	for (const [what, time] of Object.entries(best))
		if (what !== "one thread") {
			figures[`${threads} threads / ${what}`] = more(time / seconds, "times");
			if (threads > 1) figures[`one thread / ${what}`] = more(time / alone, "times");
		}
	return figures;
}
