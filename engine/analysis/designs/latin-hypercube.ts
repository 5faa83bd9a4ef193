// Latin hypercube: each factor's range is cut in n equal parts, and each part holds one point.

import { sequence } from "../../random/sequence.js";
import { purpose } from "../../random/stream.js";
import { wholeNumber } from "../arguments.js";
import { rangesOf, type Space, scale } from "./space.js";

const CELLS = purpose("design.latin-hypercube");

export type LatinHypercubeOptions = Space & {
	/** How many points. */
	readonly n: number;
	/** "1" where left out. */
	readonly seed?: string;
};

/**
 * n points, of which each factor has one in each n-th part of its range, uniform within it, the parts in random order for each factor
 * (McKay, Beckman & Conover 1979). A mean over it never varies more than over n − 1 random points (Owen 1997). Not to be extended:
 * other n, other points. Throws RangeError for n < 1.
 */
export function latinHypercube({ n, seed = "1", ...space }: LatinHypercubeOptions): number[][] {
	const ranges = rangesOf("latinHypercube", space);
	const count = wholeNumber("latinHypercube", "n", n, 1);
	const draws = sequence(seed, CELLS);
	const columns = ranges.map((range) => {
		const cells = draws.shuffle(Uint32Array.from({ length: count }, (_, i) => i));
		return Array.from(cells, (cell) => scale(range, (cell + draws.uniform()) / count));
	});
	return Array.from({ length: count }, (_, i) => columns.map((column) => column[i]));
}
