// A design given point by point.

import { type Point, rangesOf, type Space } from "./space.js";

/**
 * A copy of the points, checked. Throws RangeError, naming the first fault, for no points, for one of another length than the factors,
 * for a value that is not finite, and, where ranges are given, for one outside.
 */
export function list({ points, ...space }: { readonly points: readonly Point[] } & Space): number[][] {
	if (!(points?.length > 0)) throw new RangeError("list: points are empty");
	const ranges = Object.keys(space).length > 0 ? rangesOf("list", space) : undefined;
	const factors = ranges?.length ?? points[0].length;
	return points.map((point, i) => {
		if (point.length !== factors || factors === 0) {
			throw new RangeError(`list: points[${i}] must have ${factors || "some"} values, got ${point.length}`);
		}
		return point.map((value, j) => {
			const [low, high] = ranges?.[j] ?? [-Number.MAX_VALUE, Number.MAX_VALUE];
			if (value >= low && value <= high) return value;
			const expected = ranges ? `within [${low}, ${high}]` : "finite";
			throw new RangeError(`list: points[${i}][${j}] must be ${expected}, got ${value}`);
		});
	});
}
