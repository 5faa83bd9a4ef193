// Quantiles and probabilities against published tables, and the identities between them.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	dunnettQuantile,
	normalCdf,
	normalQuantile,
	studentizedRangeQuantile,
	studentQuantile,
} from "../../engine/analysis/index.js";

const equal = (means: number) => new Array<number>(means).fill(Math.SQRT1_2);

describe("normalCdf", () => {
	test.each([
		[-38, 2.885428e-316],
		[-20, 2.7536241186e-89],
		[-8, 6.22096057427e-16],
		[-7.5, 3.19089167291e-14],
		[-3, 1.34989803163e-3],
		[-1, 0.158655253931],
		[0, 0.5],
		[1.96, 0.975002104852],
		[5, 0.999999713348],
	])("Φ(%d) = %d (Abramowitz & Stegun 1964, tables 26.1 and 26.2, and their continuation)", (x, expected) => {
		expect(normalCdf(x) / expected).toBeCloseTo(1, 6);
		expect(Math.abs(normalCdf(x) - expected)).toBeLessThan(1e-12);
	});

	test("is the inverse of normalQuantile, rises, and Φ(−x) = 1 − Φ(x)", () => {
		fc.assert(
			fc.property(
				fc.double({ min: 1e-300, max: 1 - 1e-12, noNaN: true }),
				fc.double({ min: -8, max: 8, noNaN: true }),
				fc.double({ min: 1e-6, max: 4, noNaN: true }),
				(p, x, step) => {
					expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 9);
					expect(normalCdf(x - step)).toBeLessThanOrEqual(normalCdf(x));
					expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14);
				},
			),
		);
	});

	test("at and beyond the ends", () => {
		expect(normalCdf(-Infinity)).toBe(0);
		expect(normalCdf(Infinity)).toBe(1);
		expect(normalCdf(NaN)).toBeNaN();
	});
});

describe("studentQuantile", () => {
	test.each([
		[0.975, 1, 12.7062],
		[0.975, 2, 4.30265],
		[0.975, 10, 2.22814],
		[0.995, 5, 4.03214],
		[0.95, 30, 1.69726],
		[0.9995, 3, 12.92398],
		[0.975, 1e6, 1.95997],
	])("t(%d; %d) = %d (t table)", (p, degreesOfFreedom, expected) => {
		expect(studentQuantile(p, degreesOfFreedom)).toBeCloseTo(expected, 4);
		expect(studentQuantile(1 - p, degreesOfFreedom)).toBeCloseTo(-expected, 4);
	});

	test("0 and 1 lie at the infinite ends; others are refused", () => {
		expect(studentQuantile(0, 3)).toBe(-Infinity);
		expect(studentQuantile(1, 3)).toBe(Infinity);
		for (const p of [-0.1, 1.1, NaN]) expect(() => studentQuantile(p, 3)).toThrow(/studentQuantile: p/);
		for (const df of [0, -1, Infinity, NaN]) expect(() => studentQuantile(0.5, df)).toThrow(/degrees/);
	});
});

describe("studentizedRangeQuantile", () => {
	test.each([
		[0.95, 3, 10, 3.877],
		[0.95, 10, 20, 5.008],
		[0.99, 5, 60, 4.818],
		[0.95, 4, 1e7, 3.633],
		[0.95, 20, 120, 5.126],
		[0.95, 2, 2, 6.085],
		[0.99, 2, 2, 14.036],
		[0.95, 3, 1, 26.976],
		[0.99, 3, 1, 135.041],
	])("q(%d; %d means, %d) = %d (Harter 1960)", (p, count, degreesOfFreedom, expected) => {
		expect(studentizedRangeQuantile(p, count, degreesOfFreedom)).toBeCloseTo(expected, 3);
	});

	test("of two means it is √2 times Student's t", () => {
		for (const [p, df] of [
			[0.5, 1],
			[0.9, 4],
			[0.999, 25],
		]) {
			const t = studentQuantile(0.5 + p / 2, df);
			expect(studentizedRangeQuantile(p, 2, df) / (Math.SQRT2 * t)).toBeCloseTo(1, 6);
		}
	});

	test("other arguments are refused", () => {
		for (const p of [0, 1, NaN]) expect(() => studentizedRangeQuantile(p, 3, 5)).toThrow(/: p must/);
		for (const k of [1, 2.5, NaN]) expect(() => studentizedRangeQuantile(0.9, k, 5)).toThrow(/: count/);
		for (const df of [0, Infinity, NaN])
			expect(() => studentizedRangeQuantile(0.9, 3, df)).toThrow(/: degrees/);
	});
});

describe("dunnettQuantile", () => {
	test.each([
		[0.95, 2, 5, 2.44],
		[0.95, 3, 5, 2.68],
		[0.95, 2, 10, 2.15],
		[0.95, 4, 20, 2.3],
		[0.95, 9, 60, 2.48],
		[0.95, 9, 1e7, 2.42],
		[0.99, 4, 20, 3.08],
	])("one-sided d(%d; %d means, %d) = %d (Dunnett 1955, table 1)", (p, means, degreesOfFreedom, expected) => {
		expect(dunnettQuantile(p, equal(means), degreesOfFreedom)).toBeCloseTo(expected, 2);
	});

	test("of one mean it is Student's t, whatever the sizes", () => {
		for (const loading of [0.1, Math.SQRT1_2, 0.99])
			expect(dunnettQuantile(0.9, [loading], 7)).toBeCloseTo(studentQuantile(0.9, 7), 6);
	});

	test("other arguments are refused", () => {
		expect(() => dunnettQuantile(0.4, equal(2), 5)).toThrow(/: p must be at least/);
		expect(() => dunnettQuantile(0.9, [], 5)).toThrow(/: loadings/);
		expect(() => dunnettQuantile(0.9, [1], 5)).toThrow(/: loadings/);
		expect(() => dunnettQuantile(0.9, equal(2), 0.5)).toThrow(/: degrees/);
	});
});
