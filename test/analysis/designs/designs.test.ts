// The designs of experiments: the same promises kept by all, and what each promises alone.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as engine from "../../../engine/index.js";

const { analysis, designs } = engine;
const { factorial, latinHypercube, list, morris, oneAtATime, saltelli, sobolSequence } = designs;
type Range = engine.designs.Range;

const ranges: readonly Range[] = [
	[-3, -1],
	[0, 1e6],
	[5, 5.5],
];

/** Every design over a space, with a seed where it is drawn. */
const all: readonly [name: string, make: (ranges: readonly Range[], seed: string) => number[][]][] = [
	["factorial", (ranges) => factorial({ levels: ranges.map((_, i) => 2 + (i % 2)), ranges })],
	[
		"list",
		(ranges) => list({ points: [ranges.map(([low]) => low), ranges.map(([, high]) => high)], ranges }),
	],
	["oneAtATime", (ranges) => oneAtATime({ ranges, levels: 3 })],
	["latinHypercube", (ranges, seed) => latinHypercube({ ranges, n: 17, seed })],
	["sobolSequence", (ranges) => sobolSequence({ ranges, n: 17 })],
	["sobolSequence, scrambled", (ranges, seed) => sobolSequence({ ranges, n: 17, seed })],
	["morris", (ranges, seed) => morris({ ranges, trajectories: 5, levels: 6, seed })],
	["saltelli", (ranges, seed) => saltelli({ ranges, n: 8, seed })],
	["saltelli, second order", (ranges, seed) => saltelli({ ranges, n: 8, seed, secondOrder: true })],
];

describe.each(all)("%s", (name, make) => {
	test("gives points inside the ranges", () => {
		for (const point of make(ranges, "1")) {
			expect(point).toHaveLength(3);
			point.forEach((x, i) => {
				expect(x).toBeGreaterThanOrEqual(ranges[i][0]);
				expect(x).toBeLessThanOrEqual(ranges[i][1]);
			});
		}
	});

	test("the points of the ranges are those of the unit cube, scaled", () => {
		const unit = make(
			[
				[0, 1],
				[0, 1],
				[0, 1],
			],
			"1",
		);
		const wide = make(ranges, "1");
		unit.forEach((point, i) => {
			point.forEach((u, j) => {
				const [low, high] = ranges[j];
				expect((wide[i][j] - low) / (high - low)).toBeCloseTo(u, 9);
			});
		});
	});

	test("a seed fixes the points; another gives others where they are drawn", () => {
		expect(make(ranges, "1")).toEqual(make(ranges, "1"));
		const drawn = /latin|scrambled|morris|saltelli/.test(name);
		expect(JSON.stringify(make(ranges, "1")) !== JSON.stringify(make(ranges, "2"))).toBe(drawn);
	});

	test("refuses ranges that are none", () => {
		for (const bad of [[], [[1, 0]], [[0, NaN]]] as unknown as Range[][])
			expect(() => make(bad, "1")).toThrow(RangeError);
	});
});

test("ranges may be called bounds, as searches do, and be given beside a dimension that agrees", () => {
	const points = latinHypercube({ ranges, n: 5 });
	expect(latinHypercube({ bounds: ranges, n: 5 })).toEqual(points);
	expect(latinHypercube({ bounds: ranges, dimension: 3, n: 5 })).toEqual(points);
	expect(() => latinHypercube({ bounds: ranges, dimension: 2, n: 5 })).toThrow(/2 factors .* ranges, got 3/);
	expect(() => list({ points: [[0, 0, 0]], bounds: ranges })).toThrow(/within \[-3, -1\]/);
});

