// A simple undirected graph in compressed rows: what the measures of graphs are taken on.

import { compressLinks, type Links } from "./network.js";

/** Nodes 0 … nodeCount − 1 and links between them; every weight is 1 where there are none. */
export interface WeightedLinks extends Links {
	readonly nodeCount: number;
	readonly weights?: ArrayLike<number>;
}

/** Neighbors of node i, ascending: neighbors[offsets[i]] … neighbors[offsets[i + 1] − 1]; each edge stands in both rows. */
export interface Graph {
	readonly nodeCount: number;
	readonly edgeCount: number;
	readonly offsets: Uint32Array;
	readonly neighbors: Uint32Array;
	/** Beside `neighbors`: the sum over the links that the edge was made from. */
	readonly weights: Float64Array;
	/** Links left out because they join a node with itself. */
	readonly selfLoops: number;
	/** Links merged into an edge that was there already, whichever way they ran. */
	readonly duplicates: number;
}

/**
 * The simple undirected graph of links: directions dropped, self-loops left out, parallel links merged and their weights
 * added. Linear in nodes and links.
 * @throws RangeError for lists of unequal length, an end that is no node, a weight that is not finite
 */
export function graphOf(links: WeightedLinks): Graph {
	const { nodeCount, sources, targets } = links;
	checkLinks("graphOf", links);
	const given = sources.length;
	const ends = [new Uint32Array(2 * given), new Uint32Array(2 * given)] as const;
	const weightOf = new Float64Array(2 * given);
	let kept = 0;
	for (let e = 0; e < given; e++) {
		if (sources[e] === targets[e]) continue;
		const weight = links.weights?.[e] ?? 1;
		for (const way of [0, 1] as const) {
			ends[way][kept] = sources[e];
			ends[1 - way][kept] = targets[e];
			weightOf[kept++] = weight;
		}
	}
	const both = compressLinks(
		{ sources: ends[0].subarray(0, kept), targets: ends[1].subarray(0, kept) },
		nodeCount,
		nodeCount,
	);
	// Both ways are there, so what leads into a node is what leads out of it, and it comes in ascending order.
	const offsets = new Uint32Array(nodeCount + 1);
	const neighbors = new Uint32Array(kept);
	const weights = new Float64Array(kept);
	let length = 0;
	for (let node = 0; node < nodeCount; node++) {
		const begin = length;
		for (let i = both.incomingOffsets[node]; i < both.incomingOffsets[node + 1]; i++) {
			const e = both.incomingEdges[i];
			if (length === begin || neighbors[length - 1] !== both.sources[e])
				neighbors[length++] = both.sources[e];
			weights[length - 1] += weightOf[both.order[e]];
		}
		offsets[node + 1] = length;
	}
	return {
		nodeCount,
		edgeCount: length / 2,
		offsets,
		neighbors: neighbors.slice(0, length),
		weights: weights.slice(0, length),
		selfLoops: given - kept / 2,
		duplicates: (kept - length) / 2,
	};
}

/** @throws RangeError, in the name of a function, for links that are none */
export function checkLinks(name: string, { nodeCount, sources, targets, weights }: WeightedLinks): void {
	if (!(Number.isInteger(nodeCount) && nodeCount >= 0 && nodeCount < 4294967296))
		throw new RangeError(`${name}: nodeCount must be a whole number from 0 to 2^32 − 1, got ${nodeCount}`);
	if (targets.length !== sources.length)
		throw new RangeError(`${name}: ${sources.length} sources, but ${targets.length} targets`);
	if (weights && weights.length !== sources.length)
		throw new RangeError(`${name}: ${sources.length} links, but ${weights.length} weights`);
	const isNode = (id: number) => Number.isInteger(id) && id >= 0 && id < nodeCount;
	for (let e = 0; e < sources.length; e++) {
		if (!isNode(sources[e]) || !isNode(targets[e]))
			throw new RangeError(`${name}: link ${e} joins ${sources[e]} and ${targets[e]}, of ${nodeCount} nodes`);
		if (weights && !Number.isFinite(weights[e]))
			throw new RangeError(`${name}: the weight of link ${e} must be a finite number, got ${weights[e]}`);
	}
}
