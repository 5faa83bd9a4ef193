// Continuous distributions, each a rising function of one 32-bit word, so that common random numbers stay common.

import { log } from "../math/log.js";
import { normalQuantile } from "../math/normal-quantile.js";

/** Uniform on (0, 1): the middle of the word's cell of width 2^−32, never 0 or 1. */
export function uniform(word: number): number {
	return (word + 0.5) / 4294967296;
}

/** Standard normal, |z| ≤ 6.34; the inverted word ~w gives exactly −z. */
export function normal(word: number): number {
	return normalQuantile(uniform(word));
}

/** Exponential with mean 1, at most 22.9. */
export function exponential(word: number): number {
	return -log(1 - uniform(word));
}

/** Standard Gumbel (location 0, scale 1; mean .5772, variance π²/6), from −3.14 to 22.9. */
export function gumbel(word: number): number {
	return -log(-log(uniform(word)));
}
