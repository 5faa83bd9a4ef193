// Distances between doubles in units in the last place.

const float = new Float64Array(2);
const bits = new BigInt64Array(float.buffer);

/** How many doubles lie from a to b, for numbers of one sign; 0 when equal (also for two NaN). */
export function ulpDistance(a: number, b: number): number {
	if (Object.is(a, b) || a === b) return 0;
	if (Number.isNaN(a) || Number.isNaN(b) || a < 0 !== b < 0) return Infinity;
	float[0] = a;
	float[1] = b;
	const difference = (bits[0] as bigint) - (bits[1] as bigint);
	return Number(difference < 0n ? -difference : difference);
}
