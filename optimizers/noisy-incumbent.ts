// The best point of a search where values are noisy: candidates are evaluated again beside the best one, and means decide.

import { type Best, readValue } from "./incumbent.js";
import type { Incumbent, Point } from "./optimizer.js";
import { byValue } from "./order.js";

interface Candidate {
	readonly x: Point;
	/** Evaluations beside those of the search. */
	repeats: number;
	/** All evaluations, and their mean. */
	count: number;
	mean: number;
}

/** Of the points that a search asks, the share that is evaluated again beside them; at least one. */
const SHARE = 0.3;
/** Challengers that are evaluated in a batch, and that wait. */
const AT_ONCE = 3;
const QUEUE = 12;
/** Evaluations after which a mean counts, however many the best point has. */
const ENOUGH = 16;
/** Standard errors that decide sooner. */
const CLEAR = 3;

/**
 * Each batch brings two challengers: its least value, and the middle of its better half, where errors cancel (Beyer & Arnold 2000). A
 * challenger is evaluated again until its mean is above that of the best point, or it has as many evaluations and takes its
 * place (Hutter et al. 2009), or it is clearly below. The best point is evaluated in every batch.
 */
export function noisyIncumbent(target: number): Incumbent<number, Best> {
	let best: Candidate | undefined;
	let challengers: Candidate[] = [];
	/** All that was evaluated, since a search may ask for a point again. */
	const candidates = new Map<string, Candidate>();
	/** Repeats given out, in turn. */
	let served = 0;
	let squares = 0;
	let freedom = 0;
	/** Standard error of a mean, from all that was repeated. */
	const errorOf = (count: number) => Math.sqrt(squares / Math.max(1, freedom) / count);

	function candidateAt(x: Point): Candidate {
		const name = x.join();
		const candidate = candidates.get(name) ?? { x, repeats: 0, count: 0, mean: 0 };
		candidates.set(name, candidate);
		return candidate;
	}

	function take(candidate: Candidate, value: number): void {
		// Welford (1962)
		const before = value - candidate.mean;
		candidate.count++;
		if (candidate.count === 1) candidate.mean = value;
		else
			candidate.mean = Number.isFinite(before)
				? candidate.mean + before / candidate.count
				: Math.max(candidate.mean, value);
		const added = before * (value - candidate.mean);
		if (candidate.count === 1 || !Number.isFinite(added)) return;
		squares += added;
		freedom++;
	}

	function compete(challenger: Candidate): boolean {
		if (!best || challenger.count === 0) return true;
		if (!(challenger.mean < best.mean)) return false;
		const gap = CLEAR * (errorOf(challenger.count) + errorOf(best.count));
		const clear = challenger.count > 2 && challenger.mean + gap < best.mean;
		if (challenger.count < Math.min(best.count, ENOUGH) && !clear) return true;
		best = challenger;
		return false;
	}

	return {
		read: readValue,
		again(points) {
			if (!best) return [];
			const turn = [best, ...challengers.slice(0, AT_ONCE)];
			const number = Math.max(1, Math.round(SHARE * points));
			return Array.from({ length: number }, () => turn[served++ % turn.length].x);
		},
		note(points, values) {
			const before = best;
			const again = new Set([best, ...challengers]);
			const fresh: Candidate[] = [];
			for (let i = 0; i < points.length; i++) {
				const candidate = candidateAt(points[i]);
				take(candidate, values[i]);
				if (again.has(candidate)) candidate.repeats++;
				else if (!fresh.includes(candidate)) fresh.push(candidate);
			}
			if (fresh.length > 0) {
				const order = byValue(fresh.map(({ mean }) => mean)).map((k) => fresh[k]);
				best ??= order[0];
				const half = order.slice(0, Math.ceil(order.length / 2)).map(({ x }) => x);
				for (const challenger of [order[0], candidateAt(middle(half))])
					if (challenger !== best && !challengers.includes(challenger)) challengers.unshift(challenger);
			}
			challengers = challengers
				.filter(compete)
				.slice(0, QUEUE)
				.sort((a, b) => b.repeats - a.repeats);
			return best !== before;
		},
		get best() {
			if (!best) throw new Error("best: nothing has been evaluated");
			return { x: best.x, value: best.mean };
		},
		get found() {
			return best !== undefined && best.mean < Infinity;
		},
		get reached() {
			return best !== undefined && best.count > 2 && best.mean + 2 * errorOf(best.count) <= target;
		},
	};
}

/** Not outside of them, however sums are rounded. */
function middle(points: readonly Point[]): Point {
	return points[0].map((_, j) => {
		const least = points.reduce((low, x) => Math.min(low, x[j]), Infinity);
		const most = points.reduce((high, x) => Math.max(high, x[j]), -Infinity);
		const mean = points.reduce((sum, x) => sum + x[j] / points.length, 0);
		return Math.min(Math.max(mean, least), most);
	});
}