describe("factorial", () => {
	test("has every combination once, the last factor fastest", () => {
		expect(factorial({ levels: [2, 3] })).toEqual([
			[0, 0],
			[0, 0.5],
			[0, 1],
			[1, 0],
			[1, 0.5],
			[1, 1],
		]);
		const levels = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(levels, (levels) => {
				const points = factorial({ levels });
				expect(points).toHaveLength(levels.reduce((a, b) => a * b));
				expect(new Set(points.map(String)).size).toBe(points.length);
			}),
			{ numRuns: 50, seed: 1 },
		);
	});

	test("one number of levels is that of every factor", () => {
		expect(factorial({ levels: 3, dimension: 4 })).toEqual(factorial({ levels: [3, 3, 3, 3] }));
		expect(factorial({ levels: 2, ranges })).toEqual(factorial({ levels: [2, 2, 2], ranges }));
		expect(() => factorial({ levels: [2, 2], dimension: 3 })).toThrow(/3 factors need as many levels, got 2/);
		expect(() => factorial({} as { levels: number })).toThrow(/factorial: levels/);
	});

	test("takes values as they are; one level is the middle", () => {
		expect(
			factorial({
				levels: [[7, -2], 1],
				ranges: [
					[0, 1],
					[10, 20],
				],
			}),
		).toEqual([
			[7, 15],
			[-2, 15],
		]);
	});

	test("refuses what is no level, and a design nobody could run", () => {
		for (const levels of [[], [0], [1.5], [[]], [[NaN]], [2, NaN]])
			expect(() => factorial({ levels })).toThrow(RangeError);
		expect(() => factorial({ levels: Array(30).fill(2) })).toThrow(/1073741824 points/);
		expect(() => factorial({ levels: [2], ranges })).toThrow(/as many ranges/);
	});
});

describe("list", () => {
	test("copies the points, and names the first fault", () => {
		const points = [
			[1, 2],
			[3, 4],
		];
		const copy = list({ points });
		expect(copy).toEqual(points);
		expect(copy[0]).not.toBe(points[0]);
		expect(() => list({ points: [] })).toThrow(/empty/);
		expect(() => list({ points: [[]] })).toThrow(/points\[0\]/);
		expect(() => list({ points: [[1, 2], [3]] })).toThrow(/points\[1\] must have 2 values, got 1/);
		expect(() => list({ points: [[1, NaN]] })).toThrow(/points\[0\]\[1\] must be finite, got NaN/);
		expect(() =>
			list({
				points: [[1, 2]],
				ranges: [
					[0, 1],
					[0, 1],
				],
			}),
		).toThrow(/within \[0, 1\], got 2/);
	});
});

test("one at a time: each point differs from the base in one factor at most", () => {
	const points = oneAtATime({ ranges, levels: 5, base: [-2, 3, 5.1] });
	expect(points).toHaveLength(16);
	expect(points[0]).toEqual([-2, 3, 5.1]);
	for (const [i, point] of points.slice(1).entries()) {
		const moved = point.flatMap((x, j) => (x === points[0][j] ? [] : [j]));
		expect(moved.every((j) => j === Math.floor(i / 5))).toBe(true);
	}
	expect(() => oneAtATime({ dimension: 2, base: [0.5, 2] })).toThrow(/within/);
	expect(() => oneAtATime({ dimension: 2, levels: 1 })).toThrow(/levels/);
});

describe("Latin hypercube", () => {
	test("each factor has one point in each n-th part", () => {
		const sizes = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 6 }), fc.string());
		fc.assert(
			fc.property(sizes, ([n, dimension, seed]) => {
				const points = latinHypercube({ n, dimension, seed });
				for (let j = 0; j < dimension; j++)
					expect(points.map((point) => Math.floor(point[j] * n)).sort((a, b) => a - b)).toEqual(
						Array.from({ length: n }, (_, i) => i),
					);
			}),
			{ numRuns: 100, seed: 1 },
		);
	});

	test("the mean of a sum of factors varies n² times less than over random points", () => {
		// Stratification removes the main effects: the variance of a stratified mean of x is 1/(12 n³).
		const n = 50;
		const errors = Array.from({ length: 400 }, (_, s) => {
			const points = latinHypercube({ n, dimension: 2, seed: `${s}` });
			return points.reduce((sum, [x, y]) => sum + x + y - 1, 0) / n;
		});
		const variance = errors.reduce((sum, e) => sum + e * e, 0) / errors.length;
		expect(variance * 6 * n ** 3).toBeGreaterThan(0.7);
		expect(variance * 6 * n ** 3).toBeLessThan(1.3);
	});
});

