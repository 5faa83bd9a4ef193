// Lines of the recording gathered by tier: a line is a stage, or in a large world a tier already.

import type { EcosystemParameters } from "../parameters.js";

/** Sum and number of the lines of each tier. */
export function byTier(
	stages: EcosystemParameters["stages"],
	lines: number,
	of: (line: number) => number,
): { readonly sum: number; readonly count: number }[] {
	const tiers: { sum: number; count: number }[] = [];
	for (let line = 0; line < lines; line++) {
		const k = (lines === stages.length ? (stages[line]?.tier ?? 1) : line + 1) - 1;
		for (let missing = tiers.length; missing <= k; missing++) tiers.push({ sum: 0, count: 0 });
		const tier = tiers[k] as { sum: number; count: number };
		tier.sum += of(line);
		tier.count++;
	}
	return tiers;
}
