// Order of values: which is least, second, and so on; equal ones stay in their order.

/** Indices from the least value to the greatest. */
export const byValue = (values: ArrayLike<number>): number[] =>
	Array.from(values, (_, i) => i).sort((a, b) =>
		values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b,
	);
