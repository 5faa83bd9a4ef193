// One-at-a-time design: a base point, and each factor moved alone.

import { wholeNumber } from "../arguments.js";
import { list } from "./list.js";
import { type Point, rangesOf, type Space, scale } from "./space.js";

export type OneAtATimeOptions = Space & {
	/** Values of the factors that stay; the middle of the ranges where left out. */
	readonly base?: Point;
	/** Values that each factor takes, spaced evenly over its range, ends included; two where left out. */
	readonly levels?: number;
};

/**
 * The base point, then each factor in turn at each of its levels, the others at the base: 1 + levels × factors points. What moves a
 * result most near the base (a tornado chart), blind to interactions. Throws RangeError for a base outside, or fewer than two levels.
 */
export function oneAtATime({ base, levels = 2, ...space }: OneAtATimeOptions): number[][] {
	const ranges = rangesOf("oneAtATime", space);
	const steps = wholeNumber("oneAtATime", "levels", levels, 2);
	const [center] = list({ points: [base ?? ranges.map((range) => scale(range, 0.5))], ranges });
	const moved = ranges.flatMap((range, i) =>
		Array.from({ length: steps }, (_, j) => center.with(i, scale(range, j / (steps - 1)))),
	);
	return [center, ...moved];
}
