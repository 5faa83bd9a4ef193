// Several estimates from the same cases, each with a bootstrap interval from the same resamples.

import { sequence } from "../random/sequence.js";
import type { Purpose } from "../random/stream.js";
import { checkLevel, wholeNumber } from "./arguments.js";
import { normalQuantile } from "./distributions.js";
import type { Interval } from "./intervals.js";
import { standardDeviation } from "./summary.js";

export interface Resampling {
	/** Of the intervals, in (0, 1); .95 where left out. */
	readonly level?: number;
	/** Of the resamples, "1" where left out. */
	readonly seed?: string;
	/** How often the cases are drawn again, from 1 on; 1,000 where left out. */
	readonly resamples?: number;
}

/** A value with its interval; low and high are null where the cases are too few. */
export interface ResampledEstimate extends Interval {
	readonly value: number;
}

/**
 * Several estimates at once: value ± z·s, with s the standard deviation of the estimate over bootstrap resamples (Efron 1979; so used for
 * Sobol' indices by Archer, Saltelli & Sobol' 1997), which varies less by chance than percentiles do. `estimate` is given how often each of n
 * cases was drawn: first once each, then at random, n in all. A resample without a finite estimate is left out; an estimate that is
 * not finite for the cases as they are is undefined in the answer. Throws RangeError in the name of `caller` for options out of range.
 */
export function resampledEstimates(
	caller: string,
	n: number,
	estimate: (weights: Uint32Array) => ArrayLike<number>,
	{ level = 0.95, seed = "1", resamples = 1000 }: Resampling,
	purpose: Purpose,
): (ResampledEstimate | undefined)[] {
	checkLevel(caller, level);
	wholeNumber(caller, "resamples", resamples, 1);
	const values = Array.from(estimate(new Uint32Array(n).fill(1)));
	const draws = sequence(seed, purpose);
	const drawn: number[][] = values.map(() => []);
	for (let b = 0; b < resamples; b++) {
		const weights = new Uint32Array(n);
		for (let i = 0; i < n; i++) weights[draws.below(n)]++;
		const again = estimate(weights);
		for (let q = 0; q < values.length; q++) if (Number.isFinite(again[q])) drawn[q].push(again[q]);
	}
	return values.map((value, q) => {
		if (!Number.isFinite(value)) return undefined;
		if (n < 2 || drawn[q].length < 2) return { value, low: null, high: null };
		const half = normalQuantile(0.5 + level / 2) * standardDeviation(drawn[q]);
		return { value, low: value - half, high: value + half };
	});
}
