// Association, prediction and clustering, as the agents use them, on published and exact cases.

import { associationRules, frequentItemsets } from "../../agents/data/association.js";
import { kMeans, silhouette } from "../../agents/data/clustering.js";
import { fitLogistic } from "../../agents/data/logistic.js";
import { ageReplacement } from "../../agents/data/maintenance.js";
import { fitWeibull, meanRemainingLife } from "../../agents/data/weibull.js";
import { mean, standardDeviation } from "../../engine/analysis/summary.js";
import type { KnownResult } from "./known-result.js";

/** Cycles to failure of the 100 engines of the set FD001, a work of the US government. */
const ENGINES = [
	192, 287, 179, 189, 269, 188, 259, 150, 201, 222, 240, 170, 163, 180, 207, 209, 276, 195, 158, 234, 195,
	202, 168, 147, 230, 199, 156, 165, 163, 194, 234, 191, 200, 195, 181, 158, 170, 194, 128, 188, 216, 196,
	207, 192, 158, 256, 214, 231, 215, 198, 213, 213, 195, 257, 193, 275, 137, 147, 231, 172, 185, 180, 174,
	283, 153, 202, 313, 199, 362, 137, 208, 213, 213, 166, 229, 210, 154, 231, 199, 185, 240, 214, 293, 267,
	188, 278, 178, 213, 217, 154, 135, 341, 155, 258, 283, 336, 202, 156, 185, 200,
];
const NASA = "Saxena et al. 2008, C-MAPSS FD001";
const engines = () => fitWeibull({ times: ENGINES });

/** Launches of the space shuttle before 1986: temperature, °F, and whether an O-ring was damaged. */
const LAUNCHES = [
	[66, 0],
	[70, 1],
	[69, 0],
	[68, 0],
	[67, 0],
	[72, 0],
	[73, 0],
	[70, 0],
	[57, 1],
	[63, 1],
	[70, 1],
	[78, 0],
	[67, 0],
	[53, 1],
	[67, 0],
	[75, 0],
	[70, 0],
	[81, 0],
	[76, 0],
	[79, 0],
	[75, 1],
	[76, 0],
	[58, 1],
] as const;
const SHUTTLE = "Dalal, Fowlkes & Hoadley 1989";
const rings = () =>
	fitLogistic({ features: LAUNCHES.map(([t]) => [t]), faults: LAUNCHES.map(([, y]) => y), ridge: 0 });

const AGRAWAL = "Agrawal & Srikant 1994, fig. 3";
const itemsets = () =>
	frequentItemsets(
		["134", "235", "1235", "25"].map((items) => [...items]),
		{ leastSupport: 0.5 },
	);

const replacement = () => ageReplacement({ shape: 2, scale: 1 }, { planned: 1, corrective: 5 });
const BARLOW = "Barlow & Hunter 1960";

/** Corners of two unit squares, ten apart. */
const SQUARES = [0, 10].flatMap((at) => [
	[at, 0],
	[at + 1, 0],
	[at, 1],
	[at + 1, 1],
]);
const PAIRS = [[0], [1], [10], [11]];

export const applications: readonly KnownResult[] = [
	{
		name: "100 turbofans: mean life, cycles",
		expected: 206.31,
		tolerance: 0.005,
		source: NASA,
		find: () => mean(ENGINES),
	},
	{
		name: "100 turbofans: standard deviation of life, cycles",
		expected: 46.34,
		tolerance: 0.005,
		source: NASA,
		find: () => standardDeviation(ENGINES),
	},
	{
		name: "Weibull, 100 turbofans: shape",
		expected: 4.4087,
		tolerance: 0.00005,
		source: NASA,
		find: () => engines().shape,
	},
	{
		name: "Weibull, 100 turbofans: scale, cycles",
		expected: 225.026,
		tolerance: 0.0005,
		source: NASA,
		find: () => engines().scale,
	},
	{
		name: "Weibull, shape 1/2, scale 3: mean life",
		expected: 6,
		tolerance: 1e-9,
		source: "η Γ(1 + 1/β)",
		find: () => meanRemainingLife({ shape: 0.5, scale: 3 }, 0),
	},
	{
		name: "Age replacement, Weibull 2, 1, costs 1 and 5: age",
		expected: 0.5106552243,
		tolerance: 1e-10,
		source: BARLOW,
		find: () => replacement().age,
	},
	{
		name: "Age replacement, Weibull 2, 1, costs 1 and 5: cost per unit of time",
		expected: 4.0852417944,
		tolerance: 1e-10,
		source: BARLOW,
		find: () => replacement().rate,
	},
	{
		name: "Logistic regression, O-rings: intercept",
		expected: 15.0429,
		tolerance: 0.00005,
		source: SHUTTLE,
		find: () => rings().intercept,
	},
	{
		name: "Logistic regression, O-rings: per °F",
		expected: -0.2322,
		tolerance: 0.00005,
		source: SHUTTLE,
		find: () => rings().coefficients[0] ?? Number.NaN,
	},
	{
		name: "Frequent itemsets, four transactions: how many",
		expected: 9,
		tolerance: 0,
		source: AGRAWAL,
		find: () => itemsets().length,
	},
	{
		name: "Frequent itemsets, four transactions: count of {2, 3, 5}",
		expected: 2,
		tolerance: 0,
		source: AGRAWAL,
		find: () => itemsets().find(({ items }) => items.join("") === "235")?.count ?? Number.NaN,
	},
	{
		name: "Association rules, four transactions: certain ones",
		expected: 5,
		tolerance: 0,
		source: "Agrawal & Srikant 1994, by hand",
		find: () => associationRules(itemsets(), { leastConfidence: 1 }).length,
	},
	{
		name: "k-means, two unit squares: objective",
		expected: 4,
		tolerance: 0,
		source: "exact",
		find: () => kMeans(SQUARES, { k: 2 }).objective,
	},
	{
		name: "Silhouette, two pairs on a line",
		expected: (9.5 / 10.5 + 8.5 / 9.5) / 2,
		tolerance: 1e-12,
		source: "Rousseeuw 1987, by hand",
		find: () => silhouette(PAIRS, kMeans(PAIRS, { k: 2 }).labels),
	},
];
