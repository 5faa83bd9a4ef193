// sin: the sine of an angle in radians, the same bits in every JavaScript engine.

const PER_QUARTER = 0.6366197723675814; // 2/π
// π/2 in three parts; whole multiples of the first two up to 2^20 are exact.
const QUARTER_1 = 1.5707963267341256;
const QUARTER_2 = 6.077100506303966e-11;
const QUARTER_3 = 2.0222662487959506e-21;

/**
 * sin x for |x| < 2^30, NaN beyond. Absolute error ≤ 3e-16 for |x| < 1e6, growing to 1e-7 at the end of the range. Reduction by multiples of π/2 (Cody & Waite 1980), then the Taylor series on |r| ≤ π/4 to r^17 or r^16 (remainder 3e-18).
 */
export function sin(x: number): number {
	if (!(x > -1073741824 && x < 1073741824)) return NaN;
	const n = Math.floor(x * PER_QUARTER + 0.5);
	const r = x - n * QUARTER_1 - n * QUARTER_2 - n * QUARTER_3;
	const value = (n & 1) === 0 ? sine(r) : cosine(r);
	return (n & 2) === 0 ? value : -value;
}

function sine(r: number): number {
	const z = r * r;
	const high =
		1 / 362880 +
		z * (-1 / 39916800 + z * (1 / 6227020800 + z * (-1 / 1307674368000 + z * (1 / 355687428096000))));
	return r + r * z * (-1 / 6 + z * (1 / 120 + z * (-1 / 5040 + z * high)));
}

function cosine(r: number): number {
	const z = r * r;
	const high =
		1 / 40320 + z * (-1 / 3628800 + z * (1 / 479001600 + z * (-1 / 87178291200 + z * (1 / 20922789888000))));
	return 1 - z * (0.5 - z * (1 / 24 + z * (-1 / 720 + z * high)));
}
