// Links in compressed rows (CSR), with the reverse links beside, as tables of the block.

import type { ColumnGroups, ColumnViews, NetworkKind } from "../world/kind.js";
import type { World } from "../world/world.js";

/** Links as lists: edge e goes from `sources[e]` to `targets[e]`. */
export interface Links {
	readonly sources: ArrayLike<number>;
	readonly targets: ArrayLike<number>;
}

/** Links sorted by source, then in the order given; `order[e]` is the given place of edge e. */
export interface CompressedLinks {
	readonly offsets: Uint32Array;
	readonly sources: Uint32Array;
	readonly targets: Uint32Array;
	readonly incomingOffsets: Uint32Array;
	readonly incomingEdges: Uint32Array;
	readonly order: Uint32Array;
}

/** @throws RangeError for lists of unequal length or an end that is no node. */
export function compressLinks(links: Links, fromCount: number, toCount: number): CompressedLinks {
	const count = links.sources.length;
	if (links.targets.length !== count)
		throw new RangeError(`${count} sources, but ${links.targets.length} targets`);
	for (let e = 0; e < count; e++) {
		const source = links.sources[e];
		const target = links.targets[e];
		if (!isNode(source, fromCount) || !isNode(target, toCount))
			throw new RangeError(`link ${e} joins ${source} and ${target}: no such node`);
	}
	const order = countingSort(links.sources, fromCount);
	const sources = order.rows.map((e) => links.sources[e]);
	const targets = order.rows.map((e) => links.targets[e]);
	const incoming = countingSort(targets, toCount);
	return {
		offsets: order.offsets,
		sources,
		targets,
		incomingOffsets: incoming.offsets,
		incomingEdges: incoming.rows,
		order: order.rows,
	};
}

const isNode = (id: number, count: number) => Number.isInteger(id) && id >= 0 && id < count;

/** Rows sorted by key, stable; row i of key k lies between offsets[k] and offsets[k + 1]. */
function countingSort(keys: ArrayLike<number>, keyCount: number) {
	const offsets = new Uint32Array(keyCount + 1);
	for (let i = 0; i < keys.length; i++) offsets[keys[i] + 1]++;
	for (let k = 0; k < keyCount; k++) offsets[k + 1] += offsets[k];
	const next = offsets.slice();
	const rows = new Uint32Array(keys.length);
	for (let i = 0; i < keys.length; i++) rows[next[keys[i]]++] = i;
	return { offsets, rows };
}

/** The views of a network: row bounds, ends, reverse links, and the columns of its edges. */
export type NetworkViews<G extends ColumnGroups> = ColumnViews<G> &
	Readonly<Record<"offsets" | "sources" | "targets" | "incomingOffsets" | "incomingEdges", Uint32Array>>;

/** Edges of row r: offsets[r] … offsets[r + 1] − 1; edges into t: incomingEdges[incomingOffsets[t] …]. */
export function links<G extends ColumnGroups>(world: World, network: NetworkKind<G>): NetworkViews<G> {
	return world.columns[network.name] as unknown as NetworkViews<G>;
}
