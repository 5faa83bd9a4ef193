// NK landscapes: how many local optima there are where theory knows it.

import { fitness } from "../../agents/innovation/landscape.js";
import { keyFromText } from "../../engine/random/seed.js";
import type { KnownResult } from "./known-result.js";

/** Genomes that no single flip makes fitter, mean over the landscapes of so many families. */
function localOptima(loci: number, epistasis: number, landscapes: number): number {
	const [k0, k1] = keyFromText("landscapes");
	const on = { k0, k1, loci, epistasis, epoch: 0, shockShare: 0 };
	let found = 0;
	for (let family = 0; family < landscapes; family++) {
		const heights = Float64Array.from({ length: 1 << loci }, (_, genome) => fitness(on, family, genome));
		heights.forEach((height, genome) => {
			let optimum = 1;
			for (let locus = 0; locus < loci; locus++) if (heights[genome ^ (1 << locus)] > height) optimum = 0;
			found += optimum;
		});
	}
	return found / landscapes;
}

export const landscapes: readonly KnownResult[] = [
	{
		name: "NK landscape, N 10, K 9: local optima, mean of 400",
		expected: 1024 / 11,
		// Variance 2^N (N − 1)/(2 (N + 1)²) of one landscape (Macken & Perelson 1989): three standard errors of the mean.
		tolerance: 3 * Math.sqrt((1024 * 9) / (2 * 121) / 400),
		source: "2^N/(N + 1): Kauffman & Levin (1987), Journal of Theoretical Biology 128(1)",
		find: () => localOptima(10, 9, 400),
	},
	{
		name: "NK landscape, N 10, K 0: local optima, mean of 400",
		expected: 1,
		tolerance: 0,
		source: "Kauffman & Levin (1987): loci contribute each for itself",
		find: () => localOptima(10, 0, 400),
	},
];
