// Pruning a tree: the smallest that is best when each leaf costs a penalty (Breiman et al. 1984, chapter 3).

import type { Node } from "./growing.js";

interface Size {
	readonly leaves: number;
	/** Sum of the leaves' impurities. */
	readonly impurity: number;
}

function sizeOf({ impurity, split }: Node): Size {
	if (!split) return { leaves: 1, impurity };
	const low = sizeOf(split.low);
	const high = sizeOf(split.high);
	return { leaves: low.leaves + high.leaves, impurity: low.impurity + high.impurity };
}

export const leafCount = (tree: Node): number => sizeOf(tree).leaves;

/** The smallest subtree of least impurity + penalty × leaves. */
export function collapse(tree: Node, penalty: number): Node {
	const { split, ...leaf } = tree;
	if (!split) return tree;
	const kept = {
		...leaf,
		split: { ...split, low: collapse(split.low, penalty), high: collapse(split.high, penalty) },
	};
	const { leaves, impurity } = sizeOf(kept);
	// The slack lets go what a rounding alone would hold.
	return leaf.impurity - impurity <= penalty * (leaves - 1) * (1 + 1e-9) ? leaf : kept;
}

/** The penalties at which the best subtree changes, ascending from 0, until the root alone is left. */
export function criticalPenalties(largest: Node): number[] {
	const penalties = [0];
	for (let tree = collapse(largest, 0); tree.split; ) {
		const penalty = weakestLink(tree);
		penalties.push(penalty);
		tree = collapse(tree, penalty);
	}
	return penalties;
}

/** The least gain for each leaf that any node's split brings. */
function weakestLink(tree: Node): number {
	if (!tree.split) return Infinity;
	const { leaves, impurity } = sizeOf(tree);
	const here = (tree.impurity - impurity) / (leaves - 1);
	return Math.min(here, weakestLink(tree.split.low), weakestLink(tree.split.high));
}
