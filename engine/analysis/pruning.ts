// Pruning a tree: the smallest that is best when each leaf costs a penalty (Breiman et al. 1984, chapter 3).

import type { Point } from "./designs/space.js";
import type { Node } from "./growing.js";

/** The best subtrees of a tree: each within the one before, the last the root alone. */
export interface Pruned {
	/** From which penalty on a subtree is best, ascending from 0, and how many leaves it has. */
	readonly sequence: readonly { readonly penalty: number; readonly leaves: number }[];
	/** The subtree of a penalty. */
	subtree(penalty: number): Node;
	/** The leaf of that subtree to which a point falls. */
	leaf(penalty: number, point: Point): Node;
}

/** Weakest links first: at the least gain for each leaf that any split brings, all splits go that bring no more. */
export function pruned(tree: Node): Pruned {
	const goesAt = new Map<Node, number>();
	// A node without a penalty of its own goes with one above it.
	const stays = (node: Node, penalty: number) => (goesAt.get(node) ?? Infinity) > penalty;

	/** Leaves, the sum of their impurities, and the least gain of a split, after those have gone that gain no more than the penalty. */
	const shrink = (node: Node, penalty: number): { leaves: number; impurity: number; weakest: number } => {
		const leaf = { leaves: 1, impurity: node.impurity, weakest: Infinity };
		if (!node.split || goesAt.has(node)) return leaf;
		const low = shrink(node.split.low, penalty);
		const high = shrink(node.split.high, penalty);
		const leaves = low.leaves + high.leaves;
		const impurity = low.impurity + high.impurity;
		const gain = (node.impurity - impurity) / (leaves - 1);
		// The slack lets go what a rounding alone would hold.
		if (gain <= penalty * (1 + 1e-9)) {
			goesAt.set(node, penalty);
			return leaf;
		}
		return { leaves, impurity, weakest: Math.min(gain, low.weakest, high.weakest) };
	};

	const sequence = [];
	for (let penalty = 0; penalty < Infinity; ) {
		const { leaves, weakest } = shrink(tree, penalty);
		sequence.push({ penalty, leaves });
		penalty = weakest;
	}

	const subtree = (penalty: number, node = tree): Node => {
		const { split, ...leaf } = node;
		if (!split || !stays(node, penalty)) return leaf;
		return {
			...leaf,
			split: { ...split, low: subtree(penalty, split.low), high: subtree(penalty, split.high) },
		};
	};
	const leaf = (penalty: number, point: Point): Node => {
		let node = tree;
		while (node.split && stays(node, penalty)) {
			node = point[node.split.factor] <= node.split.threshold ? node.split.low : node.split.high;
		}
		return node;
	};
	return { sequence, subtree, leaf };
}
