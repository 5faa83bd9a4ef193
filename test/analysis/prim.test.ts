// PRIM: planted boxes are found again, and its trajectory is what it says.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Box, latinHypercube, prim, sobolSequence } from "../../engine/analysis/index.js";
import { purpose, sequence } from "../../engine/random/index.js";

const within = ({ limits }: Box, point: readonly number[]) =>
	limits.every(
		({ factor, low = -Infinity, high = Infinity }) => point[factor] >= low && point[factor] <= high,
	);

describe("a planted box", () => {
	const points = latinHypercube({ dimension: 5, n: 2000, seed: "1" });
	const planted = ([x, , z]: readonly number[]) => x > 0.2 && x < 0.6 && z > 0.7;

	test("is found to within a peel, with its factors alone", () => {
		const { box, trajectory } = prim({ points, outcomes: points.map(planted) });
		expect(box.density).toBe(1);
		expect(box.coverage).toBeGreaterThan(0.9);
		const strong = box.limits.filter(({ p = 1 }) => p < 1e-6);
		expect(strong.map(({ factor }) => factor)).toEqual([0, 2]);
		expect(strong[0].low).toBeCloseTo(0.2, 1);
		expect(strong[0].high).toBeCloseTo(0.6, 1);
		expect(strong[1].low).toBeCloseTo(0.7, 1);
		expect(strong[1].high).toBeUndefined();
		expect(trajectory[0]).toMatchObject({ limits: [], count: 2000, mass: 1, coverage: 1 });
	});

	test("shows through noise: a fifth of the outcomes wrong", () => {
		const draws = sequence("noise", purpose("test.prim"));
		const outcomes = points.map((point) => planted(point) !== draws.uniform() < 0.2);
		const { box } = prim({ points, outcomes, leastMass: 0.08 });
		expect(box.density).toBeGreaterThan(0.75);
		expect(box.limits.filter(({ p = 1 }) => p < 1e-6).map(({ factor }) => factor)).toEqual([0, 2]);
	});

	test("a second box is found in the cases outside the first", () => {
		const other = ([, y, , u]: readonly number[]) => y < 0.3 && u < 0.5;
		const first = prim({ points, outcomes: points.map((point) => planted(point) || other(point)) });
		const rest = points.filter((point) => !within(first.box, point));
		const second = prim({ points: rest, outcomes: rest.map((point) => planted(point) || other(point)) });
		const strong = [first, second].map(({ box }) =>
			box.limits
				.filter(({ p = 1 }) => p < 1e-6)
				.map(({ factor }) => factor)
				.join(),
		);
		expect(strong.sort()).toEqual(["0,2", "1,3"]);
	});

	test("a wished density takes the largest box that has it", () => {
		const wish = prim({ points, outcomes: points.map(planted), density: 0.5 });
		const dense = wish.trajectory.find((box) => box.density >= 0.5);
		expect(wish.box.density).toBeGreaterThanOrEqual(0.5);
		expect(wish.box.count).toBeGreaterThanOrEqual(dense?.count ?? Infinity);
	});
});

