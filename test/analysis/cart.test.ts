// CART against brute force, a published tree, and planted structure.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cart, latinHypercube, predict, type Tree, treeText } from "../../engine/analysis/index.js";
import { purpose, sequence } from "../../engine/random/index.js";

// Speed (miles an hour) and stopping distance (feet) of 50 cars of the 1920s (Ezekiel 1930).
const speed = [
	4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16,
	17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25,
];
const distance = [
	2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32,
	40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85,
];
const cars = { points: speed.map((x) => [x]), outcomes: distance };

const leavesOf = (tree: Tree): Tree[] =>
	tree.split ? [...leavesOf(tree.split.low), ...leavesOf(tree.split.high)] : [tree];
const sumOfSquares = (values: readonly number[]) => {
	const mean = values.reduce((a, b) => a + b, 0) / values.length;
	return values.reduce((sum, y) => sum + (y - mean) ** 2, 0);
};

describe("stopping distances", () => {
	test("the tree of rpart's manual settings: splits at 17.5 and 12.5, with the deviances and means it prints", () => {
		const { tree } = cart({ ...cars, leastLeaf: 15, prune: "none" });
		const told = (node?: Tree<number>) => [
			node?.count,
			(node?.spread ?? NaN) * (node?.count ?? NaN),
			node?.value,
		];
		const expected = [
			[tree, 50, 32538.98, 42.98],
			[tree.split?.low, 31, 8306.774, 29.32258],
			[tree.split?.high, 19, 9015.684, 65.26316],
			[tree.split?.low.split?.low, 15, 1176.4, 18.2],
			[tree.split?.low.split?.high, 16, 3535, 39.75],
		] as const;
		for (const [node, ...numbers] of expected)
			told(node).forEach((value, i) => {
				expect(value).toBeCloseTo(numbers[i], 3);
			});
		expect([tree.split?.threshold, tree.split?.low.split?.threshold]).toEqual([17.5, 12.5]);
		expect(treeText(tree, ["speed"])).toBe(
			[
				"all: 42.98 (50 cases)",
				"  speed ≤ 17.5: 29.32 (31 cases)",
				"    speed ≤ 12.5: 18.2 (15 cases)",
				"    speed > 12.5: 39.75 (16 cases)",
				"  speed > 17.5: 65.26 (19 cases)",
			].join("\n"),
		);
	});

	test("pruning: penalties rise and leaves fall to the root; the chosen tree is the smallest within a standard error", () => {
		const { tree, prunings } = cart(cars);
		prunings.slice(1).forEach(({ penalty, leaves }, k) => {
			expect(penalty).toBeGreaterThan(prunings[k].penalty);
			expect(leaves).toBeLessThan(prunings[k].leaves);
		});
		expect(prunings[prunings.length - 1].leaves).toBe(1);
		const errors = prunings.map(({ error = NaN }) => error);
		const best = errors.indexOf(Math.min(...errors));
		const limit = errors[best] + (prunings[best].standardError ?? NaN);
		const smallest = Math.min(
			...prunings.filter(({ error = NaN }) => error <= limit).map(({ leaves }) => leaves),
		);
		expect(leavesOf(tree)).toHaveLength(smallest);
		expect(errors[errors.length - 1]).toBeGreaterThan(0.9);
		expect(Math.min(...errors)).toBeLessThan(0.6);
	});
});

const factor = fc.integer({ min: 0, max: 6 });
const rows = (y: fc.Arbitrary<number>) =>
	fc.array(fc.tuple(factor, factor, y), { minLength: 2, maxLength: 25 });

