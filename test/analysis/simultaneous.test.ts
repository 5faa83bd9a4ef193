// Intervals that hold all at once, against a worked example and each other.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	bonferroniLevel,
	comparisonsWithBest,
	confidenceInterval,
	guptaSubset,
	mean,
	pairedDifference,
	pairedDifferences,
	simultaneousIntervals,
	studentQuantile,
	tukeyDifferences,
	variance,
} from "../../engine/analysis/index.js";

/** Minutes until headache relief under three drugs; the worked example of SAS for Tukey's test, repeated by SciPy's tukey_hsd. */
const relief = [
	[24.5, 23.5, 26.4, 27.1, 29.9],
	[28.4, 34.2, 29.5, 32.2, 30.1],
	[26.1, 28.3, 24.3, 26.2, 27.8],
];
const width = ({ low, high }: { low: number | null; high: number | null }) =>
	(high as number) - (low as number);
const groupsOf = (size: fc.Arbitrary<number>) =>
	fc.tuple(fc.integer({ min: 2, max: 4 }), size).chain(([count, n]) =>
		fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: n, maxLength: n }), {
			minLength: count,
			maxLength: count,
		}),
	);

describe("by Bonferroni", () => {
	test("each of 5 intervals gets 99 % so that all hold with 95 %", () => {
		expect(bonferroniLevel(0.95, 5)).toBeCloseTo(0.99, 14);
		expect(bonferroniLevel(0.9, 1)).toBeCloseTo(0.9, 15);
		expect(() => bonferroniLevel(1, 5)).toThrow(/level/);
		expect(() => bonferroniLevel(0.9, 0)).toThrow(/count/);
	});

	test("intervals are those of each mean at the higher level", () => {
		expect(simultaneousIntervals(relief, 0.95)).toEqual(
			relief.map((group) => confidenceInterval(group, bonferroniLevel(0.95, 3))),
		);
		expect(() => simultaneousIntervals([], 0.95)).toThrow(/simultaneousIntervals: no groups/);
		expect(() => simultaneousIntervals(relief, 95)).toThrow(/simultaneousIntervals: level/);
	});

	test("all pairs of groups are compared once, pair by pair", () => {
		const found = pairedDifferences(relief, 0.9);
		expect(found.map(({ a, b }) => [a, b])).toEqual([
			[0, 1],
			[0, 2],
			[1, 2],
		]);
		for (const { a, b, ...difference } of found)
			expect(difference).toEqual(pairedDifference(relief[a], relief[b], bonferroniLevel(0.9, 3)));
		expect(() => pairedDifferences([[1, 2]], 0.9)).toThrow(/two groups/);
		expect(() => pairedDifferences(relief, NaN)).toThrow(/pairedDifferences: level/);
		expect(() => pairedDifferences([[1, 2], [1]], 0.9)).toThrow(/equal/);
	});
});

describe("tukeyDifferences", () => {
	test("relief under three drugs: −4.6 ± 3.649, −0.26 ± 3.649, 4.34 ± 3.649 (SciPy's tukey_hsd)", () => {
		const found = tukeyDifferences(relief, 0.95);
		const expected = [
			[-4.6, -8.249, -0.951],
			[-0.26, -3.909, 3.389],
			[4.34, 0.691, 7.989],
		];
		for (const [i, { mean, low, high }] of found.entries())
			for (const [j, value] of [mean, low, high].entries()) expect(value).toBeCloseTo(expected[i][j], 3);
	});

	test("unequal sizes, by Kramer: −4.795 from −9.113 to −0.477 and on (SciPy's tukey_hsd)", () => {
		const found = tukeyDifferences([relief[0], relief[1].slice(0, 4), relief[2].slice(1)], 0.95);
		const expected = [-9.113, -0.477, -4.688, 3.948, -0.126, 8.976];
		for (const [i, value] of found.flatMap(({ low, high }) => [low, high]).entries())
			expect(value).toBeCloseTo(expected[i], 3);
	});

	test("two groups: the pooled t interval; more: narrower than Bonferroni's of as many pairs", () => {
		const [a, b] = relief;
		const half =
			studentQuantile(0.975, 8) *
			Math.sqrt(((variance(a) + variance(b)) / 2) * (1 / a.length + 1 / b.length));
		expect(width(tukeyDifferences([a, b], 0.95)[0])).toBeCloseTo(2 * half, 5);
		const pooled = Math.sqrt(mean(relief.map((group) => variance(group))) * (2 / 5));
		const bonferroni = studentQuantile(0.5 + bonferroniLevel(0.95, 3) / 2, 12) * pooled;
		expect(width(tukeyDifferences(relief, 0.95)[0])).toBeLessThan(2 * bonferroni);
	});

	test("what has no pooled variance is refused", () => {
		expect(() => tukeyDifferences([[1, 2]], 0.95)).toThrow(/two groups/);
		expect(() => tukeyDifferences([[1, 2], []], 0.95)).toThrow(/group 1: no values/);
		expect(() => tukeyDifferences([[1], [2]], 0.95)).toThrow(/variance/);
		expect(() => tukeyDifferences(relief, 0)).toThrow(/level/);
	});
});