describe("the trajectory", () => {
	const cases = fc.array(
		fc.tuple(
			fc.integer({ min: 0, max: 5 }),
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.integer({ min: 0, max: 3 }),
		),
		{
			minLength: 1,
			maxLength: 60,
		},
	);

	test("counts, means and coverage are those of the cases inside the printed limits; each box lies in the last", () => {
		fc.assert(
			fc.property(cases, (cases) => {
				const points = cases.map(([a, b]) => [a, b]);
				const outcomes = cases.map(([, , y]) => y);
				const { box, trajectory, failed } = prim({ points, outcomes, peel: 0.1, leastMass: 0.1 });
				const total = outcomes.reduce((a, b) => a + b, 0);
				let last = points.length + 1;
				for (const one of [...trajectory, box]) {
					const inside = outcomes.filter((_, i) => within(one, points[i]));
					const sum = inside.reduce((a, b) => a + b, 0);
					expect(one.count).toBe(inside.length);
					expect(one.mass).toBeCloseTo(inside.length / points.length, 12);
					expect(one.density).toBeCloseTo(sum / inside.length, 12);
					if (total > 0) expect(one.coverage).toBeCloseTo(sum / total, 12);
					else expect(one.coverage).toBeUndefined();
					if (one !== box) expect(one.count).toBeLessThan(last);
					last = one.count;
				}
				expect(Math.min(...trajectory.map(({ count }) => count))).toBeGreaterThanOrEqual(0.1 * points.length);
				expect(box.density).toBeGreaterThanOrEqual(Math.max(...trajectory.map(({ density }) => density)));
				expect(failed).toBe(0);
			}),
			{ numRuns: 200, seed: 1 },
		);
	});

	test("a peel removes the share whose removal leaves the highest mean, equal values together", () => {
		const points = [[1], [1], [2], [3], [4], [5], [6], [7], [8], [8]];
		const { trajectory } = prim({
			points,
			outcomes: [0, 0, 1, 1, 1, 1, 1, 1, 1, 0],
			peel: 0.1,
			leastMass: 0.5,
		});
		expect(trajectory.slice(0, 3).map(({ limits }) => limits.map(({ low, high }) => [low, high]))).toEqual([
			[],
			[[2, undefined]],
			[[2, 7]],
		]);
	});

	test("pasting takes back what peeling took too much of", () => {
		// A coarse peel of half the cases cuts into the high half; fine pasting restores it.
		const points = Array.from({ length: 100 }, (_, i) => [i]);
		const outcomes = points.map(([x]) => (x >= 30 ? 10 + (x < 50 ? 5 : 0) : 0));
		const { box } = prim({ points, outcomes, peel: 0.5, leastMass: 0.4 });
		expect(box.limits).toMatchObject([{ low: 30 }]);
	});
});

test("quasi-p-values are the binomial tail", () => {
	// Of 8 cases 4 are of interest; the box x ≥ 5 holds 4 cases, all of interest: (4/8)^4.
	const points = [1, 2, 3, 4, 5, 6, 7, 8].map((x) => [x]);
	const { box } = prim({ points, outcomes: points.map(([x]) => x >= 5), leastMass: 0.4 });
	expect(box.limits).toEqual([{ factor: 0, low: 5, p: 1 / 16 }]);
});

describe("what has no structure says so", () => {
	test("equal outcomes: the box of all cases; missing ones are counted", () => {
		const points = sobolSequence({ dimension: 2, n: 32 });
		const outcomes = points.map((_, i) => [true, null, undefined][i % 3 === 0 ? i % 2 : 0]);
		const { box, failed } = prim({ points, outcomes });
		expect(failed).toBe(outcomes.filter((y) => y === null).length);
		expect(box).toMatchObject({ limits: [], mass: 1, density: 1, coverage: 1 });
		expect(prim({ points, outcomes: points.map(() => false) }).box).toEqual({
			limits: [],
			count: 32,
			mass: 1,
			density: 0,
		});
	});

	test("one case; points all the same", () => {
		expect(prim({ points: [[1, 2]], outcomes: [3] }).box).toEqual({
			limits: [],
			count: 1,
			mass: 1,
			density: 3,
			coverage: 1,
		});
		expect(prim({ points: [[1], [1]], outcomes: [0, 1] }).trajectory).toHaveLength(1);
	});

	test("bad arguments are named", () => {
		expect(() => prim({ points: [], outcomes: [] })).toThrow(/empty/);
		expect(() => prim({ points: [[1]], outcomes: [] })).toThrow(/as many outcomes/);
		expect(() => prim({ points: [[NaN]], outcomes: [1] })).toThrow(/points\[0\]\[0\]/);
		expect(() => prim({ points: [[1]], outcomes: [NaN] })).toThrow(/every outcome is missing/);
		expect(() => prim({ points: [[1]], outcomes: [1], peel: 1 })).toThrow(/peel/);
		const words = ["yes", "no"] as unknown as number[];
		expect(() => prim({ points: [[1], [2]], outcomes: words })).toThrow(/numbers or booleans, got yes/);
	});
});
