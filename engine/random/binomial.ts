// Binomial: successes in n independent trials.

import { exp } from "../math/exp.js";
import { log1p } from "../math/log1p.js";
import { uniform } from "./continuous.js";
import { cornishFisher } from "./cornish-fisher.js";
import { LARGE_MEAN } from "./poisson.js";

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
	const q = 1 - p;
	const mean = n * p;
	if (mean > LARGE_MEAN) {
		const variance = mean * q;
		const sd = Math.sqrt(variance);
		const count = cornishFisher(word, mean, sd, (q - p) / sd, (1 - 6 * p * q) / variance);
		return Math.min(count, n);
	}
	const u = uniform(word);
	// No success while u ≤ (1 − p)^n, which is at least 1 − np (Bernoulli): mostly this is all there is to do.
	if (u <= 1 - mean) return 0;
	const odds = p / q;
	let term = exp(n * log1p(-p));
	let below = term;
	let count = 0;
	while (u > below && count < n) {
		term *= (odds * (n - count)) / (count + 1);
		count += 1;
		below += term;
	}
	return count;
}
