// The best point of a search with one objective, where values are exact.

import type { Incumbent, Point } from "./optimizer.js";

export interface Best {
	readonly x: Point;
	/** Infinity when no finite value was seen. */
	readonly value: number;
}

/** A number; NaN is taken as Infinity, the worst. @throws TypeError for anything else */
export function readValue(value: unknown): number {
	if (typeof value !== "number")
		throw new TypeError(`the objective must give a number, got ${String(value)}`);
	return Number.isNaN(value) ? Infinity : value;
}

/** The first of the least values; a value ≤ target reaches it. */
export function exactIncumbent(target: number): Incumbent<number, Best> {
	let best: Best | undefined;
	return {
		read: readValue,
		note(points, values) {
			const before = best;
			for (let i = 0; i < points.length; i++)
				if (!best || values[i] < best.value) best = { x: points[i], value: values[i] };
			return best !== before;
		},
		again: () => [],
		get best() {
			if (!best) throw new Error("best: nothing has been evaluated");
			return best;
		},
		get found() {
			return best !== undefined && best.value < Infinity;
		},
		get reached() {
			return best !== undefined && best.value <= target;
		},
	};
}
