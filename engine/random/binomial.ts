// Binomial: successes in n independent trials.

import { exp } from "../math/exp.js";
import { log1p } from "../math/log1p.js";
import { uniform } from "./continuous.js";
import { cornishFisher } from "./cornish-fisher.js";
import { LARGE_MEAN } from "./poisson.js";

/** Up to so many trials q^n comes from products, cheaper than exp and log1p. */
const FEW = 1000;

/**
 * Successes in n trials (whole, 0 … 2^53) with probability p each (below 0 counts as 0, above 1 as 1), rising in the word. Exact
 * quantile, up to rounding of about 1e-12 in probability, while n·min(p, 1 − p) ≤ 500 (adding probabilities from 0, Devroye 1986, X.4.3); above, Cornish–Fisher, off by at most 1.
 */
export function binomial(word: number, n: number, p: number): number {
	if (!(n > 0 && p > 0)) return n <= 0 || p <= 0 ? 0 : NaN;
	if (p >= 1) return n;
	// Failures are counted from the other end of the unit interval, so that successes still rise with the word.
	return p > 0.5 ? n - rare(~word >>> 0, n, 1 - p) : rare(word, n, p);
}

/** p ≤ ½ */
function rare(word: number, n: number, p: number): number {
	const u = uniform(word);
	const mean = n * p;
	// q^n ≥ 1 − np (Bernoulli): draws of rare events mostly end here.
	if (u <= 1 - mean) return 0;
	const q = 1 - p;
	if (mean > LARGE_MEAN) {
		const variance = mean * q;
		const sd = Math.sqrt(variance);
		const count = cornishFisher(word, mean, sd, (q - p) / sd, (1 - 6 * p * q) / variance);
		return Math.min(count, n);
	}
	const odds = p / q;
	let term = n <= FEW ? power(q, n) : exp(n * log1p(-p));
	let below = term;
	let count = 0;
	while (u > below && count < n) {
		term *= (odds * (n - count)) / (count + 1);
		count += 1;
		below += term;
	}
	return count;
}

/** x^n for whole n ≥ 1 by repeated squaring (Knuth, TAOCP 2, 4.6.3): relative error up to n·1e-16. */
function power(x: number, n: number): number {
	let result = 1;
	let square = x;
	for (let rest = n; ; square *= square) {
		if ((rest & 1) === 1) result *= square;
		rest >>>= 1;
		if (rest === 0) return result;
	}
}
