// Summaries of a sample.

/** The arithmetic mean, refined once by the mean of the deviations, so that equal values give that value. Throws RangeError when empty. */
export function mean(values: ArrayLike<number>): number {
	const n = values.length;
	if (n === 0) throw new RangeError("mean: no values");
	let sum = 0;
	for (let i = 0; i < n; i++) sum += values[i];
	const first = sum / n;
	if (!Number.isFinite(first)) return first;
	let rest = 0;
	for (let i = 0; i < n; i++) rest += values[i] - first;
	return first + rest / n;
}

/** The sample variance, divisor n − 1, in two passes. Throws RangeError with fewer than two values. */
export function variance(values: ArrayLike<number>): number {
	const n = values.length;
	if (n < 2) throw new RangeError(`variance: needs two values or more, got ${n}`);
	const center = mean(values);
	let sum = 0;
	for (let i = 0; i < n; i++) {
		const deviation = values[i] - center;
		sum += deviation * deviation;
	}
	return sum / (n - 1);
}

/** The sample standard deviation, divisor n − 1. Throws RangeError with fewer than two values. */
export function standardDeviation(values: ArrayLike<number>): number {
	return Math.sqrt(variance(values));
}

/**
 * The p-quantile, 0 ≤ p ≤ 1, by linear interpolation between order statistics at 1 + (n − 1)p: R's type 7 (Hyndman & Fan 1996), the
 * default of R, NumPy and spreadsheets. The values need no order. Throws RangeError when empty, for NaN, or when p is outside.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
	const n = values.length;
	if (n === 0) throw new RangeError("quantile: no values");
	if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile: p must lie in [0, 1], got ${p}`);
	const sorted = Float64Array.from(values).sort();
	// NaN is sorted last.
	if (Number.isNaN(sorted[n - 1])) throw new RangeError("quantile: a value is NaN");
	const position = (n - 1) * p;
	const lower = Math.floor(position);
	const low = sorted[lower];
	const high = sorted[Math.min(lower + 1, n - 1)];
	const share = position - lower;
	// Without the test an infinite neighbor that does not count would give NaN.
	return share === 0 || low === high ? low : low + share * (high - low);
}
