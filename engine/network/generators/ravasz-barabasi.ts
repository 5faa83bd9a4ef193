// The deterministic hierarchical network of Ravasz & Barabási (2003): modules of modules, one hub for each.

import type { WeightedLinks } from "../graph.js";

/**
 * Level 1 is a complete module of m nodes, one of them its center; each next level is m of the one before, the center's copy and
 * m − 1 replicas of which the outermost nodes are linked to the center. m^n nodes; node 0 is the hub, of clustering (m − 2)/(k − 1)
 * at degree k (of K5: 3/(k − 1)); C(k) falls as 1/k.
 * @param module nodes of the smallest module, from 3 on
 * @throws RangeError for a level below 1, a module below 3, more than 2^24 nodes
 */
export function ravaszBarabasi(level: number, module = 5): WeightedLinks {
	if (!(Number.isInteger(level) && level >= 1))
		throw new RangeError(`ravaszBarabasi: level must be a whole number ≥ 1, got ${level}`);
	if (!(Number.isInteger(module) && module >= 3))
		throw new RangeError(`ravaszBarabasi: module must be a whole number ≥ 3, got ${module}`);
	let nodeCount = 1;
	for (let l = 0; l < level && nodeCount <= 1 << 24; l++) nodeCount *= module;
	if (nodeCount > 1 << 24) throw new RangeError("ravaszBarabasi: more than 2^24 nodes");
	const sources: number[] = [];
	const targets: number[] = [];
	// A node's digits in base m say where it lies, the last one within its module; digit 0 is a center's, any other is outer.
	for (let node = 0; node < nodeCount; node++) {
		for (let other = node + 1; other % module !== 0 && node % module !== 0; other++) {
			sources.push(node);
			targets.push(other);
		}
		let size = 1;
		while (size < nodeCount && Math.floor(node / size) % module !== 0) {
			size *= module;
			sources.push(node - (node % size));
			targets.push(node);
		}
	}
	return { nodeCount, sources, targets };
}
