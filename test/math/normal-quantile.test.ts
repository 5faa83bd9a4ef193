// normalQuantile: published values, symmetry, order; normalCdf; rint: halves to even.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalCdf } from "../../engine/math/normal-cdf.js";
import { normalQuantile } from "../../engine/math/normal-quantile.js";
import { rint } from "../../engine/math/rint.js";

const runs = { numRuns: 20_000, seed: 3 };

describe("normalQuantile", () => {
	test("Wichura 1988 (AS 241), the usual critical values, and a far tail by mpmath", () => {
		const table = [
			[0.25, -0.6744897501960817],
			[0.001, -3.090232306167814],
			[1e-20, -9.262340089798409],
			[0.95, 1.6448536269514722],
			[0.975, 1.959963984540054],
			[0.995, 2.5758293035489004],
			[1e-300, -37.0470962993612],
		] as const;
		for (const [p, z] of table) {
			expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(2e-15);
		}
	});

	test("undoes the distribution function, integrated here from 0 by Simpson's rule", () => {
		for (const z of [0.1, 0.5, 1, 1.3, 1.5, 2, 3, 4]) {
			const steps = 4000;
			let sum = 0;
			let lost = 0; // compensated (Kahan 1965): a plain sum's rounding would exceed the error looked for
			for (let i = 0; i <= steps; i++) {
				const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
				const term = weight * Math.exp(-0.5 * ((z * i) / steps) ** 2) - lost;
				const next = sum + term;
				lost = next - sum - term;
				sum = next;
			}
			const p = 0.5 + (sum * z) / (3 * steps * Math.sqrt(2 * Math.PI));
			const slope = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
			expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(5e-16 + 3e-16 / slope);
		}
	});

	test("is odd about one half", () => {
		const word = fc.integer({ min: 1, max: 2 ** 32 - 1 });
		const property = fc.property(
			word,
			(k) => normalQuantile(k / 2 ** 32) === -normalQuantile(1 - k / 2 ** 32) + 0,
		);
		fc.assert(property, runs);
	});

	test("rises with p, across the seams of its three formulas too", () => {
		const seams = [0.075, Math.exp(-25), 1e-100, 0.3];
		for (const seam of seams) {
			for (let i = -50; i < 50; i++) {
				const p = seam * (1 + i * 1e-12);
				expect(normalQuantile(p * (1 + 1e-11))).toBeGreaterThan(normalQuantile(p));
			}
		}
		const p = fc.double({ min: 1e-300, max: 0.999, noNaN: true });
		fc.assert(
			fc.property(p, (p) => normalQuantile(p * (1 + 1e-11)) > normalQuantile(p)),
			runs,
		);
	});

	test("ends and outside", () => {
		expect(normalQuantile(0.5)).toBe(0);
		expect(normalQuantile(0)).toBe(-Infinity);
		expect(normalQuantile(1)).toBe(Infinity);
		for (const p of [-1e-9, 1.0000001, NaN]) expect(normalQuantile(p)).toBeNaN();
	});
});

describe("rint", () => {
	test("halves go to the even neighbor, never to −0", () => {
		const halves = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 4503599627370495.5];
		expect(halves.map(rint)).toEqual([-2, -2, 0, 0, 2, 2, 4503599627370496]);
		expect(Object.is(rint(-0.2), 0)).toBe(true);
		expect(Object.is(rint(-0), 0)).toBe(true);
	});

	test("otherwise the nearest whole number; whole numbers, infinities and NaN stay", () => {
		const x = fc.double({ min: -1e17, max: 1e17, noNaN: true });
		fc.assert(
			fc.property(x, (x) => {
				const whole = rint(x);
				const distance = Math.abs(x - whole);
				return Number.isInteger(whole) && (distance < 0.5 || (distance === 0.5 && whole % 2 === 0));
			}),
			runs,
		);
		for (const whole of [0.49999999999999994, 4503599627370497, 1e300, -1e300]) {
			expect(rint(whole)).toBe(whole < 0.5 && whole > 0 ? 0 : whole);
		}
		expect(rint(Infinity)).toBe(Infinity);
		expect(rint(NaN)).toBeNaN();
	});
});

describe("normalCdf", () => {
	test("is undone by normalQuantile: by 1e-14 in p everywhere, symmetric about ½, 0 and 1 at the ends", () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-15, max: 1, maxExcluded: true, noNaN: true }), (p) => {
				const z = normalQuantile(p);
				expect(Math.abs(normalCdf(z) - p)).toBeLessThan(1e-14);
				expect(Math.abs(normalCdf(z) + normalCdf(-z) - 1)).toBeLessThan(1e-15);
			}),
			runs,
		);
		expect([-Infinity, -38, 38, Infinity].map(normalCdf)).toEqual([0, 0, 1, 1]);
		expect(normalCdf(-6) / 9.865876450376981e-10).toBeCloseTo(1, 8);
	});
});
