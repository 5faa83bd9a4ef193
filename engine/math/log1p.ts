// log1p: the logarithm of 1 + x without losing a small x.

import { log } from "./log.js";

/**
 * ln(1 + x) for x > −1; −Infinity at −1, NaN below. Relative error below 4e-16. With u = 1 + x as rounded, ln(u)·x/(u − 1):
 * the rounding of u cancels (Kahan, HP-15C Advanced Functions Handbook, 1982).
 */
export function log1p(x: number): number {
	const u = 1 + x;
	if (u === 1) return x;
	return u === Infinity ? u : log(u) * (x / (u - 1));
}
