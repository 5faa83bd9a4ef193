// Where the points of a design lie: the unit cube, or a range for each factor.

import { wholeNumber } from "../arguments.js";

/** From low to high, low < high, both finite. */
export type Range = readonly [low: number, high: number];

/** A point: a value for each factor. */
export type Point = readonly number[];

/** Ranges, or how many factors: their ranges are then [0, 1]. Both where they agree. */
export interface Space {
	/** For each factor. */
	readonly ranges?: readonly Range[];
	/** The same, by the name that searches give it. */
	readonly bounds?: readonly Range[];
	readonly dimension?: number;
}

const UNIT: Range = [0, 1];

/** The ranges of a space. Throws RangeError for none, for a dimension that does not agree, and for a range that is none. */
export function rangesOf(caller: string, { bounds, ranges = bounds, dimension }: Space): readonly Range[] {
	if (ranges === undefined && dimension === undefined) {
		throw new RangeError(
			`${caller}: needs ranges, a [low, high] for each factor, or dimension, how many factors`,
		);
	}
	const all: readonly Range[] = ranges ?? Array(wholeNumber(caller, "dimension", dimension, 1)).fill(UNIT);
	if (!Array.isArray(all) || all.length === 0) {
		throw new RangeError(`${caller}: ranges must be a list of [low, high], one for each factor`);
	}
	if (all.length !== (dimension ?? all.length)) {
		throw new RangeError(`${caller}: ${dimension} factors need as many ranges, got ${all.length}`);
	}
	for (const [i, range] of all.entries()) {
		const [low, high] = Array.isArray(range) ? range : [];
		if (!(range.length === 2 && low < high && Number.isFinite(high - low))) {
			throw new RangeError(
				`${caller}: ranges[${i}] must be [low, high] with low < high, got ${JSON.stringify(range)}`,
			);
		}
	}
	return all;
}

/** A number of the unit interval as a value of the range. */
export const scale = ([low, high]: Range, u: number): number => low + u * (high - low);
