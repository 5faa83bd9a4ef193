// Full factorial design: every combination of the factors' levels.

import { type Point, type Range, rangesOf, scale, wholeNumber } from "./space.js";

const MOST_POINTS = 1e7;

export interface FactorialOptions {
	/** For each factor the number of its levels, or the values themselves (which need no range). */
	readonly levels: readonly (number | readonly number[])[];
	/** A range for each factor; [0, 1] where left out. */
	readonly ranges?: readonly Range[];
}

/**
 * All combinations of levels, the last factor varying fastest (Fisher 1935; Box, Hunter & Hunter 1978). Levels given by number are spaced
 * evenly over the range, both ends included; one level is the middle. Throws RangeError for no factors, no levels, or above 10^7 points.
 */
export function factorial({ levels, ranges }: FactorialOptions): number[][] {
	if (levels.length === 0) throw new RangeError("factorial: levels are empty");
	if (ranges && ranges.length !== levels.length) {
		throw new RangeError(`factorial: ${levels.length} levels need as many ranges, got ${ranges.length}`);
	}
	const places = rangesOf("factorial", ranges ? { ranges } : { dimension: levels.length });
	const values = levels.map((level, i) => valuesOf(level, places[i], i));
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
