// Cases: points of a design with the outcome of each, for methods that look for structure in them.

import { list } from "./designs/list.js";
import type { Point } from "./designs/space.js";

export interface Cases<Y> {
	readonly points: readonly Point[];
	readonly outcomes: readonly Y[];
	/** How many were left out because their outcome is missing: null, undefined, or a number that is not finite. */
	readonly failed: number;
}

/** The cases that have an outcome. Throws RangeError for none, unequal lengths, and points of unequal length or with a value that is not finite. */
export function readCases<Y>(
	caller: string,
	points: readonly Point[],
	outcomes: ArrayLike<Y | null | undefined>,
): Cases<Y> {
	if (!points || points.length !== outcomes?.length) {
		throw new RangeError(
			`${caller}: ${points?.length} points need as many outcomes, got ${outcomes?.length}`,
		);
	}
	const checked = list({ points });
	const kept = Array.from(outcomes, (y, i) => (isMissing(y) ? [] : [i])).flat();
	if (kept.length === 0) throw new RangeError(`${caller}: every outcome is missing`);
	return {
		points: kept.map((i) => checked[i]),
		outcomes: kept.map((i) => outcomes[i] as Y),
		failed: points.length - kept.length,
	};
}

const isMissing = (y: unknown) =>
	y === null || y === undefined || (typeof y === "number" && !Number.isFinite(y));
