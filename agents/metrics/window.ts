// Sums over the last ticks of a series.

/** Sums of the last `window` values up to each tick (of fewer at the start). */
export function windowSums(values: Float64Array, window: number): Float64Array {
	const out = new Float64Array(values.length);
	let sum = 0;
	for (let t = 0; t < values.length; t++) {
		sum += values[t] - (t >= window ? values[t - window] : 0);
		out[t] = sum;
	}
	return out;
}
