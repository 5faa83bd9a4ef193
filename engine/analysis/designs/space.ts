// Where the points of a design lie: the unit cube, or a range for each factor.

/** From low to high, low < high, both finite. */
export type Range = readonly [low: number, high: number];

/** A point: a value for each factor. */
export type Point = readonly number[];

/** Either a range for each factor, or how many factors: their ranges are then [0, 1]. */
export interface Space {
	readonly ranges?: readonly Range[];
	readonly dimension?: number;
}

const UNIT: Range = [0, 1];

/** The ranges of a space. Throws RangeError for none, for neither or both of ranges and dimension, and for a range that is none. */
export function rangesOf(caller: string, { ranges, dimension }: Space): readonly Range[] {
	if ((ranges === undefined) === (dimension === undefined)) {
		throw new RangeError(`${caller}: needs either ranges or dimension`);
	}
	const all = ranges ?? Array(wholeNumber(caller, "dimension", dimension, 1)).fill(UNIT);
	if (all.length === 0) throw new RangeError(`${caller}: ranges are empty`);
	for (const [i, range] of all.entries()) {
		const [low, high] = range;
		if (!(range.length === 2 && low < high && Number.isFinite(high - low))) {
			throw new RangeError(
				`${caller}: ranges[${i}] must be [low, high] with low < high, got [${range.join(", ")}]`,
			);
		}
	}
	return all;
}

/** A number of the unit interval as a value of the range. */
export const scale = ([low, high]: Range, u: number): number => low + u * (high - low);

/** The value, where it is a whole number of at least `least`. Throws RangeError else. */
export function wholeNumber(caller: string, name: string, value: unknown, least: number): number {
	if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
	throw new RangeError(`${caller}: ${name} must be a whole number of at least ${least}, got ${value}`);
}
