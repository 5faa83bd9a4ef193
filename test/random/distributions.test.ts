// Distributions: moments within Monte-Carlo error, order in the word, exact limits.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	binomial,
	exponential,
	fillWords,
	gumbel,
	negativeBinomial,
	normal,
	poisson,
	purpose,
	streamKey,
	uniform,
} from "../../engine/random/index.js";

const N = 200_000;
const words = new Uint32Array(N);
fillWords(words, streamKey(20, 26, purpose("test.distributions")), 0, N, 1, 0);

type Draw = (word: number) => number;
/** [name, draw, mean, variance, excess kurtosis] */
const cases: [string, Draw, number, number, number][] = [
	["uniform", uniform, 1 / 2, 1 / 12, -1.2],
	["normal", normal, 0, 1, 0],
	["exponential", exponential, 1, 1, 6],
	["gumbel", gumbel, 0.5772156649015329, Math.PI ** 2 / 6, 2.4],
	["poisson .3", (w) => poisson(w, 0.3), 0.3, 0.3, 1 / 0.3],
	["poisson 12", (w) => poisson(w, 12), 12, 12, 1 / 12],
	["poisson 800", (w) => poisson(w, 800), 800, 800, 1 / 800],
	["binomial 7, .2", (w) => binomial(w, 7, 0.2), 1.4, 1.12, 0.04 / 1.12],
	["binomial 40, .9", (w) => binomial(w, 40, 0.9), 36, 3.6, 0.46 / 3.6],
	["binomial 1e6, 1e-6", (w) => binomial(w, 1e6, 1e-6), 1, 0.999999, 1],
	["binomial 5000, .7", (w) => binomial(w, 5000, 0.7), 3500, 1050, -0.26 / 1050],
	["negative binomial 4, 10", (w) => negativeBinomial(w, 4, 10), 4, 10, 1.6],
	["negative binomial 900, 2700", (w) => negativeBinomial(w, 900, 2700), 900, 2700, 37 / 2700],
	["negative binomial 600, 90600", (w) => negativeBinomial(w, 600, 90_600), 600, 90_600, 1.5],
];

describe("mean and variance within 4.5 standard errors", () => {
	test.each(cases)("%s", (_name, draw, mean, variance, excess) => {
		let sum = 0;
		let squares = 0;
		for (const word of words) {
			const deviation = draw(word) - mean;
			sum += deviation;
			squares += deviation * deviation;
		}
		// A rounded count's variance exceeds that of its continuous form by at most 1/12, below this error.
		expect(Math.abs(sum / N) / Math.sqrt(variance / N)).toBeLessThan(4.5);
		expect(Math.abs(squares / N - variance) / (variance * Math.sqrt((excess + 2) / N))).toBeLessThan(4.5);
	});
});

describe("rising in the word, so that common random numbers stay common", () => {
	test.each(cases)("%s", (_name, draw) => {
		const bits = fc.integer({ min: 0, max: 0xffffffff });
		fc.assert(
			fc.property(bits, bits, (a, b) => draw(Math.min(a, b)) <= draw(Math.max(a, b))),
			{ numRuns: 2000 },
		);
		const extremes = [0, 1, 100, 1e6, 0x7fffffff, 0x80000000, 0xfff00000, 0xfffffffe, 0xffffffff].map(draw);
		expect(extremes).toEqual([...extremes].sort((a, b) => a - b));
		expect(extremes.every(Number.isFinite)).toBe(true);
		expect(extremes[0]).toBeLessThan(extremes[8] as number);
	});
});

test("the inverted word gives the opposite normal and, for n trials, the failures", () => {
	for (const word of words.subarray(0, 2000)) {
		expect(normal(~word >>> 0) + normal(word)).toBe(0);
		expect(binomial(~word >>> 0, 30, 0.75)).toBe(30 - binomial(word, 30, 0.25));
	}
});

test("binomial lies in 0 … n, whatever n and p", () => {
	const n = fc.integer({ min: 0, max: 1e7 });
	const p = fc.double({ min: 0, max: 1, noNaN: true });
	const word = fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.constantFrom(0, 0xffffffff));
	fc.assert(
		fc.property(word, n, p, (word, n, p) => {
			const count = binomial(word, n, p);
			return Number.isInteger(count) && count >= 0 && count <= n;
		}),
		{ numRuns: 5000 },
	);
});

test("nothing to draw: n = 0, p = 0, p = 1 and mean 0 are exact at both ends of the words", () => {
	for (const word of [0, 0xffffffff]) {
		expect(binomial(word, 0, 0.5)).toBe(0);
		expect(binomial(word, 9, 0)).toBe(0);
		expect(binomial(word, 9, 1)).toBe(9);
		expect(binomial(word, 1e9, 1)).toBe(1e9);
		expect(poisson(word, 0)).toBe(0);
		expect(negativeBinomial(word, 0, 3)).toBe(0);
	}
	expect(poisson(5, NaN)).toBeNaN();
	expect(binomial(5, 3, NaN)).toBeNaN();
});

test("negative binomial is Poisson where the variance is not above the mean, and in the limit", () => {
	for (const word of words.subarray(0, 2000)) {
		expect(negativeBinomial(word, 6, 5)).toBe(poisson(word, 6));
		expect(negativeBinomial(word, 6, 6 + 1e-13)).toBe(poisson(word, 6));
	}
});
