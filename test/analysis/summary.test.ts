// Summaries and series against values worked out by hand or published.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { autocorrelation, mean, quantile, standardDeviation, variance } from "../../engine/analysis/index.js";

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("mean and variance", () => {
	test("of 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sum of squares 32", () => {
		const values = [2, 4, 4, 4, 5, 5, 7, 9];
		expect(mean(values)).toBe(5);
		expect(variance(values)).toBeCloseTo(32 / 7, 14);
		expect(standardDeviation(values)).toBeCloseTo(Math.sqrt(32 / 7), 14);
	});

	test("a large offset does not spoil the variance", () => {
		expect(variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30);
	});

	test("equal values have that mean and no variance, whatever their number", () => {
		fc.assert(
			fc.property(finite, fc.integer({ min: 2, max: 60 }), (value, n) => {
				const values = new Array<number>(n).fill(value);
				expect(mean(values) - value).toBe(0);
				expect(variance(values)).toBe(0);
			}),
		);
	});

	test("too few values are refused", () => {
		expect(() => mean([])).toThrow(RangeError);
		expect(() => variance([1])).toThrow(/two values/);
		expect(() => standardDeviation([])).toThrow(RangeError);
	});
});

describe("quantile, R type 7", () => {
	test("as R's quantile() and NumPy's percentile()", () => {
		expect(quantile([15, 20, 35, 40, 50], 0.4)).toBeCloseTo(29, 12);
		expect(quantile([4, 1, 3, 2], 0.1)).toBeCloseTo(1.3, 12);
		expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
		expect(quantile([10, 9, 100], 1)).toBe(100);
		expect(quantile([-Infinity, 3, Infinity], 0.5)).toBe(3);
	});

	test("lies within the values, rises with p and leaves them as they were", () => {
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(fc.array(finite, { minLength: 1 }), share, share, (values, p, q) => {
				const before = [...values];
				const low = quantile(values, Math.min(p, q));
				const high = quantile(values, Math.max(p, q));
				expect(values).toEqual(before);
				expect(low).toBeLessThanOrEqual(high + 1e-9);
				expect(low).toBeGreaterThanOrEqual(Math.min(...values));
				expect(high).toBeLessThanOrEqual(Math.max(...values));
			}),
		);
	});

	test("no values, NaN, or a p outside [0, 1] are refused", () => {
		expect(() => quantile([1, NaN, 0], 0.5)).toThrow(/quantile: a value is NaN/);
		expect(() => quantile([], 0.5)).toThrow(RangeError);
		for (const p of [-0.1, 1.1, NaN]) expect(() => quantile([1], p)).toThrow(RangeError);
	});
});

describe("autocorrelation", () => {
	test("of 1 … 5: 1, .4, −.1, −.4, −.4, as R's acf()", () => {
		const values = [0, 1, 2, 3, 4].map((lag) => autocorrelation([1, 2, 3, 4, 5], lag));
		for (const [lag, r] of [1, 0.4, -0.1, -0.4, -0.4].entries()) expect(values[lag]).toBeCloseTo(r, 14);
	});

	test("an alternating series of n has −(n − 1)/n at lag 1", () => {
		const values = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 1 : -1));
		expect(autocorrelation(values, 1)).toBeCloseTo(-19 / 20, 14);
	});

	test("a constant series has none; lags outside the series are refused", () => {
		expect(autocorrelation([3, 3, 3], 1)).toBeNaN();
		for (const lag of [-1, 3, 0.5, NaN]) expect(() => autocorrelation([1, 2, 3], lag)).toThrow(RangeError);
		expect(() => autocorrelation([], 0)).toThrow(RangeError);
	});
});