describe("Morris trajectories", () => {
	test("move each factor once by Δ = p/(2(p − 1)) and stay on the grid", () => {
		const sizes = fc.tuple(fc.constantFrom(2, 4, 6, 8), fc.integer({ min: 1, max: 7 }), fc.string());
		fc.assert(
			fc.property(sizes, ([levels, dimension, seed]) => {
				const points = morris({ dimension, levels, trajectories: 4, seed });
				expect(points).toHaveLength(4 * (dimension + 1));
				for (let t = 0; t < 4; t++) {
					const walk = points.slice(t * (dimension + 1), (t + 1) * (dimension + 1));
					const moved = walk
						.slice(1)
						.flatMap((point, i) => point.flatMap((x, j) => (x === walk[i][j] ? [] : [j])));
					expect(moved.sort((a, b) => a - b)).toEqual(Array.from({ length: dimension }, (_, j) => j));
					walk.slice(1).forEach((point, i) => {
						const step = Math.max(...point.map((x, j) => Math.abs(x - walk[i][j])));
						expect(step).toBeCloseTo(levels / (2 * (levels - 1)), 12);
					});
					for (const x of walk.flat()) expect(x * (levels - 1)).toBeCloseTo(Math.round(x * (levels - 1)), 12);
				}
			}),
			{ numRuns: 100, seed: 1 },
		);
	});

	test("take each level as often", () => {
		const values = morris({ dimension: 3, levels: 4, trajectories: 4000, seed: "1" }).map(([x]) =>
			Math.round(3 * x),
		);
		for (const level of [0, 1, 2, 3]) {
			const share = values.filter((x) => x === level).length / values.length;
			expect(Math.abs(share - 0.25)).toBeLessThan(0.02);
		}
	});

	test("refuse an odd grid", () =>
		expect(() => morris({ dimension: 1, levels: 5, trajectories: 1, seed: "" })).toThrow(/even/));
});

describe("Saltelli's scheme", () => {
	test("a row is a, b, and each with one factor of the other", () => {
		const n = 16;
		const points = saltelli({ ranges, n, seed: "1", secondOrder: true });
		expect(points).toHaveLength(n * 8);
		for (let row = 0; row < n; row++) {
			const [a, b, ...mixed] = points.slice(8 * row, 8 * row + 8);
			for (let i = 0; i < 3; i++) {
				expect(mixed[i]).toEqual(a.with(i, b[i]));
				expect(mixed[3 + i]).toEqual(b.with(i, a[i]));
			}
		}
		const first = saltelli({ ranges, n, seed: "1" });
		expect(first).toHaveLength(n * 5);
		expect(first.slice(0, 5)).toEqual(points.slice(0, 5));
	});

	test("a larger n begins with the smaller, and 256 factors are served", () => {
		expect(saltelli({ dimension: 3, n: 16, seed: "1" }).slice(0, 40)).toEqual(
			saltelli({ dimension: 3, n: 8, seed: "1" }),
		);
		expect(saltelli({ dimension: 256, n: 1, seed: "1" })).toHaveLength(258);
		expect(() => saltelli({ dimension: 257, n: 1, seed: "1" })).toThrow(/256/);
	});
});

test("designs are reached beside the analysis, and in it where no analysis has the name", () => {
	expect(engine.morris).toBe(designs.morris);
	expect(analysis.morris).not.toBe(designs.morris);
	expect(analysis).toMatchObject({ factorial, latinHypercube, oneAtATime, saltelli, sobolSequence });
	expect(engine).toMatchObject({ factorial, latinHypercube, saltelli, sobolSequence });
});
