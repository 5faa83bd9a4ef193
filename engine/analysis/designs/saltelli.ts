// Saltelli's scheme: the points at which Sobol' indices are estimated.

import { wholeNumber } from "../arguments.js";
import { MOST_DIMENSIONS, sobolSequence } from "./sobol-sequence.js";
import { rangesOf, type Space, scale } from "./space.js";

export type SaltelliOptions = Space & {
	/** Base rows; a power of two is best. */
	readonly n: number;
	/** "1" where left out. */
	readonly seed?: string;
	/** Also the points that pairs of factors need. */
	readonly secondOrder?: boolean;
};

/** How many points each base row has. */
export const rowLength = (factors: number, secondOrder: boolean): number =>
	(secondOrder ? 2 * factors : factors) + 2;

/**
 * For each base row: the points a and b, then a with factor 1, 2, … k taken from b, and, for the second order, b with factor 1, 2, … k
 * taken from a (Saltelli et al. 2010, Saltelli 2002); n(k + 2) or n(2k + 2) points, row after row, so that a larger n of the same seed
 * begins with the smaller. (a, b) are scrambled Sobol' points in 2k dimensions. Throws RangeError above 256 factors.
 */
export function saltelli({ n, seed = "1", secondOrder = false, ...space }: SaltelliOptions): number[][] {
	const ranges = rangesOf("saltelli", space);
	const k = ranges.length;
	const most = MOST_DIMENSIONS / 2;
	if (k > most) throw new RangeError(`saltelli: at most ${most} factors, got ${k}`);
	const rows = wholeNumber("saltelli", "n", n, 1);
	return sobolSequence({ dimension: 2 * k, n: rows, seed }).flatMap((row) => {
		const a = ranges.map((range, i) => scale(range, row[i]));
		const b = ranges.map((range, i) => scale(range, row[k + i]));
		const mixed = a.map((_, i) => a.with(i, b[i]));
		return secondOrder ? [a, b, ...mixed, ...b.map((_, i) => b.with(i, a[i]))] : [a, b, ...mixed];
	});
}
