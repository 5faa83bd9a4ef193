// Bootstrap intervals of any statistic of independent observations.

import { purpose, type Sequence, sequence } from "../random/index.js";
import { checkLevel, oneOf, wholeNumber } from "./arguments.js";
import { normalCdf, normalQuantile } from "./distributions.js";
import type { Interval } from "./intervals.js";
import type { Resampling } from "./resampled-estimates.js";
import { mean, quantile } from "./summary.js";

/** Resamples: from 100 on here, 4,000 where left out. */
export interface BootstrapOptions extends Resampling {
	/** "bca" (default) corrects bias and skewness; "percentile" does not. */
	readonly method?: "bca" | "percentile";
}

const RESAMPLING = purpose("bootstrap");

/**
 * The bootstrap interval of a statistic, from resamples drawn with replacement (Efron 1979): the percentile interval, or the bias-corrected and
 * accelerated one, BCa (Efron 1987; acceleration from the jackknife; resamples that tie with the estimate count half below it). Quantiles
 * of the resampled statistics are of type 7. An observation may be anything, such as a pair: `statistic` gets as many as there are, and for
 * the jackknife one fewer; it must not keep or change what it gets. The same seed resamples the same way. One observation has no bounds.
 * Too narrow below some 20 observations. Throws RangeError when empty, for options outside their range, or when the
 * statistic is not finite.
 */
export function bootstrapInterval<T>(
	observations: ArrayLike<T>,
	statistic: (sample: readonly T[]) => number,
	{ level = 0.95, seed = "1", method = "bca", resamples = 4000 }: BootstrapOptions = {},
): Interval {
	checkLevel("bootstrapInterval", level);
	wholeNumber("bootstrapInterval", "resamples", resamples, 100);
	oneOf("bootstrapInterval", "method", method, ["bca", "percentile"]);
	const sample = Array.from(observations);
	if (sample.length === 0) throw new RangeError("bootstrapInterval: no observations");
	if (sample.length === 1) return { low: null, high: null };
	const measure = (of: readonly T[]) => {
		const value = statistic(of);
		if (Number.isFinite(value)) return value;
		throw new RangeError(`bootstrapInterval: the statistic of a sample must be finite, got ${value}`);
	};
	const draws = sequence(seed, RESAMPLING);
	const replicates = Float64Array.from({ length: resamples }, () => measure(resample(sample, draws)));
	const adjust =
		method === "bca" ? correction(replicates, measure(sample), jackknife(sample, measure)) : (p: number) => p;
	return {
		low: quantile(replicates, adjust(0.5 - level / 2)),
		high: quantile(replicates, adjust(0.5 + level / 2)),
	};
}

const resample = <T>(sample: readonly T[], draws: Sequence) =>
	sample.map(() => sample[draws.below(sample.length)]);

const jackknife = <T>(sample: readonly T[], measure: (of: readonly T[]) => number) =>
	sample.map((_, left) => measure(sample.filter((_, i) => i !== left)));

/** BCa: from a share of the interval's nominal tails to that of the replicates (Efron & Tibshirani 1993, equation 14.10). */
function correction(replicates: Float64Array, estimate: number, jackknifed: readonly number[]) {
	let below = 0;
	// Ties also where rounding alone, or the order of summing, tells two values apart.
	const rounding = 1e-12 * (quantile(replicates, 1) - quantile(replicates, 0));
	for (const value of replicates)
		below += Math.abs(value - estimate) <= rounding ? 0.5 : value < estimate ? 1 : 0;
	// An estimate beyond all replicates counts as if half of one were beyond it.
	const least = 0.5 / replicates.length;
	const bias = normalQuantile(Math.min(Math.max(below / replicates.length, least), 1 - least));
	const center = mean(jackknifed);
	let squares = 0;
	let cubes = 0;
	for (const value of jackknifed) {
		const deviation = center - value;
		squares += deviation * deviation;
		cubes += deviation * deviation * deviation;
	}
	const acceleration = squares > 0 ? cubes / (6 * squares * Math.sqrt(squares)) : 0;
	return (p: number) => {
		const z = bias + normalQuantile(p);
		const scale = 1 - acceleration * z;
		return scale > 0 ? normalCdf(bias + z / scale) : z > 0 ? 1 : 0;
	};
}
