// minimize: the least value of a function of numbers, by one of the searches.

import { type Sequence, sequence } from "../engine/random/sequence.js";
import { purpose } from "../engine/random/stream.js";
import { type Box, type BoxOptions, readBox } from "./box.js";
import { cmaEs } from "./cma-es.js";
import { differentialEvolution } from "./differential-evolution.js";
import { drive, type Objective } from "./evaluate.js";
import { genetic, type SpawnIsland } from "./genetic.js";
import { type Best, exactIncumbent } from "./incumbent.js";
import { nelderMead } from "./nelder-mead.js";
import { noisyIncumbent } from "./noisy-incumbent.js";
import { type Optimizer, openOptimizer, type Reason, type Search } from "./optimizer.js";

export interface SearchOptions extends BoxOptions {
	readonly method: Method;
	/** Same seed, same points. */
	readonly seed: string;
	/** Evaluations at most, ≥ 1. */
	readonly budget: number;
	/** Stops when a value ≤ target was found; looked at after each batch. */
	readonly target?: number | undefined;
	/** Stops after so many evaluations without anything better, ≥ 1; never, unless told. */
	readonly stall?: number | undefined;
	/** Two evaluations of one x differ: the best few are evaluated again and again, which counts, and their means decide. */
	readonly noisy?: boolean | undefined;
	/** Points of a generation, ≥ 4, of each island in "genetic"; each method has a default, and "nelder-mead" none. */
	readonly populationSize?: number | undefined;
	/** Islands of "genetic", ≥ 1; 4 unless told. */
	readonly islands?: number | undefined;
}

export interface MinimizeOptions extends SearchOptions {
	/** Evaluations under way at the same time, ≥ 1; a whole batch unless told. */
	readonly atOnce?: number | undefined;
}

export interface Minimum {
	readonly x: readonly number[];
	/** Of x; with `noisy` the mean of its evaluations. Infinity when nothing finite was seen, which `stopped` then says. */
	readonly value: number;
	readonly evaluations: number;
	readonly stopped: Reason;
}

export type Method = keyof typeof methods;

const methods = {
	"cma-es": cmaEs,
	"differential-evolution": differentialEvolution,
	genetic,
	"nelder-mead": nelderMead,
} satisfies Record<
	string,
	(box: Box, draws: Sequence, options: SearchOptions, spawn?: SpawnIsland) => Search<number>
>;

/** What `minimize` does, in the caller's hands: ask, tell, best. Throws as `minimize`. */
export function openMinimizer(options: SearchOptions, spawn?: SpawnIsland): Optimizer<number, Best> {
	const who = "minimize";
	const { method, seed, budget, target = -Infinity, stall, noisy = false } = options;
	if (!Object.hasOwn(methods, method))
		throw new RangeError(`${who}: method must be one of ${Object.keys(methods).join(", ")}, got ${method}`);
	if (typeof target !== "number" || Number.isNaN(target))
		throw new RangeError(`${who}: target must be a number, got ${target}`);
	checkSeed(who, seed);
	checkCount(who, "budget", budget, 1);
	checkCount(who, "stall", stall ?? 1, 1);
	checkCount(who, "populationSize", options.populationSize ?? 4, 4);
	checkCount(who, "islands", options.islands ?? 1, 1);
	const box = readBox(who, options);
	const draws = sequence(seed, purpose(`search ${method}`));
	const search = box.dimension > 0 ? methods[method](box, draws, options, spawn) : onePoint();
	const incumbent = noisy ? noisyIncumbent(target) : exactIncumbent(target);
	return openOptimizer(search, incumbent, { budget, stall, place: box.whole });
}

/**
 * The x of the least value found and that value. NaN counts as Infinity, the worst. The result depends on f, options and seed alone, not on
 * how long evaluations take or on threads.
 * @throws RangeError for an unknown method, counts that are none, bounds or lengths that do not fit. @throws TypeError when f gives
 * no number. What f throws is thrown.
 */
export type Minimize = (f: Objective<number>, options: MinimizeOptions) => Promise<Minimum>;

/** `minimize` on a platform; without threads the islands of "genetic" are bred by who calls. */
export function minimizeWith(spawn?: SpawnIsland): Minimize {
	return async (f, options) => {
		checkCount("minimize", "atOnce", options.atOnce ?? 1, 1);
		const optimizer = openMinimizer(options, spawn);
		await drive(optimizer, f, options.atOnce);
		const { best, evaluations, stopped } = optimizer;
		return { ...best, evaluations, stopped: stopped as Reason };
	};
}

/** Where there are no threads: on the thread that calls. */
export const minimize: Minimize = minimizeWith();

/** Where all coordinates are fixed. */
export function* onePoint(): Generator<[][], void, readonly unknown[]> {
	yield [[]];
}

/** @throws RangeError unless a text, or a number, which stands for its text */
export function checkSeed(who: string, seed: unknown): void {
	if (typeof seed !== "string" && !Number.isFinite(seed))
		throw new RangeError(`${who}: seed must be a text, got ${seed}`);
}

/** @throws RangeError unless a whole number from `least` on */
export function checkCount(who: string, name: string, count: number, least: number): void {
	if (!(Number.isSafeInteger(count) && count >= least))
		throw new RangeError(`${who}: ${name} must be a whole number from ${least} on, got ${count}`);
}
