// exp, log, log1p: published values, agreement with the platform's, inverse of each other.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exp } from "../../engine/math/exp.js";
import { log } from "../../engine/math/log.js";
import { log1p } from "../../engine/math/log1p.js";
import { ulpDistance } from "./ulp.js";

const runs = { numRuns: 20_000, seed: 1 };
const positive = fc.double({
	min: Number.MIN_VALUE,
	noNaN: true,
	noDefaultInfinity: true,
});

describe("exp", () => {
	test("decimal expansions (Abramowitz & Stegun table 4.4)", () => {
		expect(ulpDistance(exp(1), Math.E)).toBeLessThanOrEqual(1);
		expect(ulpDistance(exp(-1), 0.36787944117144233)).toBeLessThanOrEqual(1);
		expect(ulpDistance(exp(10), 22026.465794806718)).toBeLessThanOrEqual(1);
		expect(ulpDistance(exp(-50), 1.9287498479639178e-22)).toBeLessThanOrEqual(1);
	});

	test("within 2 ulp of Math.exp, itself within 1 of the truth, subnormal results included", () => {
		for (const range of [1e-8, 1, 50, 745]) {
			const x = fc.double({
				min: -range,
				max: Math.min(range, 709.78),
				noNaN: true,
			});
			fc.assert(
				fc.property(x, (x) => ulpDistance(exp(x), Math.exp(x)) <= 2),
				runs,
			);
		}
	});

	test("special cases and the ends of the range", () => {
		expect(exp(0)).toBe(1);
		expect(exp(-0)).toBe(1);
		expect(exp(Infinity)).toBe(Infinity);
		expect(exp(-Infinity)).toBe(0);
		expect(exp(NaN)).toBeNaN();
		expect(exp(709.782712893384)).toBeGreaterThan(1.797e308);
		expect(exp(709.782712893385)).toBe(Infinity);
		expect(exp(-745.13)).toBe(Number.MIN_VALUE);
		expect(exp(-745.14)).toBe(0);
	});
});

describe("log", () => {
	test("decimal expansions (Abramowitz & Stegun table 4.2)", () => {
		expect(ulpDistance(log(2), Math.LN2)).toBeLessThanOrEqual(1);
		expect(ulpDistance(log(10), Math.LN10)).toBeLessThanOrEqual(1);
		expect(ulpDistance(log(0.5), -Math.LN2)).toBeLessThanOrEqual(1);
		expect(ulpDistance(log(Number.MIN_VALUE), -744.4400719213812)).toBeLessThanOrEqual(1);
	});

	test("within 2 ulp of Math.log from the smallest to the largest number, and around 1", () => {
		const near = fc.double({ min: 0.5, max: 2, noNaN: true });
		fc.assert(
			fc.property(positive, (x) => ulpDistance(log(x), Math.log(x)) <= 2),
			runs,
		);
		fc.assert(
			fc.property(near, (x) => ulpDistance(log(x), Math.log(x)) <= 2),
			runs,
		);
	});

	test("special cases", () => {
		expect(log(1)).toBe(0);
		expect(log(0)).toBe(-Infinity);
		expect(log(-0)).toBe(-Infinity);
		expect(log(Infinity)).toBe(Infinity);
		expect(log(-1)).toBeNaN();
		expect(log(NaN)).toBeNaN();
	});

	test("exp undoes log, up to the rounding of the logarithm", () => {
		const property = fc.property(positive, (x) => {
			if (x < 1e-300 || x > 1e300) return true;
			const l = log(x);
			return Math.abs(exp(l) / x - 1) <= 4e-16 + 2.3e-16 * Math.abs(l);
		});
		fc.assert(property, runs);
	});
});

describe("log1p", () => {
	test("relative error ≤ 1e-15 against Math.log1p, also for tiny x", () => {
		const exponent = fc.double({ min: -300, max: 10, noNaN: true });
		const property = fc.property(exponent, fc.boolean(), (e, negative) => {
			const x = negative ? -Math.min(0.999, 10 ** e) : 10 ** e;
			return Math.abs(log1p(x) / Math.log1p(x) - 1) <= 1e-15;
		});
		fc.assert(property, runs);
	});

	test("special cases", () => {
		expect(log1p(0)).toBe(0);
		expect(log1p(-1)).toBe(-Infinity);
		expect(log1p(Infinity)).toBe(Infinity);
		expect(log1p(-2)).toBeNaN();
	});
});
