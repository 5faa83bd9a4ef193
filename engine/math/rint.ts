// rint: the nearest whole number, halves to the even one.

const BIG = 4503599627370496; // 2^52: adding it leaves no bits behind the point, and the sum is rounded half to even

/** x rounded to a whole number, halves to even (IEEE 754 roundToIntegralTiesToEven); exact for every x. Never gives −0. */
export function rint(x: number): number {
	if (x >= 0) return x < BIG ? x + BIG - BIG : x;
	return x > -BIG ? x - BIG + BIG : x;
}
