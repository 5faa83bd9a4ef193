// threshold: a probability as a bound on words, so that a chance is decided by comparing integers.

/** word < threshold(p) exactly where uniform(word) < p; a whole number, 0 … 2^32 for p from 0 to 1. */
export function threshold(p: number): number {
	// uniform(w) = (w + ½)/2^32 without rounding; p·2^32 − ½ is exact from p = 2^−32 on, and below no word but 0 is in question.
	return Math.max(0, Math.ceil(p * 4294967296 - 0.5));
}
