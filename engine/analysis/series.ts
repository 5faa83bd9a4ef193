// Measures of a series in time.

import { checkFinite } from "./arguments.js";
import { mean } from "./summary.js";

/**
 * The autocorrelation at a lag of 0 … n − 1: the sum of products of deviations from the whole series' mean, over the sum of
 * squares (Box & Jenkins 1970), so within [−1, 1]. NaN for a constant series. Throws RangeError for no values, one that is not finite, or another lag.
 */
export function autocorrelation(values: ArrayLike<number>, lag: number): number {
	checkFinite("autocorrelation", values);
	const n = values.length;
	if (!(Number.isInteger(lag) && lag >= 0 && lag < n)) {
		throw new RangeError(`autocorrelation: lag must be a whole number from 0 to ${n - 1}, got ${lag}`);
	}
	const center = mean(values);
	let products = 0;
	let squares = 0;
	for (let i = 0; i < n; i++) {
		const deviation = values[i] - center;
		squares += deviation * deviation;
		if (i + lag < n) products += deviation * (values[i + lag] - center);
	}
	return products / squares;
}
