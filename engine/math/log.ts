// log: the natural logarithm, the same bits in every JavaScript engine.

import { exponent, fraction } from "./bits.js";

const LN2_HIGH = 0.6931471805601177; // 40 bits: k times it is exact
const LN2_LOW = -1.7239444525614835e-13;

/**
 * ln x for x > 0, subnormal numbers included; −Infinity at 0, Infinity at Infinity, NaN below 0 and for NaN. Error below 1.5 ulp
 * (largest seen .8). x = m·2^k; with f = m − 1 and s = f/(2 + f), ln m = 2 artanh s (Cody & Waite 1980), summed to
 * s^21: |s| ≤ .1716, so the remainder is 1e-18 of the result.
 */
export function log(x: number): number {
	if (!(x > 0)) return x === 0 ? -Infinity : NaN;
	if (x === Infinity) return x;
	const f = fraction(x) - 1;
	const k = exponent[0];
	const s = f / (2 + f);
	const r = artanhRest(s * s);
	// 2s = f − s·f = f − (f²/2 − s·f²/2): f itself is exact and the rest is small beside it.
	const half = 0.5 * f * f;
	return k * LN2_HIGH + (f - (half - (s * (half + r) + k * LN2_LOW)));
}

/** 2·(z/3 + z²/5 + … + z^10/21), that is (2 artanh s − 2s)/s at z = s²; |z| ≤ .0295. */
export function artanhRest(z: number): number {
	const w = z * z;
	const odd = 2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19))));
	const even = 2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21))));
	return z * odd + w * even;
}
