// Grades of what comes back: clusters of its ages, each taken the way that recovers more.

import { lloyd } from "./clustering.js";

/**
 * Grades of returned things by age: k-means clusters of `counts` in bins of age (weights at b + ½), from centers at the quantiles
 * (g + ½)/grades. Taken apart with care, a thing yields more the younger it is, and the usual at the mean age; so the grades of which the
 * center is below the mean are. Gives the mean age, in bins, and per bin 1 for those grades; undefined for no returns.
 */
export function gradeByAge(
	counts: ArrayLike<number>,
	grades: number,
): { readonly mean: number; readonly young: Uint8Array } | undefined {
	const ages = Array.from(counts, (_, b) => [b + 0.5]);
	let total = 0;
	let sum = 0;
	for (let b = 0; b < counts.length; b++) {
		total += counts[b];
		sum += counts[b] * (b + 0.5);
	}
	if (total === 0) return undefined;
	const quantile = (share: number) => {
		let below = 0;
		for (let b = 0; b < counts.length; b++) {
			below += counts[b];
			if (below >= share * total) return ages[b];
		}
		return ages[counts.length - 1];
	};
	const start = Array.from({ length: grades }, (_, g) => quantile((g + 0.5) / grades));
	const { centers, labels } = lloyd(ages, counts, start);
	const mean = sum / total;
	return { mean, young: Uint8Array.from(labels, (c) => (centers[c][0] < mean ? 1 : 0)) };
}
