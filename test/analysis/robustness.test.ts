// The eleven robustness metrics against the published definitions, and what must hold of each.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RobustnessMetric, robustness, robustnessMetrics } from "../../engine/analysis/index.js";

const costs = [
	[10, 11, 12, 13, 14, 15, 16, 17, 30],
	[14, 14, 15, 15, 15, 16, 16, 16, 17],
	[8, 9, 9, 10, 18, 19, 20, 21, 22],
];
const ofCosts = (metric: RobustnessMetric) => robustness(costs, { metric, sense: "minimize", threshold: 16 });
const matrices = fc
	.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 12 }))
	.chain(([paths, futures]) =>
		fc.array(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: futures, maxLength: futures }), {
			minLength: paths,
			maxLength: paths,
		}),
	);
const options = (metric: RobustnessMetric) => ({ metric, threshold: 3, alpha: 0.3 });

describe("three paths in nine futures, minimized, threshold 16 (definitions of McPhail et al. 2018, linear quantiles)", () => {
	const expected: Record<RobustnessMetric, number[]> = {
		maximin: [-30, -17, -22],
		maximax: [-10, -14, -8],
		hurwicz: [-20, -15.5, -15],
		laplace: [-15.3333, -15.3333, -15.1111],
		minimaxRegret: [-13, -6, -5],
		percentileRegret: [-5, -6, -5],
		// (1 − 138/9)/(√36 + 1), (1 − 138/9)/(1 + 1), (1 − 136/9)/(√35.1111… + 1)
		meanVariance: [-2.0599, -7.16667, -2.03757],
		undesirableDeviations: [-4.4, -1, -2],
		percentileSkewness: [0.27273, 0.09091, -0.48387],
		percentilePeakedness: [2.2, 2.2, 1.12727],
		satisficing: [0.7778, 0.8889, 0.4444],
	};
	test.each(robustnessMetrics)("%s", (metric) => {
		const found = ofCosts(metric);
		expect(found).toHaveLength(3);
		for (const [i, value] of found.entries()) expect(value).toBeCloseTo(expected[metric][i], 4);
	});

	test("which path is best depends on the metric: each of the three is", () => {
		const bestBy = (metric: RobustnessMetric) => {
			const values = ofCosts(metric);
			return values.indexOf(Math.max(...values));
		};
		expect(bestBy("maximin")).toBe(1);
		expect(bestBy("laplace")).toBe(2);
		expect(bestBy("percentileSkewness")).toBe(0);
		expect(new Set(robustnessMetrics.map(bestBy)).size).toBe(3);
	});
});

describe("for any outcomes", () => {
	test.each(robustnessMetrics)(
		"%s: minimizing is maximizing the negated outcomes; the order of futures does not matter; paths are not NaN",
		(metric) => {
			fc.assert(
				fc.property(matrices, (matrix) => {
					const found = robustness(matrix, options(metric));
					const negated = matrix.map((row) => row.map((value) => -value));
					expect(robustness(negated, { ...options(metric), sense: "min", threshold: -3 })).toEqual(found);
					const backward = robustness(
						matrix.map((row) => [...row].reverse()),
						options(metric),
					);
					for (const [i, value] of found.entries()) {
						expect(value).not.toBeNaN();
						if (value !== Infinity) expect(backward[i]).toBeCloseTo(value, 9);
					}
				}),
			);
		},
	);

	test("hurwicz lies between maximin (alpha 1) and maximax (alpha 0), laplace between both", () => {
		fc.assert(
			fc.property(matrices, fc.double({ min: 0, max: 1, noNaN: true }), (matrix, alpha) => {
				const [low, middle, high, hurwicz] = (["maximin", "laplace", "maximax", "hurwicz"] as const).map(
					(metric) => robustness(matrix, { metric, alpha }),
				);
				expect(robustness(matrix, { metric: "hurwicz", alpha: 1 })).toEqual(low);
				expect(robustness(matrix, { metric: "hurwicz", alpha: 0 })).toEqual(high);
				for (const i of matrix.keys()) {
					expect(middle[i]).toBeGreaterThanOrEqual(low[i] - 1e-9);
					expect(middle[i]).toBeLessThanOrEqual(high[i] + 1e-9);
					expect(hurwicz[i]).toBeGreaterThanOrEqual(low[i] - 1e-9);
					expect(hurwicz[i]).toBeLessThanOrEqual(high[i] + 1e-9);
				}
			}),
		);
	});

	test("regrets and undesirable deviations are at most 0; one path alone regrets nothing; a dominated one regrets more", () => {
		fc.assert(
			fc.property(matrices, (matrix) => {
				for (const metric of ["minimaxRegret", "percentileRegret", "undesirableDeviations"] as const)
					for (const value of robustness(matrix, { metric })) expect(value).toBeLessThanOrEqual(1e-9);
				expect(robustness(matrix.slice(0, 1), { metric: "minimaxRegret" })).toEqual([0]);
				const worse = [...matrix, matrix[0].map((value) => value - 1)];
				const found = robustness(worse, { metric: "minimaxRegret" });
				expect(found.at(-1)).toBe(found[0] - 1);
			}),
		);
	});
});

