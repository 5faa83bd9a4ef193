// Intervals that hold all at once: of several means, and of the differences between all pairs.

import { checkLevel, wholeNumber } from "./arguments.js";
import { pairsOf, poolGroups } from "./groups.js";
import { confidenceInterval, type Interval, type PairedDifference, pairedDifference } from "./intervals.js";
import { studentizedRangeQuantile } from "./studentized.js";

/** Groups a < b, 0-based, and the mean of a less that of b. */
export type PairOf<Difference> = Difference & { readonly a: number; readonly b: number };

/**
 * The level of each of `count` intervals so that all hold at once with at least `level`, however they depend on each other:
 * 1 − (1 − level)/count (Bonferroni 1936). Throws RangeError for a level outside (0, 1) or a count that is no whole number from 1 on.
 */
export function bonferroniLevel(level: number, count: number): number {
	checkLevel("bonferroniLevel", level);
	wholeNumber("bonferroniLevel", "count", count, 1);
	return 1 - (1 - level) / count;
}

/**
 * t intervals of the means of the groups that hold all at once with at least `level`, by Bonferroni. Groups may differ in size and
 * variance and may depend on each other. Throws RangeError for no groups, an empty group or a level outside (0, 1).
 */
export function simultaneousIntervals(
	groups: readonly ArrayLike<number>[],
	level: number,
): readonly Interval[] {
	if (groups.length === 0) throw new RangeError("simultaneousIntervals: no groups");
	checkLevel("simultaneousIntervals", level);
	const each = bonferroniLevel(level, groups.length);
	return groups.map((group) => confidenceInterval(group, each));
}

/**
 * All paired differences of two or more groups of equal length, the i-th values of which share their random numbers; their t intervals
 * hold all at once with at least `level`, by Bonferroni. The choice for common random numbers, where Tukey's does not hold.
 * Throws RangeError for fewer groups, unequal lengths, no values or a level outside (0, 1).
 */
export function pairedDifferences(
	groups: readonly ArrayLike<number>[],
	level: number,
): readonly PairOf<PairedDifference>[] {
	if (groups.length < 2)
		throw new RangeError(`pairedDifferences: needs two groups or more, got ${groups.length}`);
	checkLevel("pairedDifferences", level);
	const pairs = pairsOf(groups.length);
	const each = bonferroniLevel(level, pairs.length);
	return pairs.map(([a, b]) => ({ a, b, ...pairedDifference(groups[a], groups[b], each) }));
}

/**
 * All differences of means of two or more independent normal groups with one variance (pooled, divisor Σ(nᵢ − 1)); the intervals hold all at
 * once with `level`, exactly for equal sizes (Tukey 1953), with a little more for unequal ones (Kramer 1956). Narrower than
 * Bonferroni's. Throws RangeError for fewer groups, an empty group, no group of two values, or a level outside (0, 1).
 */
export function tukeyDifferences(
	groups: readonly ArrayLike<number>[],
	level: number,
): readonly PairOf<Interval & { readonly mean: number }>[] {
	const { sizes, means, degreesOfFreedom, deviation } = poolGroups("tukeyDifferences", groups);
	checkLevel("tukeyDifferences", level);
	const range = studentizedRangeQuantile(level, groups.length, degreesOfFreedom);
	return pairsOf(groups.length).map(([a, b]) => {
		const mean = means[a] - means[b];
		const half = range * deviation * Math.sqrt((1 / sizes[a] + 1 / sizes[b]) / 2);
		return { a, b, mean, low: mean - half, high: mean + half };
	});
}
