// Confidence intervals against published data, and their coverage.

import { describe, expect, test } from "vitest";
import { confidenceInterval, pairedDifference } from "../../engine/analysis/index.js";
import { normal, purpose, streamKey, word } from "../../engine/random/index.js";

// Hours of sleep gained by ten patients under two drugs (Student 1908, table).
const drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

const stream = streamKey(3, 4, purpose("test.intervals"));
const sample = (agent: number, n: number) =>
	Array.from({ length: n }, (_, i) => normal(word(stream, agent, 0, i)));

describe("confidenceInterval", () => {
	test("of 1 … 10 at 95 %: 3.334149 to 7.665851 (R's t.test(1:10))", () => {
		const { low, high } = confidenceInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95);
		expect(low).toBeCloseTo(3.334149, 6);
		expect(high).toBeCloseTo(7.665851, 6);
	});

	test("of two values the half-width is t(1) = 12.7062, 63.6567 times half their distance (t table)", () => {
		expect(confidenceInterval([-1, 1], 0.95).high).toBeCloseTo(12.7062, 4);
		expect(confidenceInterval([-1, 1], 0.99).high).toBeCloseTo(63.6567, 4);
	});

	test("one value has no bounds; equal values have one point", () => {
		expect(confidenceInterval([5], 0.9)).toEqual({ low: null, high: null });
		expect(confidenceInterval([0.1, 0.1, 0.1], 0.9)).toEqual({
			low: 0.1,
			high: 0.1,
		});
	});

	test("covers the mean of five normal values as often as it says: within 3.5 standard errors over 4,000 samples", () => {
		for (const level of [0.8, 0.95]) {
			let covered = 0;
			for (let agent = 0; agent < 4000; agent++) {
				const { low, high } = confidenceInterval(sample(agent, 5), level);
				if ((low as number) <= 0 && 0 <= (high as number)) covered += 1;
			}
			const error = Math.sqrt((level * (1 - level)) / 4000);
			expect(Math.abs(covered / 4000 - level)).toBeLessThan(3.5 * error);
		}
	});

	test("no values or a level outside (0, 1) are refused", () => {
		expect(() => confidenceInterval([], 0.95)).toThrow(RangeError);
		for (const level of [0, 1, 95, -0.5, NaN])
			expect(() => confidenceInterval([1, 2], level)).toThrow(/level/);
	});
});

describe("pairedDifference", () => {
	test("of Student's sleep data: −1.58, from −2.4598858 to −.7001142 (R's paired t.test)", () => {
		const difference = pairedDifference(drug1, drug2, 0.95);
		expect(difference.mean).toBeCloseTo(-1.58, 12);
		expect(difference.low).toBeCloseTo(-2.4598858, 6);
		expect(difference.high).toBeCloseTo(-0.7001142, 6);
		// variances 3.200556 and 4.009, of the differences 1.512889
		expect(difference.varianceRatio).toBeCloseTo(7.209556 / 1.512889, 5);
	});

	test("pairing gains nothing between independent runs and 11-fold where nine tenths of the noise is common", () => {
		const [own1, own2, common] = [sample(1, 1000), sample(2, 1000), sample(3, 1000)];
		expect(pairedDifference(own1, own2, 0.95).varianceRatio).toBeCloseTo(1, 0);
		const with1 = own1.map((x, i) => x + Math.sqrt(10) * (common[i] as number));
		const with2 = own2.map((x, i) => x + Math.sqrt(10) * (common[i] as number));
		const ratio = pairedDifference(with1, with2, 0.95).varianceRatio as number;
		expect(ratio).toBeGreaterThan(9);
		expect(ratio).toBeLessThan(13);
	});

	test("a constant difference has no width and no variance ratio; one pair has no bounds", () => {
		const shifted = pairedDifference([3, 5, 9], [1, 3, 7], 0.95);
		expect(shifted).toEqual({ mean: 2, low: 2, high: 2 });
		expect("varianceRatio" in shifted).toBe(false);
		expect(pairedDifference([3], [1], 0.95)).toEqual({
			mean: 2,
			low: null,
			high: null,
		});
	});

	test("unequal lengths and no pairs are refused", () => {
		expect(() => pairedDifference([1, 2], [1], 0.95)).toThrow(/equal/);
		expect(() => pairedDifference([], [], 0.95)).toThrow(RangeError);
		expect(() => pairedDifference([1], [2], 1)).toThrow(/level/);
	});
});
