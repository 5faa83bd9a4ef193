// The interval of the mean of one long run, by batches.

import { checkFinite, wholeNumber } from "./arguments.js";
import { confidenceInterval, type Interval } from "./intervals.js";
import { mean } from "./summary.js";

/**
 * The t interval of the mean of a steady series of dependent values, from the means of `batches` consecutive batches of equal length, which are
 * nearly independent when a batch is much longer than the dependence reaches (Schmeiser 1982: 10 to 30 batches). Values that fill no batch
 * are dropped from the start, where a rest of warm-up would be. Throws RangeError for batches that are no whole number from 2 on,
 * fewer values than batches, one that is not finite, or a level outside (0, 1).
 */
export function batchMeansInterval(series: ArrayLike<number>, level: number, batches = 20): Interval {
	checkFinite("batchMeansInterval", series);
	wholeNumber("batchMeansInterval", "batches", batches, 2);
	const length = Math.floor(series.length / batches);
	if (length === 0) {
		throw new RangeError(
			`batchMeansInterval: needs as many values as batches (${batches}), got ${series.length}`,
		);
	}
	const values = Float64Array.from(series).subarray(series.length - length * batches);
	const means = Array.from({ length: batches }, (_, i) =>
		mean(values.subarray(i * length, (i + 1) * length)),
	);
	return confidenceInterval(means, level);
}
