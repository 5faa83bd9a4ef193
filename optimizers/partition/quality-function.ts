// What a partition is judged by: weight within modules, less what modules of their sizes cost. The contract.

/**
 * quality = scale · Σ over modules (weight within − cost(size)) + constant.
 *
 * The size of a node is a row of `width` numbers; the size of a module is the sum over its nodes, so that a module
 * may stand as a node in the graph of modules.
 */
export interface QualityFunction {
	readonly width: number;
	/** The sizes of the nodes, row by row. */
	readonly sizes: Float64Array;
	readonly scale: number;
	readonly constant: number;
	/** Whether nodes without an edge between them may gain by being together: joining may cost less than nothing. */
	readonly attracts: boolean;
	/** What a module costs, of which the size begins at `sizes[i]`. */
	cost(sizes: Float64Array, i: number): number;
	/** What it costs to join two: cost(a + b) − cost(a) − cost(b), a beginning at `a[i]`, b at `b[j]`. */
	joining(a: Float64Array, i: number, b: Float64Array, j: number): number;
	/** What it costs that a part, of size `b[j]` on, moves from the module at `a[from]` to the one at `a[to]`. */
	moving(a: Float64Array, from: number, to: number, b: Float64Array, j: number): number;
}

export type Cost = Pick<QualityFunction, "width" | "cost" | "joining" | "moving">;

/** factor · s² of a size of one number. */
export function squareCost(factor: number): Cost {
	return {
		width: 1,
		cost: (sizes, i) => factor * sizes[i] * sizes[i],
		joining: (a, i, b, j) => 2 * factor * a[i] * b[j],
		moving: (a, from, to, b, j) => 2 * factor * a[to] * b[j] - 2 * factor * (a[from] - b[j]) * b[j],
	};
}

/** Σ factor · s · t over pairs (s, t), which lie one after another in the size. */
export function productCost(factors: readonly number[]): Cost {
	const pairs = factors.length;
	return {
		width: 2 * pairs,
		cost(sizes, i) {
			let sum = 0;
			for (let p = 0; p < pairs; p++) sum += factors[p] * sizes[i + 2 * p] * sizes[i + 2 * p + 1];
			return sum;
		},
		joining(a, i, b, j) {
			let sum = 0;
			for (let p = 0; p < 2 * pairs; p += 2)
				sum += factors[p / 2] * (a[i + p] * b[j + p + 1] + a[i + p + 1] * b[j + p]);
			return sum;
		},
		moving(a, from, to, b, j) {
			let sum = 0;
			for (let p = 0; p < 2 * pairs; p += 2) {
				const first = a[to + p] - a[from + p] + b[j + p];
				const second = a[to + p + 1] - a[from + p + 1] + b[j + p + 1];
				sum += factors[p / 2] * (first * b[j + p + 1] + second * b[j + p]);
			}
			return sum;
		},
	};
}
