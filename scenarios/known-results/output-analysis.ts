// Known results of output analysis: intervals, warm-up, selection of the best, robustness.

import {
	bootstrapInterval,
	confidenceInterval,
	dunnettQuantile,
	type Interval,
	kimNelsonH2,
	mean,
	mser5,
	pairedDifference,
	type RobustnessMetric,
	rinottH,
	robustness,
	studentizedRangeQuantile,
	wilsonInterval,
} from "../../engine/analysis/index.js";
import type { KnownResult } from "./known-result.js";

/** Hours of sleep gained under two drugs. */
const sleep = [
	[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
	[1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
];

/** Scores of spatial perception, test A. */
const spatial = [
	48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
];
const plugInVariance = (sample: readonly number[]) => {
	const center = mean(sample);
	return mean(sample.map((value) => (value - center) * (value - center)));
};
const bca = () =>
	bootstrapInterval(spatial, plugInVariance, { level: 0.9, seed: "spatial", resamples: 20_000 });

/** A bound that is there, since the samples here have two values or more. */
const bound = (interval: Interval, side: "low" | "high") => interval[side] ?? NaN;

/** Outcomes of three paths in nine futures; less is better, 16 is good enough. */
const costs = [
	[10, 11, 12, 13, 14, 15, 16, 17, 30],
	[14, 14, 15, 15, 15, 16, 16, 16, 17],
	[8, 9, 9, 10, 18, 19, 20, 21, 22],
];
const robust = (metric: RobustnessMetric, ...expected: number[]): KnownResult[] =>
	expected.map((value, path) => ({
		name: `robustness by ${metric}, path ${path + 1} of 3`,
		expected: value,
		tolerance: 5e-5,
		source: "worked by hand from the definitions of McPhail et al. (2018), linear quantiles",
		find: () => robustness(costs, { metric, sense: "minimize", threshold: 16 })[path],
	}));

export const outputAnalysis: readonly KnownResult[] = [
	{
		name: "t interval of 1 … 10 at 95 %, upper bound",
		expected: 7.665851,
		tolerance: 1e-6,
		source: "R, t.test(1:10)",
		find: () => bound(confidenceInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95), "high"),
	},
	{
		name: "paired difference of Student's sleep data at 95 %, upper bound",
		expected: -0.7001142,
		tolerance: 1e-6,
		source: "Student (1908); R, t.test(paired = TRUE)",
		find: () => bound(pairedDifference(sleep[0], sleep[1], 0.95), "high"),
	},
	{
		name: "Wilson interval of 81 in 263 at 95 %, lower bound",
		expected: 0.2553,
		tolerance: 5e-5,
		source: "Newcombe (1998), table I",
		find: () => bound(wilsonInterval(81, 263, 0.95), "low"),
	},
	{
		name: "Wilson interval of 0 in 20 at 95 %, upper bound",
		expected: 0.1611,
		tolerance: 5e-5,
		source: "Newcombe (1998), table I",
		find: () => bound(wilsonInterval(0, 20, 0.95), "high"),
	},
	{
		name: "BCa interval of the variance of spatial test A at 90 %, lower bound",
		expected: 115.8,
		tolerance: 5,
		source: "Efron & Tibshirani (1993), table 14.2; 2,000 resamples there",
		find: () => bound(bca(), "low"),
	},
	{
		name: "BCa interval of the variance of spatial test A at 90 %, upper bound",
		expected: 259.6,
		tolerance: 8,
		source: "Efron & Tibshirani (1993), table 14.2; 2,000 resamples there",
		find: () => bound(bca(), "high"),
	},
	{
		name: "studentized range of 3 means, 10 degrees of freedom, .95",
		expected: 3.877,
		tolerance: 5e-4,
		source: "Harter (1960)",
		find: () => studentizedRangeQuantile(0.95, 3, 10),
	},
	{
		name: "studentized range of 2 means, 2 degrees of freedom, .95",
		expected: 6.085,
		tolerance: 5e-4,
		source: "Harter (1960)",
		find: () => studentizedRangeQuantile(0.95, 2, 2),
	},
	{
		name: "one-sided comparison of 4 means with one, 20 degrees of freedom, .95",
		expected: 2.3,
		tolerance: 5e-3,
		source: "Dunnett (1955), table 1",
		find: () => dunnettQuantile(0.95, new Array(4).fill(Math.SQRT1_2), 20),
	},
	{
		name: "MSER-5 of a constant series, batches",
		expected: 0,
		tolerance: 0,
		source: "White (1997), exact",
		find: () => mser5(new Array(500).fill(3)).batches,
	},
	{
		name: "MSER-5 of 10 batches at 10, then 90 at 0, batches",
		expected: 10,
		tolerance: 0,
		source: "White (1997), exact",
		find: () => mser5(Array.from({ length: 500 }, (_, i) => (i < 50 ? 10 : 0))).batches,
	},
	{
		name: "Kim–Nelson h² for 10 systems, n₀ 10, α .05",
		expected: 15.4635017,
		tolerance: 5e-7,
		source: "Kim & Nelson (2001), exact",
		find: () => kimNelsonH2(10, 10, 0.05),
	},
	{
		name: "Rinott h for 4 systems, n₀ 20, .95",
		expected: 3.203177,
		tolerance: 1e-6,
		source: "Rinott (1978), by integration",
		find: () => rinottH(4, 20, 0.95),
	},
	...robust("maximin", -30, -17, -22),
	...robust("maximax", -10, -14, -8),
	...robust("hurwicz", -20, -15.5, -15),
	...robust("laplace", -15.3333, -15.3333, -15.1111),
	...robust("minimaxRegret", -13, -6, -5),
	...robust("percentileRegret", -5, -6, -5),
	...robust("meanVariance", -2.0599, -7.1667, -2.0376),
	...robust("undesirableDeviations", -4.4, -1, -2),
	...robust("percentileSkewness", 0.27273, 0.09091, -0.48387),
	...robust("percentilePeakedness", 2.2, 2.2, 1.12727),
	...robust("satisficing", 0.7778, 0.8889, 0.4444),
];
