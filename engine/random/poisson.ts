// Poisson: counts of independent events.

import { exp } from "../math/exp.js";
import { uniform } from "./continuous.js";
import { cornishFisher } from "./cornish-fisher.js";

/** Above this mean counts come from the Cornish–Fisher quantile instead of a search whose time grows with the mean. */
export const LARGE_MEAN = 500;

/**
 * A Poisson count with the given mean ≥ 0 (0 or less gives 0, NaN gives NaN), rising in the word. Mean ≤ 500: the exact quantile, up to
 * rounding of about 1e-13 in probability, by adding probabilities from 0 (Devroye 1986, X.3.3). Above: Cornish–Fisher, off by at most 1.
 */
export function poisson(word: number, mean: number): number {
	if (!(mean > 0)) return Math.max(mean, 0);
	if (mean > LARGE_MEAN) {
		const sd = Math.sqrt(mean);
		return cornishFisher(word, mean, sd, 1 / sd, 1 / mean);
	}
	const u = uniform(word);
	let term = exp(-mean);
	let below = term;
	let count = 0;
	while (u > below) {
		count += 1;
		term *= mean / count;
		below += term;
	}
	return count;
}
