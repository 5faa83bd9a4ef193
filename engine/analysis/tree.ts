// A decision tree as plain data: asking it, and reading it.

import type { Point } from "./designs/space.js";
import type { Split } from "./growing.js";

/** What a tree predicts: a number by a mean, a label (text or boolean) by the most frequent. */
export type TreeOutcome = number | string | boolean;

export interface Tree<Y extends TreeOutcome = TreeOutcome> {
	/** Cases at this node. */
	readonly count: number;
	/** Their mean, or their most frequent label (of equally frequent ones the first in order of code units). */
	readonly value: Y;
	/** Their mean squared deviation (divisor n), or for labels Gini's index 1 − Σ share². */
	readonly spread: number;
	/** The share of each label; only for labels. */
	readonly shares?: Readonly<Record<string, number>>;
	/** Absent at a leaf. Cases whose value of the factor is at most the threshold go low, the others high. */
	readonly split?: Split<Tree<Y>>;
}

/** What the tree predicts at a point. */
export function predict<Y extends TreeOutcome>(tree: Tree<Y>, point: Point): Y {
	let node = tree;
	while (node.split)
		node = point[node.split.factor] <= node.split.threshold ? node.split.low : node.split.high;
	return node.value;
}

/** The tree as indented lines, four digits each, for reports. Factors without a name are called x0, x1, … */
export function treeText(tree: Tree, names: readonly string[] = []): string {
	const short = (value: TreeOutcome) =>
		typeof value === "number" ? `${Number(value.toPrecision(4))}` : `${value}`;
	const lines = ({ count, value, split }: Tree, question: string, indent: string): string[] => {
		const line = `${indent}${question}: ${short(value)} (${count} ${count === 1 ? "case" : "cases"})`;
		if (!split) return [line];
		const name = names[split.factor] ?? `x${split.factor}`;
		const limit = short(split.threshold);
		return [
			line,
			...lines(split.low, `${name} ≤ ${limit}`, `${indent}  `),
			...lines(split.high, `${name} > ${limit}`, `${indent}  `),
		];
	};
	return lines(tree, "all", "").join("\n");
}
