// Small graphs, and all partitions of a few nodes, for the tests of partition.

import { readFileSync } from "node:fs";
import fc from "fast-check";

export interface Graph {
	readonly nodeCount: number;
	readonly sources: number[];
	readonly targets: number[];
	readonly weights: number[];
}

/** Graphs of 1 … `most` nodes with loops, equal edges, edges of weight 0, and negative ones where asked for. */
export const graphs = (most: number, lowest = 0): fc.Arbitrary<Graph> =>
	fc.integer({ min: 1, max: most }).chain((nodeCount) => {
		const node = fc.nat(nodeCount - 1);
		return fc
			.array(fc.tuple(node, node, fc.integer({ min: lowest, max: 4 })), { maxLength: 2 * nodeCount })
			.map((edges) => ({
				nodeCount,
				sources: edges.map(([source]) => source),
				targets: edges.map(([, target]) => target),
				weights: edges.map(([, , weight]) => weight),
			}));
	});

/** Every partition of `nodes` nodes, numbered by first appearance. */
export function partitionsOf(nodes: number): number[][] {
	let all: number[][] = [[]];
	for (let v = 0; v < nodes; v++)
		all = all.flatMap((of) => Array.from({ length: Math.max(-1, ...of) + 2 }, (_, m) => [...of, m]));
	return all;
}

/** Nodes by module. */
export function membersOf(moduleOf: ArrayLike<number>): number[][] {
	const members = new Map<number, number[]>();
	for (let v = 0; v < moduleOf.length; v++)
		members.set(moduleOf[v], [...(members.get(moduleOf[v]) ?? []), v]);
	return [...members.values()];
}

/** Weight within modules, edge by edge. */
export const weightWithin = ({ sources, targets, weights }: Graph, of: ArrayLike<number>): number =>
	weights.reduce((sum, w, e) => sum + (of[sources[e]] === of[targets[e]] ? w : 0), 0);

/** The constant Potts quality, module by module. */
export const pottsOf = (graph: Graph, of: ArrayLike<number>, resolution: number): number =>
	membersOf(of).reduce((sum, { length: n }) => sum - (resolution * n * (n - 1)) / 2, weightWithin(graph, of));

/** Edges of a CSV file, nodes numbered by first appearance. */
export function readEdges(path: string, weightColumn?: number) {
	const rows = readFileSync(path, "utf8")
		.trim()
		.split("\n")
		.slice(1)
		.map((line) => line.split(","));
	const ids = new Map<string, number>();
	const id = (name: string) => {
		if (!ids.has(name)) ids.set(name, ids.size);
		return ids.get(name) as number;
	};
	const sources = rows.map(([source]) => id(source as string));
	const targets = rows.map(([, target]) => id(target as string));
	const weights = weightColumn === undefined ? undefined : rows.map((row) => Number(row[weightColumn]));
	return { nodeCount: ids.size, sources, targets, weights };
}