describe("degenerate outcomes", () => {
	test("a constant path leans nowhere, is as peaked as can be and deviates by nothing", () => {
		const of = (metric: RobustnessMetric) => robustness([[5, 5, 5, 5]], { metric })[0];
		expect(of("percentileSkewness")).toBe(0);
		expect(of("percentilePeakedness")).toBe(Infinity);
		expect(of("undesirableDeviations")).toBe(0);
		expect(of("meanVariance")).toBe(6);
	});

	test("a path that is constant but for its tails is as peaked as can be too", () => {
		const row = [0, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9];
		expect(robustness([[0, ...row, 9]], { metric: "percentilePeakedness" })).toEqual([Infinity]);
	});

	test("outcomes of 0 stay 0 where less is better", () => {
		for (const metric of ["maximin", "maximax", "laplace"] as const)
			expect(robustness([[0, 0]], { metric, sense: "minimize" })).toEqual([0]);
	});

	test("one future is enough but for a variance", () => {
		for (const metric of robustnessMetrics) {
			const find = () => robustness([[2], [4]], options(metric));
			if (metric === "meanVariance") expect(find).toThrow(/two futures/);
			else for (const value of find()) expect(value).not.toBeNaN();
		}
	});

	test("a threshold of the outcome counts as good enough, in either sense", () => {
		const satisficing = { metric: "satisficing", threshold: 2 } as const;
		expect(robustness([[1, 2, 3, 4]], satisficing)).toEqual([0.75]);
		expect(robustness([[1, 2, 3, 4]], { ...satisficing, sense: "minimize" })).toEqual([0.5]);
	});

	test("what cannot be answered is refused, with the place", () => {
		const maximin = { metric: "maximin" } as const;
		expect(() => robustness([], maximin)).toThrow(/no paths/);
		expect(() => robustness([[]], maximin)).toThrow(/no futures/);
		expect(() => robustness([[1, 2], [1]], maximin)).toThrow(/path 1 has 1/);
		expect(() =>
			robustness(
				[
					[1, 2],
					[1, NaN],
				],
				maximin,
			),
		).toThrow(/path 1 in future 1 .* NaN/);
		expect(() => robustness([[1, Infinity]], maximin)).toThrow(/finite/);
		expect(() => robustness([[1]], { metric: "toString" as "maximin" })).toThrow(
			/metric must be one of maximin/,
		);
		expect(() => robustness([[1]], { metric: "satisficing" })).toThrow(/threshold/);
		expect(() => robustness([[1]], { metric: "hurwicz", alpha: 1.5 })).toThrow(/alpha/);
		expect(() => robustness([[1]], { ...maximin, sense: "less" as "min" })).toThrow(/robustness: sense/);
	});
});
