// Components: which nodes are joined by paths.

import { breadthFirst, UNREACHED } from "./distances.js";
import { checkLinks, type Graph, type WeightedLinks } from "./graph.js";
import { compressLinks } from "./network.js";

export interface Components {
	/** The component of each node, 0 … sizes.length − 1. */
	readonly of: Uint32Array;
	readonly sizes: readonly number[];
}

/** Connected components (of a graph made from directed links: weakly connected), numbered by their lowest node. */
export function components(graph: Graph): Components {
	const { nodeCount } = graph;
	const of = new Uint32Array(nodeCount);
	const sizes: number[] = [];
	const distance = new Uint32Array(nodeCount).fill(UNREACHED);
	const order = new Uint32Array(nodeCount);
	for (let node = 0; node < nodeCount; node++) {
		if (distance[node] !== UNREACHED) continue;
		const size = breadthFirst(graph, node, distance, order);
		for (let i = 0; i < size; i++) of[order[i]] = sizes.length;
		sizes.push(size);
	}
	return { of, sizes };
}

/**
 * Strongly connected components of directed links: nodes that reach each other (Tarjan 1972, with a stack of its own, so
 * that a long path overflows nothing). A component's number is higher than of those it leads to.
 */
export function strongComponents(links: WeightedLinks): Components {
	checkLinks("strongComponents", links);
	const { nodeCount } = links;
	const { offsets, targets } = compressLinks(links, nodeCount, nodeCount);
	const of = new Uint32Array(nodeCount).fill(UNREACHED);
	const sizes: number[] = [];
	const visit = new Uint32Array(nodeCount); // from 1 in the order of visits; 0: not visited yet
	const lowest = new Uint32Array(nodeCount);
	const next = offsets.slice();
	const path = new Uint32Array(nodeCount);
	const open = new Uint32Array(nodeCount);
	let [visits, depth, opened] = [0, 0, 0];
	const enter = (node: number) => {
		visit[node] = lowest[node] = ++visits;
		path[depth++] = node;
		open[opened++] = node;
	};
	for (let root = 0; root < nodeCount; root++) {
		if (visit[root] === 0) enter(root);
		while (depth > 0) {
			const node = path[depth - 1];
			if (next[node] < offsets[node + 1]) {
				const target = targets[next[node]++];
				if (visit[target] === 0) enter(target);
				else if (of[target] === UNREACHED) lowest[node] = Math.min(lowest[node], visit[target]);
				continue;
			}
			depth--;
			if (depth > 0) lowest[path[depth - 1]] = Math.min(lowest[path[depth - 1]], lowest[node]);
			if (lowest[node] !== visit[node]) continue;
			const before = opened;
			do of[open[--opened]] = sizes.length;
			while (open[opened] !== node);
			sizes.push(before - opened);
		}
	}
	return { of, sizes };
}