describe("comparisonsWithBest and guptaSubset", () => {
	test("half-widths are d(.95; 2, 12) = 2.11 (Dunnett 1955) times the error of a difference", () => {
		const error = Math.sqrt(mean(relief.map((group) => variance(group))) * (2 / 5));
		const [first, second, third] = comparisonsWithBest(relief, 0.95);
		expect(first.low).toBeCloseTo(-4.6 - 2.11 * error, 1);
		expect(first.high).toBe(0);
		expect(second.low).toBe(0);
		expect(second.high).toBeCloseTo(4.34 + 2.11 * error, 1);
		expect(third).toEqual({ low: -second.high, high: 0 });
		expect(guptaSubset(relief, 0.95)).toEqual([1]);
	});

	test("where less is better the second drug is out and the others stay", () => {
		const [first, second, third] = comparisonsWithBest(relief, 0.95, { sense: "minimize" });
		expect(second.low).toBe(0);
		expect(first.low).toBeLessThan(0);
		expect(first.high).toBeGreaterThan(0);
		expect(third.low).toBeLessThan(0);
		expect(guptaSubset(relief, 0.95, { sense: "min" })).toEqual([0, 2]);
	});

	test("the best mean is never ruled out, the subset grows with the level, and negating turns the sense", () => {
		fc.assert(
			fc.property(groupsOf(fc.integer({ min: 2, max: 5 })), (groups) => {
				const means = groups.map(mean);
				const best = means.indexOf(Math.max(...means));
				const subset = guptaSubset(groups, 0.9);
				expect(subset).toContain(best);
				expect(guptaSubset(groups, 0.99)).toEqual(expect.arrayContaining([...subset]));
				const negated = groups.map((group) => group.map((value) => -value));
				expect(guptaSubset(negated, 0.9, { sense: "minimize" })).toEqual(subset);
				for (const { low, high } of comparisonsWithBest(groups, 0.9)) {
					expect(low).toBeLessThanOrEqual(0);
					expect(high).toBeGreaterThanOrEqual(0);
				}
			}),
			{ numRuns: 5 },
		);
	});

	test("a group of many more values has the narrower interval against the same rival", () => {
		const few = [9, 11, 10, 12, 8];
		const many = [...few, ...few, ...few, ...few];
		const narrow = comparisonsWithBest([few, many, many], 0.9)[1];
		const wide = comparisonsWithBest([many, few, many], 0.9)[1];
		expect(width(narrow)).toBeLessThan(width(wide));
	});

	test("constant groups are told apart without error, also equal ones", () => {
		expect(
			comparisonsWithBest(
				[
					[2, 2],
					[2, 2],
					[1, 1],
				],
				0.9,
			),
		).toEqual([
			{ low: 0, high: 0 },
			{ low: 0, high: 0 },
			{ low: -1, high: 0 },
		]);
		expect(
			guptaSubset(
				[
					[2, 2],
					[2, 2],
					[1, 1],
				],
				0.9,
			),
		).toEqual([0, 1]);
	});

	test("other levels and senses are refused", () => {
		expect(() => comparisonsWithBest(relief, 0.4)).toThrow(/comparisonsWithBest: level/);
		expect(() => guptaSubset(relief, 1)).toThrow(/guptaSubset: level/);
		expect(() => guptaSubset(relief, 0.9, { sense: "up" as "max" })).toThrow(/guptaSubset: sense/);
	});
});
