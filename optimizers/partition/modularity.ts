// Modularity: weight within modules above what nodes of the same strengths had if they linked by chance.

import type { Edges } from "./edges.js";
import { productCost, type QualityFunction, squareCost } from "./quality-function.js";

/**
 * Newman's Q (Newman & Girvan 2004; resolution: Reichardt & Bornholdt 2006): Σ_m [W_m/W − resolution·(K_m/2W)²], W_m
 * the weight within module m, K_m the sum of its nodes' strengths, where a self-loop counts twice. Directed (Leicht &
 * Newman 2008): the last term is Kout_m·Kin_m/W². With negative weights (Gómez, Jensen & Arenas 2009) the positive and
 * the negative links have a null model each, and Q = (W⁺Q⁺ − W⁻Q⁻)/(W⁺ + W⁻). 0 where there is no weight.
 */
export function modularity(edges: Edges, resolution: number): QualityFunction {
	const { sources, targets, weights, directed = false } = edges;
	let positive = 0;
	let negative = 0;
	for (let e = 0; e < sources.length; e++) {
		const weight = weights ? weights[e] : 1;
		if (weight > 0) positive += weight;
		else negative -= weight;
	}
	const signs = [...(positive > 0 ? [1] : []), ...(negative > 0 ? [-1] : [])];
	const nullWeight = (sign: number) => (sign * resolution) / (sign > 0 ? positive : negative);
	const cost =
		directed || negative > 0
			? productCost(signs.map((sign) => (directed ? 1 : 0.25) * nullWeight(sign)))
			: squareCost(positive > 0 ? 0.25 * nullWeight(1) : 0);
	const sizes = new Float64Array(edges.nodeCount * cost.width);
	for (let e = 0; e < sources.length; e++) {
		const weight = weights ? weights[e] : 1;
		if (weight === 0) continue;
		const source = sources[e] * cost.width;
		const target = targets[e] * cost.width;
		const size = Math.abs(weight);
		if (cost.width === 1) {
			sizes[source] += size;
			sizes[target] += size;
			continue;
		}
		// Strengths out and in, side by side; of an undirected edge both ends have both.
		const pair = 2 * signs.indexOf(Math.sign(weight));
		sizes[source + pair] += size;
		sizes[target + pair + 1] += size;
		if (directed) continue;
		sizes[target + pair] += size;
		sizes[source + pair + 1] += size;
	}
	const total = positive + negative;
	return { ...cost, sizes, attracts: negative > 0, scale: total > 0 ? 1 / total : 0, constant: 0 };
}
