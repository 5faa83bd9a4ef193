// Small graphs of any make, and what the naive definitions say of them.

import fc from "fast-check";
import type { WeightedLinks } from "../../engine/network/graph.js";

/** Up to eight nodes; self-loops, parallel links, isolated nodes and no nodes at all among them. */
export const smallLinks = (weight?: fc.Arbitrary<number>): fc.Arbitrary<WeightedLinks> =>
	fc.nat(8).chain((nodeCount) => {
		const node = fc.nat(Math.max(0, nodeCount - 1));
		const links = fc.array(fc.tuple(node, node, weight ?? fc.constant(1)), {
			maxLength: nodeCount === 0 ? 0 : 20,
		});
		return links.map((list) => ({
			nodeCount,
			sources: list.map(([source]) => source),
			targets: list.map(([, target]) => target),
			...(weight && { weights: list.map(([, , of]) => of) }),
		}));
	});

export const nodesOf = ({ nodeCount }: WeightedLinks) => Array.from({ length: nodeCount }, (_, node) => node);

/** Whether two different nodes are neighbors: some link joins them, whichever way. */
export const joined = ({ sources, targets }: WeightedLinks, a: number, b: number) =>
	a !== b &&
	Array.from(sources).some(
		(source, e) => (source === a && targets[e] === b) || (source === b && targets[e] === a),
	);

export const neighborsOf = (links: WeightedLinks, a: number) =>
	nodesOf(links).filter((b) => joined(links, a, b));

/** All distances by Floyd and Warshall; Infinity where there is no path. Directed: along the links only. */
export function allDistances(links: WeightedLinks, directed = false): number[][] {
	const nodes = nodesOf(links);
	const linked = (a: number, b: number) =>
		directed
			? Array.from(links.sources).some((source, e) => source === a && links.targets[e] === b)
			: joined(links, a, b);
	const distance = nodes.map((a) =>
		nodes.map((b) => (a === b ? 0 : linked(a, b) ? 1 : Number.POSITIVE_INFINITY)),
	);
	for (const c of nodes)
		for (const a of nodes)
			for (const b of nodes) distance[a][b] = Math.min(distance[a][b], distance[a][c] + distance[c][b]);
	return distance;
}
