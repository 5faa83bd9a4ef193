// The constant Potts model: weight within modules above a density that each pair of nodes is to have.

import type { Edges } from "./edges.js";
import { type QualityFunction, squareCost } from "./quality-function.js";

/**
 * Σ_m [W_m − resolution·n_m(n_m − 1)/2] (Traag, Van Dooren & Nesterov 2011), W_m the weight within module m, self-loops
 * too, each edge once, n_m its nodes. Directed: each ordered pair counts, resolution·n_m(n_m − 1). It has no resolution limit.
 */
export function constantPotts(edges: Edges, resolution: number): QualityFunction {
	const pair = edges.directed ? resolution : resolution / 2;
	return {
		...squareCost(pair),
		sizes: new Float64Array(edges.nodeCount).fill(1),
		scale: 1,
		attracts: false,
		constant: pair * edges.nodeCount,
	};
}
