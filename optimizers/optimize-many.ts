// optimizeMany: the trade-offs between several objectives of numbers.

import { sequence } from "../engine/random/sequence.js";
import { purpose } from "../engine/random/stream.js";
import { type Bounds, readBox } from "./box.js";
import { drive, type Objective } from "./evaluate.js";
import { readValue } from "./incumbent.js";
import { checkCount, checkSeed, onePoint } from "./minimize.js";
import { nsga2 } from "./nsga2.js";
import { type Incumbent, type Optimizer, openOptimizer, type Point, type Reason } from "./optimizer.js";
import { type Objectives, survivors } from "./pareto.js";

export interface ManyOptions {
	readonly method: "nsga2";
	/** One pair for each coordinate, or one for all with `dimension`; low = high holds a coordinate fixed. */
	readonly bounds: Bounds;
	readonly dimension?: number | undefined;
	/** Same seed, same points. */
	readonly seed: string;
	/** Evaluations at most, ≥ 1. */
	readonly budget: number;
	/** Points of a generation, and of the front at most; ≥ 4, 100 unless told. */
	readonly populationSize?: number | undefined;
	/** Stops after so many evaluations without anything new in the front, ≥ 1; never, unless told. */
	readonly stall?: number | undefined;
}

export interface OptimizeManyOptions extends ManyOptions {
	/** Evaluations under way at the same time, ≥ 1; a whole batch unless told. */
	readonly atOnce?: number | undefined;
}

export interface TradeOff {
	readonly x: Point;
	readonly objectives: Objectives;
}

/** What `optimizeMany` does, in the caller's hands: ask, tell, best. Throws as `optimizeMany`. */
export function openOptimizeMany(options: ManyOptions): Optimizer<Objectives, readonly TradeOff[]> {
	const who = "optimizeMany";
	const { method, bounds, seed, budget, populationSize = 100, stall } = options;
	if (method !== "nsga2") throw new RangeError(`${who}: method must be nsga2, got ${method}`);
	if (!Array.isArray(bounds) || (bounds.flat() as number[]).some((bound) => !Number.isFinite(bound)))
		throw new RangeError(`${who}: bounds must be given and finite, got ${JSON.stringify(bounds)}`);
	checkSeed(who, seed);
	checkCount(who, "budget", budget, 1);
	checkCount(who, "stall", stall ?? 1, 1);
	checkCount(who, "populationSize", populationSize, 4);
	const box = readBox(who, options);
	const draws = sequence(seed, purpose("search nsga2"));
	const search = box.dimension > 0 ? nsga2(box, draws, populationSize) : onePoint();
	return openOptimizer(search, frontIncumbent(populationSize), { budget, stall, place: box.whole });
}

/**
 * The points that no other point dominates, of those that the search keeps. A point with NaN or Infinity in an objective is the worst
 * there is: the front holds one only when nothing finite was seen, and then with Infinity in all objectives.
 * @throws RangeError for counts that are none, or bounds that do not fit. @throws TypeError when f does not give numbers, as
 * many each time. What f throws is thrown.
 */
export async function optimizeMany(
	f: Objective<readonly number[]>,
	options: OptimizeManyOptions,
): Promise<{ front: readonly TradeOff[]; evaluations: number; stopped: Reason }> {
	checkCount("optimizeMany", "atOnce", options.atOnce ?? 1, 1);
	const optimizer = openOptimizeMany(options);
	await drive(optimizer, f, options.atOnce);
	const { best, evaluations, stopped } = optimizer;
	return { front: best, evaluations, stopped: stopped as Reason };
}

/** Keeps the undominated, thinned as NSGA-II thins its last front: so it is the first front of the population. */
function frontIncumbent(size: number): Incumbent<Objectives, readonly TradeOff[]> {
	let front: readonly TradeOff[] = [];
	let length: number | undefined;
	return {
		read(value) {
			if (!Array.isArray(value) || value.length === 0)
				throw new TypeError(`the objectives must be a list of numbers, got ${String(value)}`);
			length ??= value.length;
			if (value.length !== length)
				throw new TypeError(`the objectives must be as many each time, ${length}, got ${value.length}`);
			const read = value.map(readValue);
			return read.includes(Infinity) ? read.fill(Infinity) : read;
		},
		note(points, values) {
			const before = front;
			const all = [...front, ...points.map((x, i) => ({ x, objectives: values[i] }))];
			const kept = survivors(
				all.map(({ objectives }) => objectives),
				size,
			).filter(({ rank }) => rank === 0);
			front = kept.map(({ index }) => all[index]);
			const seen = new Set(before.map(({ objectives }) => objectives.join()));
			return front.some(({ objectives }) => !seen.has(objectives.join()));
		},
		again: () => [],
		get best() {
			return front;
		},
		get found() {
			return front.some(({ objectives }) => !objectives.includes(Infinity));
		},
		reached: false,
	};
}
