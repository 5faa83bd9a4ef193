// pow and sin: agreement with the platform's, exact cases, special cases.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pow } from "../../engine/math/pow.js";
import { sin } from "../../engine/math/sin.js";

const runs = { numRuns: 20_000, seed: 2 };

describe("pow", () => {
	test("relative error ≤ 1e-15 against Math.pow, itself good to 3e-16, for |y ln x| < 50", () => {
		const logarithm = fc.double({ min: -50, max: 50, noNaN: true });
		const y = fc.double({ min: -40, max: 40, noNaN: true }).filter((y) => Math.abs(y) > 0.1);
		const property = fc.property(logarithm, y, (l, y) => {
			const x = Math.exp(l / y);
			return Math.abs(pow(x, y) / x ** y - 1) <= 1e-15;
		});
		fc.assert(property, runs);
	});

	test("a whole power that a double can hold is exact", () => {
		for (let base = -30; base <= 30; base++) {
			let product = 1;
			for (let y = 0; Math.abs(product) <= 2 ** 53 && y < 60; y++) {
				expect(pow(base, y) + 0).toBe(product + 0);
				product *= base;
			}
		}
	});

	test("powers of two are exact down to the smallest number and up to the largest", () => {
		for (let k = -1080; k <= 1030; k++) expect(pow(2, k)).toBe(2 ** k);
	});

	test("zeros, infinities, NaN and negative bases as ECMAScript's **", () => {
		const values = [0, -0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 1e300, -1e300, Infinity, -Infinity, NaN];
		for (const x of values) {
			for (const y of values) {
				const expected = x ** y;
				const ordinary = Number.isFinite(expected) && expected !== 0;
				if (ordinary) expect(Math.abs(pow(x, y) / expected - 1)).toBeLessThan(1e-15);
				else expect([x, y, pow(x, y)]).toEqual([x, y, expected]);
			}
		}
	});
});

describe("sin", () => {
	test("absolute error ≤ 1e-15 against Math.sin for |x| < 1e6", () => {
		for (const range of [1, 10, 1e6]) {
			const x = fc.double({ min: -range, max: range, noNaN: true });
			fc.assert(
				fc.property(x, (x) => Math.abs(sin(x) - Math.sin(x)) <= 1e-15),
				runs,
			);
		}
	});

	test("beyond, the error stays below 1e-7 up to 2^30, where the range ends", () => {
		const x = fc.double({ min: 1e6, max: 2 ** 30 - 1, noNaN: true });
		fc.assert(
			fc.property(x, (x) => Math.abs(sin(x) - Math.sin(x)) <= 1e-7),
			runs,
		);
		expect(sin(2 ** 30)).toBeNaN();
		expect(sin(-Infinity)).toBeNaN();
		expect(sin(NaN)).toBeNaN();
	});

	test("is odd, and right at the quarters of a turn", () => {
		expect(sin(0)).toBe(0);
		expect(sin(Math.PI / 2)).toBe(1);
		expect(sin(Math.PI / 6)).toBeCloseTo(0.5, 15);
		expect(sin(1.5 * Math.PI)).toBe(-1);
		const x = fc.double({ min: 1e-9, max: 1e5, noNaN: true });
		fc.assert(
			fc.property(x, (x) => sin(-x) === -sin(x)),
			runs,
		);
	});
});