describe("brute force", () => {
	/** The least sum of squares over all splits that leave as many on each side; the first factor and lowest threshold of those. */
	function bestSplit(points: readonly number[][], ys: readonly number[], leastLeaf: number) {
		let best = { loss: sumOfSquares(ys) - 1e-9, factor: -1, threshold: NaN };
		for (let factor = 0; factor < points[0].length; factor++) {
			const values = [...new Set(points.map((point) => point[factor]))].sort((a, b) => a - b);
			for (let v = 1; v < values.length; v++) {
				const threshold = (values[v - 1] + values[v]) / 2;
				const low = ys.filter((_, i) => points[i][factor] <= threshold);
				const high = ys.filter((_, i) => points[i][factor] > threshold);
				if (Math.min(low.length, high.length) < leastLeaf) continue;
				const loss = sumOfSquares(low) + sumOfSquares(high);
				if (loss < best.loss - 1e-9) best = { loss, factor, threshold };
			}
		}
		return best;
	}

	test.each([1, 3])("every split of a regression tree is the best there is, leaves of %i", (leastLeaf) => {
		const check = (tree: Tree<number>, points: readonly number[][], ys: readonly number[]) => {
			const best = bestSplit(points, ys, leastLeaf);
			expect(tree.count).toBe(ys.length);
			expect(tree.value).toBeCloseTo(ys.reduce((a, b) => a + b, 0) / ys.length, 9);
			expect(tree.spread * ys.length).toBeCloseTo(sumOfSquares(ys), 7);
			expect([tree.split?.factor ?? -1, tree.split?.threshold ?? NaN]).toEqual([best.factor, best.threshold]);
			if (!tree.split) return;
			const isLow = points.map((point) => point[best.factor] <= best.threshold);
			for (const [side, low] of [
				[tree.split.low, true],
				[tree.split.high, false],
			] as const)
				check(
					side,
					points.filter((_, i) => isLow[i] === low),
					ys.filter((_, i) => isLow[i] === low),
				);
		};
		fc.assert(
			fc.property(rows(fc.integer({ min: -9, max: 9 })), (rows) => {
				const points = rows.map(([a, b]) => [a, b]);
				const outcomes: number[] = rows.map(([, , y]) => y);
				check(cart({ points, outcomes, leastLeaf, prune: "none" }).tree, points, outcomes);
			}),
			{ numRuns: 150, seed: 1 },
		);
	});

	test("two labels split as 0 and 1 do, the spread being twice theirs", () => {
		fc.assert(
			fc.property(rows(fc.integer({ min: 0, max: 1 })), (rows) => {
				const points = rows.map(([a, b]) => [a, b]);
				const numbers: number[] = rows.map(([, , y]) => y);
				const byNumber = cart({ points, outcomes: numbers, leastLeaf: 2, prune: "none" }).tree;
				const byLabel = cart({
					points,
					outcomes: numbers.map((y) => y === 1),
					leastLeaf: 2,
					prune: "none",
				}).tree;
				const same = (a: Tree<number>, b: Tree<boolean>) => {
					expect(b.spread).toBeCloseTo(2 * a.spread, 9);
					expect(b.shares?.true ?? 0).toBeCloseTo(a.value, 9);
					expect([a.split?.factor, a.split?.threshold]).toEqual([b.split?.factor, b.split?.threshold]);
					if (!a.split || !b.split) return;
					same(a.split.low, b.split.low);
					same(a.split.high, b.split.high);
				};
				same(byNumber, byLabel);
			}),
			{ numRuns: 150, seed: 1 },
		);
	});

	test("each pruned tree loses least among all subtrees with as many leaves", () => {
		/** The least sum of squares for each number of leaves. */
		const losses = (tree: Tree<number>): Map<number, number> => {
			const found = new Map([[1, tree.spread * tree.count]]);
			if (!tree.split) return found;
			for (const [m, a] of losses(tree.split.low))
				for (const [n, b] of losses(tree.split.high))
					found.set(m + n, Math.min(found.get(m + n) ?? Infinity, a + b));
			return found;
		};
		fc.assert(
			fc.property(rows(fc.integer({ min: -9, max: 9 })), (rows) => {
				const points = rows.map(([a, b]) => [a, b]);
				const outcomes: number[] = rows.map(([, , y]) => y);
				const { tree, prunings } = cart({ points, outcomes, leastLeaf: 1, prune: "none" });
				const least = losses(tree);
				const whole = tree.spread * tree.count || 1;
				for (const { penalty, leaves } of prunings) {
					const cost = (least.get(leaves) ?? NaN) / whole + penalty * leaves;
					for (const [other, loss] of least)
						expect(cost).toBeLessThanOrEqual(loss / whole + penalty * other + 1e-9);
				}
			}),
			{ numRuns: 100, seed: 1 },
		);
	});
});

