// Where a search takes place: bounds, start and first step of each coordinate that is free.

import type { Sequence } from "../engine/random/sequence.js";
import type { Point } from "./optimizer.js";

export type Bounds = readonly [low: number, high: number] | readonly (readonly [low: number, high: number])[];

export interface BoxOptions {
	/** Number of coordinates; may be left out where `bounds` or `initial` has one entry for each. */
	readonly dimension?: number | undefined;
	/** One pair for all coordinates, or one for each; low = high holds a coordinate fixed, ±Infinity leaves a side open. */
	readonly bounds?: Bounds | undefined;
	/** Where to start, for all coordinates or for each; unless told, the middle of the bounds, 0 where they are open. */
	readonly initial?: number | readonly number[] | undefined;
	/** Standard deviation of the first steps, > 0, in units of x, and no wider than the bounds; unless told, .3 of the width of the bounds, 1 where they are open. */
	readonly sigma?: number | undefined;
}

/** Of the free coordinates alone: those with low < high. All bounds are finite: an open side ends far away. */
export interface Box {
	readonly dimension: number;
	readonly low: Point;
	readonly high: Point;
	readonly start: Point;
	/** Standard deviation of the first steps, by coordinate. */
	readonly scale: Point;
	/** Whether the caller has chosen the start. */
	readonly chosen: boolean;
	/** Back into the bounds, by reflection at them: a continuous objective stays one. */
	fold(point: Point): number[];
	/** Anywhere within the bounds; where they are open, normal around the start. */
	scatter(draws: Sequence): number[];
	/** With the fixed coordinates in their places. */
	whole(point: Point): number[];
}

/** Open sides end here, so that squares and widths stay finite. */
const FAR = 1e150;

/** @throws RangeError for lengths that do not fit, bounds that are none, a start outside them, or a step that is not positive. */
export function readBox(who: string, { dimension, bounds, initial, sigma }: BoxOptions): Box {
	const fail = (what: string): never => {
		throw new RangeError(`${who}: ${what}`);
	};
	if (initial === null) fail("initial must be numbers, got null");
	const perCoordinate = Array.isArray(bounds) && Array.isArray(bounds[0]);
	const n =
		dimension ??
		(perCoordinate ? bounds?.length : undefined) ??
		(typeof initial === "object" ? initial.length : fail("dimension is missing"));
	if (!Number.isSafeInteger(n) || n < 1) fail(`dimension must be a whole number from 1 on, got ${n}`);
	const pairs = perCoordinate
		? (bounds as readonly (readonly [number, number])[])
		: new Array<readonly [number, number]>(n).fill((bounds ?? [-Infinity, Infinity]) as [number, number]);
	if (pairs.length !== n) fail(`bounds must be one pair or ${n}, as many as dimensions, got ${pairs.length}`);
	for (const pair of pairs) {
		const [low, high] = Array.isArray(pair) && pair.length === 2 ? pair : [NaN, NaN];
		if (!(low <= high && low <= FAR && high >= -FAR))
			fail(
				`bounds must be [low, high] with low ≤ high, not both beyond ±${FAR}, got ${JSON.stringify(pair)}`,
			);
	}
	if (typeof initial === "object" && initial.length !== n)
		fail(`initial must be one number or ${n}, as many as dimensions, got ${initial.length}`);
	if (sigma !== undefined && !(sigma > 0 && sigma < FAR)) fail(`sigma must be a number > 0, got ${sigma}`);

	const lows = pairs.map(([low]) => Math.max(low, -FAR));
	const highs = pairs.map(([, high]) => Math.min(high, FAR));
	const open = pairs.map(([low, high]) => low === -Infinity || high === Infinity);
	const starts = pairs.map(([low, high], i) => {
		const middle = open[i] ? Math.min(Math.max(0, low), high) : (lows[i] + highs[i]) / 2;
		const at = (typeof initial === "object" ? initial[i] : initial) ?? middle;
		if (!(Math.abs(at) <= FAR)) fail(`initial must be finite numbers, got ${at}`);
		if (at < low || at > high) fail(`initial must lie within bounds, got ${at} outside [${low}, ${high}]`);
		return at;
	});
	const free = pairs.flatMap(([low, high], i) => (low < high ? [i] : []));
	const low = free.map((i) => lows[i]);
	const high = free.map((i) => highs[i]);
	const isOpen = free.map((i) => open[i]);
	const start = free.map((i) => starts[i]);
	const scale = free.map((i) =>
		Math.min(sigma ?? (open[i] ? 1 : 0.3 * (highs[i] - lows[i])), highs[i] - lows[i]),
	);

	const fold = (point: Point): number[] => point.map((x, i) => reflect(x, low[i], high[i]));
	return {
		dimension: free.length,
		low,
		high,
		start,
		scale,
		chosen: initial !== undefined,
		fold,
		scatter: (draws) =>
			fold(
				start.map((at, i) =>
					isOpen[i] ? at + scale[i] * draws.normal() : low[i] + draws.uniform() * (high[i] - low[i]),
				),
			),
		whole(point) {
			const x = starts.slice();
			for (let k = 0; k < free.length; k++) x[free[k]] = point[k];
			return x;
		},
	};
}

function reflect(x: number, low: number, high: number): number {
	if (x >= low && x <= high) return x;
	const width = high - low;
	const along = (x - low) % (2 * width);
	const beyond = Math.abs(along);
	return Math.min(Math.max(low + (beyond > width ? 2 * width - beyond : beyond), low), high);
}
