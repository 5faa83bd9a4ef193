// Kaplan–Meier: the share still alive at each time, when some were only seen to live until then.

import { checkLevel } from "./arguments.js";
import { normalQuantile } from "./distributions.js";
import type { Interval } from "./intervals.js";

export interface SurvivalStep extends Interval {
	readonly time: number;
	/** How many were under observation just before, how many of them ended then, and how many were lost from sight then. */
	readonly atRisk: number;
	readonly events: number;
	readonly censored: number;
	/** Share that outlives the time, and Greenwood's variance of it. */
	readonly survival: number;
	readonly variance: number;
}

export interface Survival {
	readonly n: number;
	readonly events: number;
	/** One for each time at which anything happened, ascending; before the first, survival is 1. */
	readonly steps: readonly SurvivalStep[];
	/** The first time at which survival is ½ or less; left out where it never is. A bound is null where the step bounds never pass ½. */
	readonly median?: { readonly value: number } & Interval;
}

/**
 * The product-limit estimate of survival (Kaplan & Meier 1958): S(t) = ∏ (1 − d/n) over the times up to t, d of n at risk having ended. At one
 * time ends come before losses: who is lost at t was at risk at t. Variance by Greenwood (1926): S² Σ d/(n(n − d)), 0 where S is 0.
 * Intervals on the scale log(−log S) (Kalbfleisch & Prentice 1980), so within [0, 1]; none (null) where S is 1 or 0. Median's interval: the
 * times at which the lower and the upper bound first are ½ or less (Brookmeyer & Crowley 1982).
 *
 * `observed[i]` says whether the end of i was seen at times[i]; left out, all were. Throws RangeError for no times, unequal lengths, or a time that
 * is negative or not finite.
 */
export function kaplanMeier({
	times,
	observed,
	level = 0.95,
}: {
	readonly times: ArrayLike<number>;
	readonly observed?: ArrayLike<boolean | number>;
	readonly level?: number;
}): Survival {
	const n = times?.length ?? 0;
	if (n === 0) throw new RangeError("kaplanMeier: no times");
	if (observed && observed.length !== n) {
		throw new RangeError(`kaplanMeier: ${n} times need as many observed, got ${observed.length}`);
	}
	checkLevel("kaplanMeier", level);
	for (let i = 0; i < n; i++) {
		if (!(times[i] >= 0 && times[i] < Infinity)) {
			throw new RangeError(`kaplanMeier: times[${i}] must be finite and at least 0, got ${times[i]}`);
		}
	}
	const z = normalQuantile(0.5 + level / 2);
	const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => times[a] - times[b]);
	const steps: SurvivalStep[] = [];
	let survival = 1;
	let sum = 0;
	let from = 0;
	while (from < n) {
		const time = times[order[from]];
		let to = from;
		let events = 0;
		for (; to < n && times[order[to]] === time; to++) if (observed?.[order[to]] ?? true) events++;
		const atRisk = n - from;
		survival *= (atRisk - events) / atRisk;
		if (events < atRisk) sum += events / (atRisk * (atRisk - events));
		const bounds = logLogBounds(survival, sum, z);
		const variance = survival * survival * sum;
		steps.push({ time, atRisk, events, censored: to - from - events, survival, variance, ...bounds });
		from = to;
	}
	// A product of fractions that is ½ may come out a rounding above it.
	const half = (share: number | null) => share !== null && share <= 0.5 + 1e-12;
	const first = (test: (step: SurvivalStep) => boolean) => steps.find(test)?.time;
	const value = first((step) => half(step.survival));
	const low = first((step) => half(step.low ?? step.survival)) ?? null;
	const high = first((step) => half(step.high ?? step.survival)) ?? null;
	const events = steps.reduce((total, step) => total + step.events, 0);
	return { n, events, steps, ...(value !== undefined && { median: { value, low, high } }) };
}

/** S to the powers e^±w, with w = z·s/|log S|, and s the standard error of log S. */
function logLogBounds(survival: number, sum: number, z: number): Interval {
	if (survival === 1 || survival === 0) return { low: null, high: null };
	const factor = Math.exp((z * Math.sqrt(sum)) / -Math.log(survival));
	return { low: survival ** factor, high: survival ** (1 / factor) };
}
