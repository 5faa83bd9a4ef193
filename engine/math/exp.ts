// exp: e to the power x, the same bits in every JavaScript engine.

import { powerOfTwo } from "./bits.js";
import { rint } from "./rint.js";

// ln 2 in two parts: 40 bits, so that k times the first is exact, and the rest.
const LN2_HIGH = 0.6931471805601177;
const LN2_LOW = -1.7239444525614835e-13;
const PER_LN2 = 1 / LN2_HIGH;

/**
 * e^x for every x: 0 below −745.14, Infinity above 709.79, NaN for NaN. Error below 1 ulp where the result is a
 * normal number (largest seen .86). Reduction by multiples of ln 2 (Cody & Waite 1980), then the Taylor series on |r| ≤ ½ ln 2 to
 * r^13, whose remainder is 4e-18.
 */
export function exp(x: number): number {
	return expSum(x, 0);
}

/** e^(high + low) for a number held in two parts, |low| far below |high|: what `pow` needs. Error as `exp`. */
export function expSum(high: number, low: number): number {
	if (!(high < 709.8)) return high > 0 ? Infinity : high;
	if (high < -745.2) return 0;
	const k = rint(high * PER_LN2);
	const head = high - k * LN2_HIGH;
	const tail = low - k * LN2_LOW;
	const r = head + tail;
	const s = r * r;
	const t = s * s;
	// Pairs first (Estrin 1960): a shorter chain of dependent operations than Horner's.
	const a = 1 / 2 + r * (1 / 6) + s * (1 / 24 + r * (1 / 120));
	const b = 1 / 720 + r * (1 / 5040) + s * (1 / 40320 + r * (1 / 362880));
	const c = 1 / 3628800 + r * (1 / 39916800) + s * (1 / 479001600 + r * (1 / 6227020800));
	const y = 1 + (head + (tail + s * (a + t * (b + t * c))));
	if (k >= -1022 && k <= 1023) return y * powerOfTwo(k);
	// At both ends in two steps, of which only the last one rounds or overflows.
	return k > 0 ? y * 2 * powerOfTwo(k - 1) : y * powerOfTwo(-1000) * powerOfTwo(k + 1000);
}
