// pow: x to the power y, the same bits in every JavaScript engine.

import { exponent, fraction, productError } from "./bits.js";
import { expSum } from "./exp.js";
import { artanhRest } from "./log.js";

const LN2_HIGH = 0.6931471805601177;
const LN2_LOW = -1.7239444525614835e-13;

/**
 * x^y. For 0 < x < ∞ and a normal number as result the relative error is below 5e-16 for |y ln x| < 50, 2e-15 beyond. Special cases
 * are ECMAScript's `**`: 1 for y = 0, NaN for 1^±∞ and for a negative x with a fractional y; negative x with a whole y has the sign of (−1)^y.
 * e^(y ln x) with ln x and the product held in two doubles each (Dekker 1971): a plain product would lose |y ln x| ulps.
 */
export function pow(x: number, y: number): number {
	if (y === 0) return 1;
	if (x > 0 && x < Infinity) return powPositive(x, y);
	if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
	const odd = y % 2 === 1 || y % 2 === -1;
	const negative = odd && (x < 0 || 1 / x < 0);
	let size: number;
	if (x === 0) size = y > 0 ? 0 : Infinity;
	else if (x === Infinity || x === -Infinity) size = y > 0 ? Infinity : 0;
	else size = Math.floor(y) === y ? powPositive(-x, y) : NaN;
	return negative ? -size : size;
}

function powPositive(x: number, y: number): number {
	const m = fraction(x);
	const k = exponent[0];
	// s = (m − 1)/(m + 1) in two parts; m − 1 is exact, m + 1 is t + u.
	const f = m - 1;
	const t = m + 1;
	const u = m - (t - 1);
	const s = f / t;
	const p = s * t;
	const v = (f - p - productError(s, t, p) - s * u) / t;
	// ln x = k ln 2 + 2s + 2v + s·rest, largest first, each sum's rounding error kept.
	const a = k * LN2_HIGH;
	const b = a + 2 * s;
	const c = s * artanhRest(s * s);
	const d = b + c;
	const roundings = (k === 0 ? 0 : 2 * s - (b - a)) + (c - (d - b));
	const rest = roundings + (2 * v + k * LN2_LOW);
	const high = d + rest;
	const low = rest - (high - d);
	const product = y * high;
	if (!(product < 750)) return product > 0 ? Infinity : NaN;
	if (product < -750) return 0;
	return expSum(product, productError(y, high, product) + y * low);
}