describe("planted structure", () => {
	const points = latinHypercube({ dimension: 4, n: 500, seed: "1" });
	const draws = sequence("noise", purpose("test.cart"));
	const truth = ([x, , z]: readonly number[]) => (x <= 0.4 ? "left" : z <= 0.5 ? "low" : "high");

	test("labels with noise: the three leaves come back, whatever the number of folds", () => {
		const outcomes = points.map((point) => (draws.uniform() < 0.1 ? "left" : truth(point)));
		for (const folds of [5, 10]) {
			const { tree } = cart({ points, outcomes, folds });
			expect(leavesOf(tree).map(({ value }) => value)).toEqual(["left", "low", "high"]);
			expect(tree.split?.factor).toBe(0);
			expect(tree.split?.threshold).toBeCloseTo(0.4, 1);
			expect(tree.split?.high.split?.factor).toBe(2);
			expect(tree.split?.high.split?.threshold).toBeCloseTo(0.5, 1);
			expect(points.filter((point) => predict(tree, point) !== truth(point)).length).toBeLessThan(10);
		}
	});

	test("pure noise is pruned to the root", () => {
		const { tree } = cart({ points, outcomes: points.map(() => draws.normal()) });
		expect(tree.split).toBeUndefined();
	});

	test("order of the cases does not change the splits; a seed fixes the cross-validation", () => {
		const outcomes = points.map(truth);
		const { tree } = cart({ points, outcomes, prune: "none" });
		expect(
			cart({ points: points.toReversed(), outcomes: outcomes.toReversed(), prune: "none" }).tree,
		).toEqual(tree);
		expect(cart({ points, outcomes, seed: "2" })).toEqual(cart({ points, outcomes, seed: "2" }));
	});

	test("the root's spread for 50, 50 and 50 of three labels is Gini's 2/3", () => {
		const outcomes = Array.from({ length: 150 }, (_, i) => ["a", "b", "c"][i % 3]);
		const { tree } = cart({ points: outcomes.map((_, i) => [i]), outcomes });
		expect(tree.spread).toBeCloseTo(2 / 3, 12);
		expect(tree.shares).toEqual({ a: 1 / 3, b: 1 / 3, c: 1 / 3 });
		expect(tree.value).toBe("a");
	});
});

describe("edges", () => {
	test("one case, equal outcomes, equal points: a leaf", () => {
		expect(cart({ points: [[1]], outcomes: [7] })).toEqual({
			tree: { count: 1, value: 7, spread: 0 },
			prunings: [{ penalty: 0, leaves: 1 }],
			failed: 0,
		});
		expect(cart({ points: [[1], [2]], outcomes: [0.1, 0.1], leastLeaf: 1 }).tree).toEqual({
			count: 2,
			value: 0.1,
			spread: 0,
		});
		expect(cart({ points: [[1], [1]], outcomes: [0, 1], leastLeaf: 1 }).tree.split).toBeUndefined();
	});

	test("a threshold parts neighbors among the doubles", () => {
		const low = 1;
		const high = 1 + Number.EPSILON;
		const { tree } = cart({ points: [[low], [high]], outcomes: ["a", "b"], leastLeaf: 1, prune: "none" });
		expect([predict(tree, [low]), predict(tree, [high])]).toEqual(["a", "b"]);
	});

	test("missing outcomes are counted", () => {
		const { tree, failed } = cart({ points: [[1], [2], [3], [4]], outcomes: [1, null, NaN, undefined] });
		expect([tree.count, failed]).toEqual([1, 3]);
	});

	test("bad arguments are named", () => {
		expect(() => cart({ points: [], outcomes: [] })).toThrow(/empty/);
		expect(() => cart({ points: [[1]], outcomes: [] })).toThrow(/as many outcomes/);
		expect(() => cart({ points: [[NaN]], outcomes: [1] })).toThrow(
			/points\[0\]\[0\] must be finite, got NaN/,
		);
		expect(() => cart({ points: [[1]], outcomes: [null] })).toThrow(/every outcome/);
		expect(() => cart({ points: [[1], [2]], outcomes: [1, "a"] })).toThrow(TypeError);
		expect(() => cart({ points: [[1]], outcomes: [1], leastLeaf: 0 })).toThrow(/leastLeaf/);
		expect(() => cart({ points: [[1]], outcomes: [1], folds: 1 })).toThrow(/folds/);
		expect(() => cart({ points: [[1]], outcomes: [1], prune: "1se" as "best" })).toThrow(
			/prune must be one of/,
		);
	});
});
