// Counts against their distribution functions, added up here in another way: from the mode outwards.

import { describe, expect, test } from "vitest";
import { binomial, negativeBinomial, poisson } from "../../engine/random/index.js";

/** Cumulative probabilities of 0 … last from the ratio P(k + 1)/P(k), scaled to sum to 1. */
function cumulative(ratio: (k: number) => number, mode: number, last: number): Float64Array {
	const mass = new Float64Array(last + 1);
	mass[mode] = 1;
	for (let k = mode; k < last; k++) mass[k + 1] = (mass[k] as number) * ratio(k);
	for (let k = mode; k > 0; k--) mass[k - 1] = (mass[k] as number) / ratio(k - 1);
	let sum = 0;
	const below = mass.map((m) => {
		sum += m;
		return sum;
	});
	return below.map((b) => b / sum);
}

type Count = (word: number) => number;
/** [name, count, ratio, mode, last] */
type Case = [string, Count, (k: number) => number, number, number];
const binomialRatio = (n: number, p: number) => (k: number) => ((n - k) * p) / ((k + 1) * (1 - p));
const poissonRatio = (mean: number) => (k: number) => mean / (k + 1);
const negativeRatio = (mean: number, variance: number) => (k: number) =>
	((k + mean ** 2 / (variance - mean)) * (1 - mean / variance)) / (k + 1);

const exact: Case[] = [
	["poisson .7", (w) => poisson(w, 0.7), poissonRatio(0.7), 0, 60],
	["poisson 499", (w) => poisson(w, 499), poissonRatio(499), 499, 900],
	["binomial 20, .01", (w) => binomial(w, 20, 0.01), binomialRatio(20, 0.01), 0, 20],
	["binomial 12, .35", (w) => binomial(w, 12, 0.35), binomialRatio(12, 0.35), 4, 12],
	["binomial 1000, .45", (w) => binomial(w, 1000, 0.45), binomialRatio(1000, 0.45), 450, 1000],
	["binomial 1001, .45", (w) => binomial(w, 1001, 0.45), binomialRatio(1001, 0.45), 450, 1001],
	["binomial 900, .55", (w) => binomial(w, 900, 0.55), binomialRatio(900, 0.55), 495, 900],
	["negative binomial 5, 40", (w) => negativeBinomial(w, 5, 40), negativeRatio(5, 40), 0, 2000],
	["negative binomial 300, 900", (w) => negativeBinomial(w, 300, 900), negativeRatio(300, 900), 297, 900],
];
const nearlyExact: Case[] = [
	["poisson 501", (w) => poisson(w, 501), poissonRatio(501), 501, 900],
	["poisson 20000", (w) => poisson(w, 20_000), poissonRatio(20_000), 20_000, 22_000],
	["binomial 2000, .3", (w) => binomial(w, 2000, 0.3), binomialRatio(2000, 0.3), 600, 2000],
	["binomial 1e5, .99", (w) => binomial(w, 1e5, 0.99), binomialRatio(1e5, 0.99), 99_000, 1e5],
	[
		"negative binomial 2000, 4000",
		(w) => negativeBinomial(w, 2000, 4000),
		negativeRatio(2000, 4000),
		1999,
		4000,
	],
];

/** Words spread evenly and crowded at both ends. */
const words: number[] = [];
for (let i = 0; i < 4000; i++) words.push((i * 1_073_741 + 17) >>> 0);
for (let k = 0; k < 32; k++) words.push(2 ** k, 2 ** 32 - 2 ** k);

/** The quantile: the smallest count whose cumulative probability reaches (word + ½)/2^32. */
function quantile(below: Float64Array, word: number): number {
	let low = 0;
	let high = below.length - 1;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((below[middle] as number) >= (word + 0.5) / 2 ** 32) high = middle;
		else low = middle + 1;
	}
	return low;
}

describe("the exact quantile for means up to 500", () => {
	test.each(exact)("%s", (_name, count, ratio, mode, last) => {
		const below = cumulative(ratio, mode, last);
		expect(words.map(count)).toEqual(words.map((word) => quantile(below, word)));
	});
});

describe("within 1 of the exact quantile for larger means, and equal to it 99 times of 100", () => {
	test.each(nearlyExact)("%s", (_name, count, ratio, mode, last) => {
		const below = cumulative(ratio, mode, last);
		const misses = words.map((word) => Math.abs(count(word) - quantile(below, word)));
		expect(Math.max(...misses)).toBeLessThanOrEqual(1);
		expect(misses.filter((miss) => miss > 0).length).toBeLessThan(words.length / 100);
	});
});

test("a skewed count with a large mean is off by at most .12 standard deviations", () => {
	const [mean, variance] = [1000, 60_000];
	const below = cumulative(negativeRatio(mean, variance), 940, 5000);
	for (const word of words) {
		const miss = Math.abs(negativeBinomial(word, mean, variance) - quantile(below, word));
		expect(miss).toBeLessThanOrEqual(0.12 * Math.sqrt(variance));
	}
});
