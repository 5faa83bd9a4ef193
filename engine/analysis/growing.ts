// Growing a tree: split after split, each the one that lowers the squared deviations most.

import type { Point } from "./designs/space.js";

/** A question to a point: is its value of the factor at most the threshold? If so low, else high. */
export interface Split<N> {
	readonly factor: number;
	readonly threshold: number;
	readonly low: N;
	readonly high: N;
}

export interface Node {
	readonly count: number;
	/** Mean of the outcome vectors, and the sum of their squared deviations from it. */
	readonly mean: Point;
	readonly impurity: number;
	readonly split?: Split<Node>;
}

/**
 * The tree of these rows, split as long as each side keeps `leastLeaf` rows and the impurity falls by more than rounding. For indicators of labels
 * the impurity is count times Gini's index.
 */
export function growTree(
	points: readonly Point[],
	vectors: readonly Point[],
	rows: readonly number[],
	leastLeaf: number,
): Node {
	const width = vectors[0].length;
	const lengths = vectors.map((vector) => squaredLength(vector));
	const add = (sum: Float64Array, vector: Point, sign: number) => {
		for (let c = 0; c < width; c++) sum[c] += sign * vector[c];
	};
	const summary = (members: readonly number[]) => {
		const sum = new Float64Array(width);
		let squares = 0;
		for (const i of members) {
			add(sum, vectors[i], 1);
			squares += lengths[i];
		}
		return { sum, impurity: Math.max(0, squares - squaredLength(sum) / members.length) };
	};
	const slack = 1e-12 * summary(rows).impurity;

	/** `orders` has the node's rows once for each factor, ascending in it. */
	const grow = (orders: readonly (readonly number[])[]): Node => {
		const count = orders[0].length;
		const { sum, impurity } = summary(orders[0]);
		const node = { count, mean: Array.from(sum, (x) => x / count), impurity };
		let best = squaredLength(sum) / count + slack;
		let found: { factor: number; threshold: number } | undefined;
		for (const [factor, order] of orders.entries()) {
			const low = new Float64Array(width);
			const high = sum.slice();
			for (let n = 1; n <= count - leastLeaf; n++) {
				add(low, vectors[order[n - 1]], 1);
				add(high, vectors[order[n - 1]], -1);
				const here = points[order[n - 1]][factor];
				const next = points[order[n]][factor];
				if (n < leastLeaf || here === next) continue;
				const score = squaredLength(low) / n + squaredLength(high) / (count - n);
				if (score > best + (found ? slack : 0)) {
					best = score;
					found = { factor, threshold: between(here, next) };
				}
			}
		}
		if (!found) return node;
		const { factor, threshold } = found;
		const side = (isLow: boolean) =>
			grow(orders.map((order) => order.filter((i) => points[i][factor] <= threshold === isLow)));
		return { ...node, split: { factor, threshold, low: side(true), high: side(false) } };
	};
	return grow(points[0].map((_, j) => [...rows].sort((a, b) => points[a][j] - points[b][j])));
}

function squaredLength(vector: ArrayLike<number>): number {
	let sum = 0;
	for (let c = 0; c < vector.length; c++) sum += vector[c] * vector[c];
	return sum;
}

/** Midway, but below the higher of two neighbors among the doubles. */
function between(low: number, high: number): number {
	const middle = low + (high - low) / 2;
	return middle < high ? middle : low;
}
