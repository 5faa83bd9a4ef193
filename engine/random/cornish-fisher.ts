// Cornish–Fisher: a quantile of a nearly normal count from its first four moments.

import { normalQuantile } from "../math/normal-quantile.js";
import { rint } from "../math/rint.js";
import { uniform } from "./continuous.js";

/**
 * The count at the word's quantile, not below 0, by the second-order expansion (Cornish & Fisher 1938; Abramowitz & Stegun
 * 26.2.49 with γ1, γ2, γ1²), rounded. Rising in the word for |skewness| ≤ .5. Off by at most 1 from the exact
 * quantile at any word for Poisson and binomial counts with means above 500; the error in the tails grows with skewness, see the callers.
 */
export function cornishFisher(
	word: number,
	mean: number,
	sd: number,
	skewness: number,
	excess: number,
): number {
	// Not `normal`, whose error times the largest sd would be counts.
	const z = normalQuantile(uniform(word));
	const s = z * z;
	const shift =
		(skewness / 6) * (s - 1) + (excess / 24) * z * (s - 3) - ((skewness * skewness) / 36) * z * (2 * s - 5);
	const count = rint(mean + sd * (z + shift));
	return Math.max(count, 0);
}
