// Confidence intervals of means, alone and paired.

import { checkFinite, checkLevel } from "./arguments.js";
import { studentQuantile } from "./distributions.js";
import { mean, standardDeviation, variance } from "./summary.js";

/** The bounds of an interval; null where the sample is too small to give one. */
export interface Interval {
	readonly low: number | null;
	readonly high: number | null;
}

export interface PairedDifference extends Interval {
	readonly mean: number;
	/** (var a + var b)/var(a − b): the factor by which pairing saves replications; left out when var(a − b) is 0 or unknown. */
	readonly varianceRatio?: number;
}

/**
 * Student's t interval for the mean of independent values: mean ± t·s/√n with n − 1 degrees of freedom (Gosset 1908). One value has none.
 * Throws RangeError when empty, for a value that is not finite, or a level outside (0, 1).
 */
export function confidenceInterval(values: ArrayLike<number>, level: number): Interval {
	checkLevel("confidenceInterval", level);
	checkFinite("confidenceInterval", values);
	const n = values.length;
	if (n === 1) return { low: null, high: null };
	const center = mean(values);
	const half = (studentQuantile(0.5 + level / 2, n - 1) * standardDeviation(values)) / Math.sqrt(n);
	return { low: center - half, high: center + half };
}

/**
 * The mean of a[i] − b[i] with its t interval, for runs paired by common random numbers (Law 2015, ch. 10.2).
 * Throws RangeError for unequal lengths, no values, one that is not finite, or a level outside (0, 1).
 */
export function pairedDifference(
	a: ArrayLike<number>,
	b: ArrayLike<number>,
	level: number,
): PairedDifference {
	checkFinite("pairedDifference", a);
	checkFinite("pairedDifference", b);
	if (a.length !== b.length) {
		throw new RangeError(`pairedDifference: lengths must be equal, got ${a.length} and ${b.length}`);
	}
	const differences = Float64Array.from(a, (value, i) => value - b[i]);
	const result = {
		mean: mean(differences),
		...confidenceInterval(differences, level),
	};
	const spread = differences.length > 1 ? variance(differences) : 0;
	return spread > 0 ? { ...result, varianceRatio: (variance(a) + variance(b)) / spread } : result;
}
