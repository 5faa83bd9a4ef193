// The Sierpinski gasket as a graph: triangles of triangles that share their corners (Sierpinski 1915).

import type { WeightedLinks } from "../graph.js";

/**
 * Level 0 is a triangle; each next level is three of the one before, joined at corners: 3 (3^n + 1)/2 nodes, 3^(n + 1) edges,
 * diameter 2^n. The smallest triangles stand at the odd entries of Pascal's triangle (x and y share no binary digit).
 * @throws RangeError for a level that is no whole number from 0 to 14
 */
export function sierpinskiGasket(level: number): WeightedLinks {
	if (!(Number.isInteger(level) && level >= 0 && level <= 14))
		throw new RangeError(`sierpinskiGasket: level must be a whole number from 0 to 14, got ${level}`);
	const side = 1 << level;
	const nodes = new Map<number, number>();
	const node = (x: number, y: number) => {
		const place = x * (side + 1) + y;
		const known = nodes.get(place) ?? nodes.size;
		nodes.set(place, known);
		return known;
	};
	const sources: number[] = [];
	const targets: number[] = [];
	for (let x = 0; x < side; x++) {
		for (let y = 0; y < side; y++) {
			if ((x & y) !== 0) continue;
			const [a, b, c] = [node(x, y), node(x + 1, y), node(x, y + 1)];
			sources.push(a, b, c);
			targets.push(b, c, a);
		}
	}
	return { nodeCount: nodes.size, sources, targets };
}
