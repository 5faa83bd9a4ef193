// Full factorial design: every combination of the factors' levels.

import { wholeNumber } from "../arguments.js";
import { type Point, type Range, rangesOf, type Space, scale } from "./space.js";

const MOST_POINTS = 1e7;

/** The number of factors may be left out where levels are a list. */
export type FactorialOptions = Space & {
	/** The number of levels of all factors, or a list: of each factor the number of its levels, or the values themselves (which need no range). */
	readonly levels: number | readonly (number | readonly number[])[];
};

/**
 * All combinations of levels, the last factor varying fastest (Fisher 1935; Box, Hunter & Hunter 1978). Levels given by number are spaced
 * evenly over the range, both ends included; one level is the middle. Throws RangeError for no factors, no levels, or above 10^7 points.
 */
export function factorial({ levels, ...space }: FactorialOptions): number[][] {
	const each = typeof levels === "number" ? rangesOf("factorial", space).map(() => levels) : levels;
	if (!(each?.length > 0)) {
		throw new RangeError("factorial: levels must be a number, or a list of some for each factor, got none");
	}
	const places = rangesOf("factorial", { dimension: each.length, ...space });
	if (places.length !== each.length) {
		throw new RangeError(`factorial: ${places.length} factors need as many levels, got ${each.length}`);
	}
	const values = each.map((level, i) => valuesOf(level, places[i], i));
	const count = values.reduce((product, { length }) => product * length, 1);
	if (count > MOST_POINTS) throw new RangeError(`factorial: ${count} points are more than ${MOST_POINTS}`);
	let points: number[][] = [[]];
	for (const list of values) points = points.flatMap((point) => list.map((value) => [...point, value]));
	return points;
}

function valuesOf(level: number | readonly number[], range: Range, i: number): Point {
	if (typeof level === "object") {
		if (level.length > 0 && level.every(Number.isFinite)) return level;
		throw new RangeError(`factorial: levels[${i}] must be finite numbers, got [${level.join(", ")}]`);
	}
	const count = wholeNumber("factorial", `levels[${i}]`, level, 1);
	return Array.from({ length: count }, (_, j) => scale(range, count === 1 ? 0.5 : j / (count - 1)));
}
