// Continuous distributions, each a rising function of one 32-bit word, so that common random numbers stay common.

import { log } from "../math/log.js";
import { log1p } from "../math/log1p.js";
import { normalQuantile } from "../math/normal-quantile.js";
import { octaveTable } from "./octave-table.js";

/** Uniform on (0, 1): the middle of the word's cell of width 2^−32, never 0 or 1. */
export function uniform(word: number): number {
	return (word + 0.5) / 4294967296;
}

// Not exported by these names: to the compiler a module's own constant is a constant, an exported one a variable.
const normalCubics = octaveTable(normalQuantile, 16);
const gumbelCubics = new Float64Array(8192);
gumbelCubics.set(octaveTable((p) => -log(-log(p)), 32));
gumbelCubics.set(
	octaveTable((p) => -log(-log1p(-p)), 32),
	4096,
);

/** The normal quantile at p < ½, 16 pieces an octave; layout: `octaveTable`. A twin of `normal` in other memory takes a copy. */
export const normalTable = normalCubics;

/** The Gumbel quantile at p and, from element 4096 on, at 1 − p; p < ½, 32 pieces an octave. */
export const gumbelTable = gumbelCubics;

/**
 * Standard normal, |z| ≤ 6.34, strictly rising in the word, signed or not; the inverted word ~w gives exactly −z. Within 1.6e-8
 * of the exact quantile: beyond |z| = 2.6 less than the step from one word to the next.
 */
export function normal(word: number): number {
	// Of w and ~w the one without the top bit, so that the tail p = x/2^33 is below ½; its leading bits name octave and piece, the others are t.
	const side = word >> 31;
	const x = ((word ^ side) << 1) | 1;
	const above = Math.clz32(x);
	const y = x << above;
	// The mask changes nothing but what the compiler knows: that the index lies inside the table.
	const i = (((above ^ 31) << 6) | ((y >>> 25) & 60)) & 2044;
	const t = y & 0x7ffffff;
	return (
		(side | 1) *
		(normalCubics[i] + t * (normalCubics[i + 1] + t * (normalCubics[i + 2] + t * normalCubics[i + 3])))
	);
}

/** Exponential with mean 1, at most 22.9. */
export function exponential(word: number): number {
	return -log(1 - uniform(word));
}

/**
 * Standard Gumbel (location 0, scale 1; mean .5772, variance π²/6), from −3.14 to 22.9, strictly rising in the word. Within
 * 2.5e-9 of the exact quantile.
 */
export function gumbel(word: number): number {
	const side = word >> 31;
	const x = ((word ^ side) << 1) | 1;
	const above = Math.clz32(x);
	const y = x << above;
	const i = ((side & 4096) | ((above ^ 31) << 7) | ((y >>> 24) & 124)) & 8188;
	const t = y & 0x3ffffff;
	return gumbelCubics[i] + t * (gumbelCubics[i + 1] + t * (gumbelCubics[i + 2] + t * gumbelCubics[i + 3]));
}
