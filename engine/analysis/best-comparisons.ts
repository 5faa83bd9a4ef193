// Multiple comparisons with the best, and Gupta's subset that holds the best.

import { checkLevel } from "./arguments.js";
import { poolGroups } from "./groups.js";
import { type Sense, signOf } from "./sense.js";
import { dunnettQuantile } from "./studentized.js";

/**
 * For each of two or more independent normal groups with one variance: an interval of its mean less the best of the other means. All hold
 * at once with `level` in [0.5, 1) (Hsu 1984; unequal sizes: Hsu 1996). Each interval reaches or holds 0; where more is
 * better, low = 0 says that the group is the best, high = 0 that it is not; where less is better, the other way round.
 * Throws RangeError for fewer groups, an empty group, no group of two values, or another level or sense.
 */
export function comparisonsWithBest(
	groups: readonly ArrayLike<number>[],
	level: number,
	{ sense = "maximize" }: { readonly sense?: Sense } = {},
): readonly { readonly low: number; readonly high: number }[] {
	const { lead, half, others, leads } = leadsOf("comparisonsWithBest", groups, level, sense);
	const highs = leads.map((most) => Math.max(0, most));
	const lows = others.map((rest, i) => {
		const rivals = rest.filter((j) => leads[j] >= 0);
		return Math.min(0, ...rivals.map((j) => lead(i, j) - half(j, i)));
	});
	return lows.map((low, i) =>
		signOf(sense, "") > 0 ? { low, high: highs[i] } : { low: 0 - highs[i], high: 0 - low },
	);
}

/**
 * The groups, 0-based, that may be the best: the best of two or more independent normal groups with one variance is among them with
 * probability `level` in [0.5, 1) or more (Gupta 1965; unequal sizes by the quantiles of Hsu 1996). Throws as `comparisonsWithBest`.
 */
export function guptaSubset(
	groups: readonly ArrayLike<number>[],
	level: number,
	{ sense = "maximize" }: { readonly sense?: Sense } = {},
): readonly number[] {
	return leadsOf("guptaSubset", groups, level, sense).leads.flatMap((most, i) => (most >= 0 ? [i] : []));
}

/** By how much each group may lead the best of the others, at most, and what this is made of. */
function leadsOf(name: string, groups: readonly ArrayLike<number>[], level: number, sense: Sense) {
	const sign = signOf(sense, name);
	const { sizes, means, degreesOfFreedom, deviation } = poolGroups(name, groups);
	checkLevel(name, level, 0.5);
	const others = groups.map((_, i) => groups.flatMap((_, j) => (j === i ? [] : [j])));
	// Groups of one size have one quantile.
	const quantiles = new Map<number, number>();
	for (const [i, n] of sizes.entries()) {
		const loadings = others[i].map((j) => Math.sqrt(sizes[j] / (n + sizes[j])));
		if (!quantiles.has(n)) quantiles.set(n, dunnettQuantile(level, loadings, degreesOfFreedom));
	}
	const lead = (i: number, j: number) => sign * (means[i] - means[j]);
	/** Half-width of the lead of i over j, or of j over i, judged by i. */
	const half = (i: number, j: number) =>
		(quantiles.get(sizes[i]) as number) * deviation * Math.sqrt(1 / sizes[i] + 1 / sizes[j]);
	const leads = others.map((rest, i) => Math.min(...rest.map((j) => lead(i, j) + half(i, j))));
	return { lead, half, others, leads };
}
