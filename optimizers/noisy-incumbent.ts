// The best point of a search where values are noisy: a few candidates are evaluated again, and their means decide.

import { type Best, readValue } from "./incumbent.js";
import type { Incumbent, Point } from "./optimizer.js";

interface Candidate {
	readonly x: Point;
	count: number;
	mean: number;
	/** Sum of squared deviations from the mean. */
	squares: number;
}

/** Candidates kept. */
const POOL = 12;
/** Of the points that a search asks, the share that is evaluated again beside them; at least one. */
const SHARE = 0.3;
/** Standard errors that the bounds of a mean are away from it. */
const ERRORS = 2;

/**
 * The least value of each batch becomes a candidate. Evaluated again are those whose lower bound is least (confidence bounds of bandits, Lai & Robbins
 * 1985): they may be the best. The best is the one whose upper bound is least, so that one lucky value is not enough; it
 * reaches the target with its upper bound.
 */
export function noisyIncumbent(target: number): Incumbent<number, Best> {
	let pool: Candidate[] = [];
	let best: Candidate | undefined;
	let error = 0;
	const bound = ({ mean, count }: Candidate, side: -1 | 1) =>
		mean + (side * ERRORS * error) / Math.sqrt(count);
	const byBound = (side: -1 | 1) => (a: Candidate, b: Candidate) => {
		const [first, second] = [bound(a, side), bound(b, side)];
		return first < second ? -1 : first > second ? 1 : 0;
	};
	return {
		read: readValue,
		again(points) {
			if (pool.length === 0) return [];
			const number = Math.max(1, Math.round(SHARE * points));
			return pool
				.sort(byBound(-1))
				.slice(0, number)
				.map(({ x }) => x);
		},
		note(points, values) {
			let least: number | undefined;
			for (let i = 0; i < points.length; i++) {
				const candidate = pool.find(({ x }) => x === points[i]);
				if (candidate) take(candidate, values[i]);
				else if (least === undefined || values[i] < values[least]) least = i;
			}
			if (least !== undefined) pool.push({ x: points[least], count: 1, mean: values[least], squares: 0 });
			error = noiseOf(pool);
			pool = pool.sort(byBound(-1)).slice(0, POOL);
			const before = best;
			best = pool.filter(({ count }) => count > 1 || pool.length === 1).sort(byBound(1))[0] ?? pool[0];
			return best !== before;
		},
		get best() {
			if (!best) throw new Error("best: nothing has been evaluated");
			return { x: best.x, value: best.mean };
		},
		get reached() {
			return best !== undefined && best.count > 1 && bound(best, 1) <= target;
		},
	};
}

/** One more value (Welford 1962). */
function take(candidate: Candidate, value: number): void {
	const before = value - candidate.mean;
	candidate.count++;
	candidate.mean = Number.isFinite(before) ? candidate.mean + before / candidate.count : Infinity;
	candidate.squares += before * (value - candidate.mean);
}

/** Standard deviation of one value, from all that were repeated. */
function noiseOf(pool: readonly Candidate[]): number {
	let squares = 0;
	let freedom = 0;
	for (const candidate of pool)
		if (Number.isFinite(candidate.squares)) {
			squares += candidate.squares;
			freedom += candidate.count - 1;
		}
	return freedom > 0 ? Math.sqrt(squares / freedom) : 0;
}
