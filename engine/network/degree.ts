// Degree and strength: how many neighbors a node has, and how much weight lies on its edges.

import type { Graph, WeightedLinks } from "./graph.js";

/** The number of neighbors of each node. */
export function degrees({ nodeCount, offsets }: Graph): Uint32Array {
	const found = new Uint32Array(nodeCount);
	for (let node = 0; node < nodeCount; node++) found[node] = offsets[node + 1] - offsets[node];
	return found;
}

/** The sum of the weights of each node's edges. */
export function strengths({ nodeCount, offsets, weights }: Graph): Float64Array {
	const found = new Float64Array(nodeCount);
	for (let node = 0; node < nodeCount; node++)
		for (let i = offsets[node]; i < offsets[node + 1]; i++) found[node] += weights[i];
	return found;
}

/** The number of links into and out of each node, parallel links and self-loops counted as they come. */
export function directedDegrees({ nodeCount, sources, targets }: WeightedLinks) {
	const into = new Uint32Array(nodeCount);
	const out = new Uint32Array(nodeCount);
	for (let e = 0; e < sources.length; e++) {
		out[sources[e]]++;
		into[targets[e]]++;
	}
	return { in: into, out };
}

/** How many nodes have degree k, at index k from 0 to the largest degree; empty for no nodes. */
export function degreeDistribution(degree: Uint32Array): Uint32Array {
	const counts = new Uint32Array(degree.reduce((most, k) => Math.max(most, k + 1), 0));
	for (const k of degree) counts[k]++;
	return counts;
}
