// Distances in edges, by breadth-first search.

import type { Graph } from "./graph.js";

/** The distance of nodes that no path joins. */
export const UNREACHED = 0xffffffff;

/** The distance of every node from one of them, `UNREACHED` where there is no path. @throws RangeError for no node of the graph */
export function distancesFrom(graph: Graph, source: number): Uint32Array {
	if (!(Number.isInteger(source) && source >= 0 && source < graph.nodeCount))
		throw new RangeError(`distancesFrom: ${source} is no node, of ${graph.nodeCount} nodes`);
	const distance = new Uint32Array(graph.nodeCount).fill(UNREACHED);
	breadthFirst(graph, source, distance, new Uint32Array(graph.nodeCount));
	return distance;
}

/**
 * Visits what a node reaches, nearest first: fills `distance`, which holds `UNREACHED` for every node to be visited, and
 * `order`. @returns how many were visited
 */
export function breadthFirst(
	{ offsets, neighbors }: Graph,
	source: number,
	distance: Uint32Array,
	order: Uint32Array | Uint16Array,
): number {
	let length = 1;
	order[0] = source;
	distance[source] = 0;
	for (let at = 0; at < length; at++) {
		const node = order[at];
		for (let i = offsets[node]; i < offsets[node + 1]; i++) {
			const next = neighbors[i];
			if (distance[next] !== UNREACHED) continue;
			distance[next] = distance[node] + 1;
			order[length++] = next;
		}
	}
	return length;
}
