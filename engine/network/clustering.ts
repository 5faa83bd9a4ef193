// Clustering: how many of a node's neighbors are neighbors of each other (Watts & Strogatz 1998).

import { degrees } from "./degree.js";
import type { Graph } from "./graph.js";

export interface Clustering {
	/** C of each node: edges among its k neighbors, of the k (k − 1)/2 that could be; 0 where k < 2. */
	readonly local: Float64Array;
	/** Mean of C over all nodes; NaN for no nodes. */
	readonly mean: number;
	/** 3 × triangles over connected triples (Newman, Watts & Strogatz 2002); NaN where there is no triple. */
	readonly transitivity: number;
	/** Mean of C over the nodes of degree k, at index k; NaN where none has that degree, or k < 2. */
	readonly byDegree: Float64Array;
	readonly triangles: number;
}

export function clustering(graph: Graph): Clustering {
	const { nodeCount } = graph;
	const degree = degrees(graph);
	const corners = trianglesAt(graph, degree);
	const mostNeighbors = degree.reduce((most, k) => Math.max(most, k), 0);
	const local = new Float64Array(nodeCount);
	const sums = new Float64Array(mostNeighbors + 1);
	const counts = new Float64Array(mostNeighbors + 1);
	let [sum, triples, triangles] = [0, 0, 0];
	for (let node = 0; node < nodeCount; node++) {
		const k = degree[node];
		if (k < 2) continue;
		const pairs = (k * (k - 1)) / 2;
		local[node] = corners[node] / pairs;
		sums[k] += local[node];
		counts[k]++;
		sum += local[node];
		triples += pairs;
		triangles += corners[node];
	}
	return {
		local,
		mean: sum / nodeCount,
		transitivity: triangles / triples,
		byDegree: sums.map((total, k) => total / counts[k]),
		triangles: triangles / 3,
	};
}

/**
 * The number of triangles at each node. Each edge is looked at from its end of lower degree, so that hubs cost no more
 * than others: O(m √m) (Chiba & Nishizeki 1985; Latapy 2008).
 */
function trianglesAt({ nodeCount, offsets, neighbors }: Graph, degree: Uint32Array): Float64Array {
	const found = new Float64Array(nodeCount);
	const before = (a: number, b: number) => degree[a] < degree[b] || (degree[a] === degree[b] && a < b);
	// Of each row only the neighbors that come later.
	const begin = new Uint32Array(nodeCount + 1);
	const later = new Uint32Array(neighbors.length / 2);
	for (let node = 0, length = 0; node < nodeCount; node++) {
		for (let i = offsets[node]; i < offsets[node + 1]; i++)
			if (before(node, neighbors[i])) later[length++] = neighbors[i];
		begin[node + 1] = length;
	}
	const seenFrom = new Int32Array(nodeCount).fill(-1);
	for (let a = 0; a < nodeCount; a++) {
		for (let i = begin[a]; i < begin[a + 1]; i++) seenFrom[later[i]] = a;
		for (let i = begin[a]; i < begin[a + 1]; i++) {
			const b = later[i];
			for (let j = begin[b]; j < begin[b + 1]; j++) {
				const c = later[j];
				if (seenFrom[c] !== a) continue;
				found[a]++;
				found[b]++;
				found[c]++;
			}
		}
	}
	return found;
}
