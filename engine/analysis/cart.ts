// CART: a classification or regression tree, grown, and pruned by cross-validation.

import { sequence } from "../random/sequence.js";
import { purpose } from "../random/stream.js";
import { oneOf, wholeNumber } from "./arguments.js";
import { type Cases, readCases } from "./cases.js";
import type { Point } from "./designs/space.js";
import { growTree, type Node } from "./growing.js";
import { pruned } from "./pruning.js";
import { mean, standardDeviation } from "./summary.js";
import type { Tree, TreeOutcome } from "./tree.js";

const FOLDS = purpose("analysis.cart");

export interface Pruning {
	/** Penalty on each leaf, as a share of the root's squared deviations, from which on this tree is best. */
	readonly penalty: number;
	readonly leaves: number;
	/** Cross-validated squared error as a share of the root's, and its standard error; left out where there is one case. */
	readonly error?: number;
	readonly standardError?: number;
}

export interface CartOptions<Y extends TreeOutcome> {
	readonly points: readonly Point[];
	/** All numbers, or all labels; missing ones are left out and counted. */
	readonly outcomes: ArrayLike<Y | null | undefined>;
	/** Fewest cases in a leaf, 5 where left out. */
	readonly leastLeaf?: number;
	/** Parts of the cross-validation, 10 where left out; as many as cases where these are fewer. */
	readonly folds?: number;
	/** Decides which cases go into which part; "1" where left out. */
	readonly seed?: string;
	/** "oneStandardError", where left out: the smallest tree within one standard error of the best; or "best", or "none". */
	readonly prune?: "oneStandardError" | "best" | "none";
}

export interface CartResult<Y extends TreeOutcome> {
	readonly tree: Tree<Y>;
	/** The sequence of best trees, from the largest to the root alone. */
	readonly prunings: readonly Pruning[];
	readonly failed: number;
}

/**
 * A tree of questions about factors that predicts an outcome (Breiman, Friedman, Olshen & Stone 1984). Growing: the split that lowers the sum of
 * squared deviations most (for labels of their indicators: Gini's index); thresholds midway between values; of equal splits the first
 * factor's lowest. Pruning: the subtree of least squared deviations + penalty × leaves, the penalty chosen by cross-validation at the
 * geometric means of critical ones; for labels too the error is squared (Brier 1950), since shares matter here and not the majority alone.
 * Throws RangeError for no cases or options out of range, TypeError for outcomes that mix numbers and labels.
 */
export function cart<Y extends TreeOutcome>(options: CartOptions<Y>): CartResult<Widened<Y>> {
	const { points, outcomes, leastLeaf = 5, folds = 10, seed = "1", prune = "oneStandardError" } = options;
	wholeNumber("cart", "leastLeaf", leastLeaf, 1);
	wholeNumber("cart", "folds", folds, 2);
	oneOf("cart", "prune", prune, ["oneStandardError", "best", "none"]);
	const cases = readCases<TreeOutcome>("cart", points, outcomes);
	const { vectors, describe } = encode(cases.outcomes);
	const coded = { ...cases, outcomes: vectors };
	const n = vectors.length;
	const largest = growTree(coded.points, vectors, [...vectors.keys()], leastLeaf);
	const { sequence: best, subtree } = pruned(largest);
	const penalties = best.map(({ penalty }) => penalty);
	const errors = n > 1 ? crossValidate(coded, penalties, leastLeaf, Math.min(folds, n), seed) : undefined;
	const whole = largest.impurity || 1;
	const prunings = best.map(({ penalty, leaves }, k) => ({
		penalty: penalty / whole,
		leaves,
		...(errors && {
			error: (mean(errors[k]) * n) / whole,
			standardError: (standardDeviation(errors[k]) * Math.sqrt(n)) / whole,
		}),
	}));
	const present = ({ split, ...node }: Node): Tree => {
		const told = { count: node.count, spread: node.impurity / node.count, ...describe(node.mean) };
		return split
			? { ...told, split: { ...split, low: present(split.low), high: present(split.high) } }
			: told;
	};
	const chosen = prune === "none" ? 0 : choose(prunings, prune === "best" ? 0 : 1);
	const tree = present(subtree(penalties[chosen])) as Tree<Widened<Y>>;
	return { tree, prunings, failed: cases.failed };
}

/** Of a literal its whole type: the mean of 1s and 2s is neither. */
type Widened<Y> = Y extends number ? number : Y extends string ? string : boolean;

/** Outcomes as vectors, and what a mean of such vectors says: a number less the mean of all, or a 1 in its label's place. */
function encode(outcomes: readonly TreeOutcome[]) {
	if (outcomes.every((y) => typeof y === "number")) {
		const center = mean(outcomes);
		return {
			vectors: outcomes.map((y) => [y - center]),
			describe: ([deviation]: Point) => ({ value: center + deviation }),
		};
	}
	if (outcomes.some((y) => typeof y === "number")) {
		throw new TypeError("cart: outcomes must be all numbers or all labels, got both");
	}
	const byName = new Map(outcomes.map((y) => [String(y), y]));
	const names = [...byName.keys()].sort();
	return {
		vectors: outcomes.map((y) => names.map((name) => (name === String(y) ? 1 : 0))),
		describe: (shares: Point) => ({
			value: byName.get(names[shares.indexOf(Math.max(...shares))]) as TreeOutcome,
			shares: Object.fromEntries(names.map((name, c) => [name, shares[c]])),
		}),
	};
}

/** For each penalty how far, squared, each case is from what a tree grown without its part predicts. */
function crossValidate(
	{ points, outcomes }: Cases<Point>,
	penalties: readonly number[],
	leastLeaf: number,
	folds: number,
	seed: string,
): Float64Array[] {
	const order = sequence(seed, FOLDS).shuffle([...points.keys()]);
	const typical = penalties.map((penalty, k) =>
		k + 1 < penalties.length ? Math.sqrt(penalty * penalties[k + 1]) : Infinity,
	);
	const errors = penalties.map(() => new Float64Array(points.length));
	for (let part = 0; part < folds; part++) {
		const kept = order.filter((_, at) => at % folds !== part);
		const { leaf } = pruned(growTree(points, outcomes, kept, leastLeaf));
		const held = order.filter((_, at) => at % folds === part);
		for (const [k, penalty] of typical.entries()) {
			for (const i of held) {
				const { mean } = leaf(penalty, points[i]);
				errors[k][i] = mean.reduce((sum, m, c) => sum + (m - outcomes[i][c]) ** 2, 0);
			}
		}
	}
	return errors;
}

/** The smallest tree whose error is within so many standard errors of the least. */
function choose(prunings: readonly Pruning[], standardErrors: number): number {
	const errorOf = ({ error = 0 }: Pruning) => error;
	const best = prunings.reduce((best, one) => (errorOf(one) <= errorOf(best) ? one : best));
	const most = errorOf(best) + standardErrors * (best.standardError ?? 0);
	return prunings.findLastIndex((one) => errorOf(one) <= most);
}
