// Negative binomial: counts more variable than Poisson's.

import { exp } from "../math/exp.js";
import { log1p } from "../math/log1p.js";
import { uniform } from "./continuous.js";
import { cornishFisher } from "./cornish-fisher.js";
import { LARGE_MEAN, poisson } from "./poisson.js";

/** The expansion is only used below this skewness; beyond it would fall short in the tails and then stop rising. */
const LARGE_SKEWNESS = 0.5;

/**
 * A count with the given mean and variance, rising in the word; Poisson when variance ≤ mean, 0 for a mean of 0 or less. Exact quantile, by
 * adding probabilities from 0, when mean ≤ 500 or skewness > ½: time grows with the count drawn, which for a variance far
 * above the mean can be some 20·variance/mean. Otherwise Cornish–Fisher: off by at most 1 or, if
 * more, .03 sd up to skewness .3 and .12 sd up to ½, and that only at the last words, 5 to 6 sd out.
 */
export function negativeBinomial(word: number, mean: number, variance: number): number {
	if (!(variance > mean && mean > 0)) return poisson(word, mean);
	// With d = variance/mean − 1 the usual size is mean/d and the success probability 1/(1 + d); this form has Poisson's limit at d → 0.
	const d = (variance - mean) / mean;
	if (mean > LARGE_MEAN) {
		const sd = Math.sqrt(variance);
		const skewness = (1 + 2 * d) / sd;
		if (skewness <= LARGE_SKEWNESS) {
			const excess = (1 + 6 * d * (1 + d)) / variance;
			return cornishFisher(word, mean, sd, skewness, excess);
		}
	}
	const u = uniform(word);
	let term = exp((-mean * log1p(d)) / d);
	let below = term;
	let count = 0;
	while (u > below) {
		term *= (mean + count * d) / ((1 + d) * (count + 1));
		count += 1;
		const next = below + term;
		// Far beyond the mean the sum may stop short of the last words by its own rounding.
		if (next === below && count > mean) break;
		below = next;
	}
	return count;
}
