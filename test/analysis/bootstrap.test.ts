// Intervals of proportions and of any statistic, against published examples.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapInterval, confidenceInterval, mean, wilsonInterval } from "../../engine/analysis/index.js";

/** Spatial test data, A (Efron & Tibshirani 1993, table 14.1). */
const spatial = [
	48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
];
const plugInVariance = (sample: readonly number[]) => {
	const center = mean(sample);
	return mean(sample.map((value) => (value - center) * (value - center)));
};
const bounds = ({ low, high }: { low: number | null; high: number | null }) =>
	[low, high] as [number, number];

describe("bootstrapInterval", () => {
	test("variance of the spatial test data, 90 %: BCa 115.8 to 259.6, percentile 100.8 to 233.9 (Efron & Tibshirani 1993, table 14.2; 2,000 resamples)", () => {
		expect(plugInVariance(spatial)).toBeCloseTo(171.5, 1);
		const options = { level: 0.9, seed: "spatial", resamples: 20_000 };
		const [low, high] = bounds(bootstrapInterval(spatial, plugInVariance, options));
		// Over seeds the bounds of BCa vary by .5 and 1.3 here, and with 2,000 resamples by three times as much.
		expect(Math.abs(low - 115.8)).toBeLessThan(5);
		expect(Math.abs(high - 259.6)).toBeLessThan(8);
		const [from, to] = bounds(
			bootstrapInterval(spatial, plugInVariance, { ...options, method: "percentile" }),
		);
		expect(Math.abs(from - 100.8)).toBeLessThan(4);
		expect(Math.abs(to - 233.9)).toBeLessThan(4);
	});

	test("of the mean of many values it is near the t interval", () => {
		const values = Array.from({ length: 400 }, (_, i) => (i * 37) % 101);
		const [low, high] = bounds(bootstrapInterval(values, mean, { level: 0.95, seed: "a" }));
		const t = bounds(confidenceInterval(values, 0.95));
		expect(Math.abs(low - t[0])).toBeLessThan(0.2);
		expect(Math.abs(high - t[1])).toBeLessThan(0.2);
	});

	test("the same seed gives the same interval, another seed another", () => {
		const of = (seed: string) => bootstrapInterval(spatial, plugInVariance, { level: 0.9, seed });
		expect(of("a")).toEqual(of("a"));
		expect(of("a")).not.toEqual(of("b"));
	});

	test("follows shifts and scales of the data, and lies within the statistic's range", () => {
		const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 });
		fc.assert(
			fc.property(values, fc.constantFrom("bca" as const, "percentile" as const), (sample, method) => {
				const options = { level: 0.8, seed: "s", resamples: 200, method };
				const [low, high] = bounds(bootstrapInterval(sample, mean, options));
				expect(low).toBeLessThanOrEqual(high);
				expect(low).toBeGreaterThanOrEqual(Math.min(...sample));
				expect(high).toBeLessThanOrEqual(Math.max(...sample));
				const doubled = bounds(
					bootstrapInterval(
						sample.map((value) => 2 * value + 64),
						mean,
						options,
					),
				);
				expect(doubled[0]).toBeCloseTo(2 * low + 64, 8);
				expect(doubled[1]).toBeCloseTo(2 * high + 64, 8);
			}),
		);
	});

	test("pairs are resampled as pairs: the ratio of means of y = 2x is 2 in every resample", () => {
		const pairs = [1, 4, 2, 8, 5, 7].map((x) => ({ x, y: 2 * x }));
		const ratio = (sample: readonly { x: number; y: number }[]) =>
			mean(sample.map(({ y }) => y)) / mean(sample.map(({ x }) => x));
		const [low, high] = bounds(bootstrapInterval(pairs, ratio, { level: 0.9, seed: "p" }));
		expect(low).toBeCloseTo(2, 12);
		expect(high).toBeCloseTo(2, 12);
	});

	test("of a maximum, beyond which no resample goes, the bounds are values of the sample", () => {
		const [low, high] = bounds(
			bootstrapInterval(spatial, (sample) => Math.max(...sample), { level: 0.9, seed: "m" }),
		);
		expect(spatial).toContain(low);
		expect(high).toBe(48);
	});

	test("equal values have one point, one value has no bounds", () => {
		const options = { level: 0.95, seed: "e" };
		expect(bootstrapInterval([3, 3, 3], mean, options)).toEqual({ low: 3, high: 3 });
		expect(bootstrapInterval([3], mean, options)).toEqual({ low: null, high: null });
	});

	test("what cannot be answered is refused", () => {
		const options = { level: 0.95, seed: "r" };
		expect(() => bootstrapInterval([], mean, options)).toThrow(/no observations/);
		expect(() => bootstrapInterval([1, 2], mean, { ...options, level: 95 })).toThrow(/level/);
		expect(() => bootstrapInterval([1, 2], mean, { ...options, resamples: 99 })).toThrow(/resamples/);
		expect(() => bootstrapInterval([1, 2], mean, { method: "BCA" as "bca" })).toThrow(
			/one of bca, percentile/,
		);
		expect(() => bootstrapInterval([1, 2, NaN], mean, options)).toThrow(/finite, got NaN/);
	});
});

describe("wilsonInterval", () => {
	test.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718],
	])("%d of %d at 95 %%: %d to %d (Newcombe 1998, table I)", (successes, trials, low, high) => {
		const interval = bounds(wilsonInterval(successes, trials, 0.95));
		expect(interval[0]).toBeCloseTo(low, 4);
		expect(interval[1]).toBeCloseTo(high, 4);
	});

	test("lies in [0, 1], holds the share, and is mirrored when failures are counted", () => {
		const cases = fc
			.tuple(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }))
			.map(([n, share]) => [Math.round(n * share), n]);
		fc.assert(
			fc.property(cases, fc.double({ min: 0.01, max: 0.999, noNaN: true }), ([successes, n], level) => {
				const [low, high] = bounds(wilsonInterval(successes, n, level));
				expect(low).toBeGreaterThanOrEqual(0);
				expect(high).toBeLessThanOrEqual(1);
				expect(low).toBeLessThanOrEqual(successes / n);
				expect(high).toBeGreaterThanOrEqual(successes / n);
				expect(bounds(wilsonInterval(n - successes, n, level))[0]).toBeCloseTo(1 - high, 12);
			}),
		);
	});

	test("no trials, too many successes and other levels are refused", () => {
		expect(() => wilsonInterval(0, 0, 0.95)).toThrow(/trials/);
		expect(() => wilsonInterval(3, 2, 0.95)).toThrow(/successes/);
		expect(() => wilsonInterval(1.5, 2, 0.95)).toThrow(/successes/);
		expect(() => wilsonInterval(1, 2, 1)).toThrow(/level/);
	});
});
