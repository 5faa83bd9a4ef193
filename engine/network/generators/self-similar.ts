// A random self-similar hierarchy: cells within cells, the same law of linking at every level (after Ravasz & Barabási 2003).

import { log } from "../../math/log.js";
import { log1p } from "../../math/log1p.js";
import { sequence } from "../../random/sequence.js";
import { purpose } from "../../random/stream.js";
import type { WeightedLinks } from "../graph.js";

export interface Hierarchy {
	/** Cells within a cell of each level, from the top: [4, 10] is 4 cells of 10 nodes. */
	readonly branching: readonly number[];
	/**
	 * For each level of `branching`, the probability (0 … 1) of a link between two nodes that lie in different cells there but in
	 * the same cell above. A density that falls by the branching from level to level gives each node as many links at every level.
	 */
	readonly density: readonly number[];
	readonly seed: string;
}

export interface HierarchicalLinks extends WeightedLinks {
	readonly sources: Uint32Array;
	readonly targets: Uint32Array;
	/** For each link the level at which it crosses cells: 0 joins cells of the top, the last joins nodes of one lowest cell. */
	readonly levelOf: Uint8Array;
	/** For each level the cell of each node, numbered over the whole level; the last level's cells are the nodes. */
	readonly cellOf: readonly Uint32Array[];
}

const links = purpose("graph.self-similar");

/**
 * Nodes are the leaves of a tree; each pair of leaves is linked once at most, sources[e] < targets[e], with the density of the level where the
 * pair parts. Geometric skips from link to link (Batagelj & Brandes 2005): time linear in nodes and links, not in pairs.
 * @throws RangeError for lists of unequal length or none, a branching below 1, a density that is no probability, more than 2^24 nodes
 */
export function selfSimilarHierarchy({ branching, density, seed }: Hierarchy): HierarchicalLinks {
	const nodeCount = check(branching, density);
	const sources: number[] = [];
	const targets: number[] = [];
	const levels: number[] = [];
	const cellOf: Uint32Array[] = [];
	const draws = sequence(seed, links);
	let cells = 1;
	for (const [level, children] of branching.entries()) {
		cells *= children;
		const size = nodeCount / cells;
		cellOf.push(Uint32Array.from({ length: nodeCount }, (_, node) => Math.floor(node / size)));
		// All pairs of this level in one line: cell above by cell above, pair of children by pair, node by node.
		const block = size * size;
		const pairs = (cells / children) * ((children * (children - 1)) / 2) * block;
		for (let at = skip(draws.uniform(), density[level]); at < pairs; ) {
			const [above, low, high] = parted(Math.floor(at / block), children);
			const within = at % block;
			sources.push((above * children + low) * size + Math.floor(within / size));
			targets.push((above * children + high) * size + (within % size));
			levels.push(level);
			at += 1 + skip(draws.uniform(), density[level]);
		}
	}
	return {
		nodeCount,
		sources: Uint32Array.from(sources),
		targets: Uint32Array.from(targets),
		levelOf: Uint8Array.from(levels),
		cellOf,
	};
}

/** How many pairs are passed over before one is linked: geometric, by inversion. */
function skip(uniform: number, density: number): number {
	if (density === 1) return 0;
	return density === 0 ? Number.POSITIVE_INFINITY : Math.floor(log(uniform) / log1p(-density));
}

/** The n-th pair of children, counted over cells: which cell above, and which two of its children, low < high. */
function parted(n: number, children: number): readonly [above: number, low: number, high: number] {
	const each = (children * (children - 1)) / 2;
	const rest = n % each;
	// Pairs in the order of their higher child: 0–1, 0–2, 1–2, 0–3, …
	const high = Math.floor((1 + Math.sqrt(1 + 8 * rest)) / 2);
	return [Math.floor(n / each), rest - (high * (high - 1)) / 2, high];
}

function check(branching: readonly number[], density: readonly number[]): number {
	if (branching.length === 0 || branching.length > 255 || branching.length !== density.length)
		throw new RangeError(
			`selfSimilarHierarchy: branching and density must have one entry for each of 1 to 255 levels, got ${branching.length} and ${density.length}`,
		);
	for (const children of branching)
		if (!(Number.isInteger(children) && children >= 1))
			throw new RangeError(`selfSimilarHierarchy: branching must be whole numbers ≥ 1, got ${children}`);
	for (const probability of density)
		if (!(probability >= 0 && probability <= 1))
			throw new RangeError(`selfSimilarHierarchy: density must be from 0 to 1, got ${probability}`);
	const nodeCount = branching.reduce((product, children) => product * children, 1);
	if (nodeCount > 1 << 24) throw new RangeError("selfSimilarHierarchy: more than 2^24 nodes");
	return nodeCount;
}
