// A child of two partitions: a region as in one of them, the rest as in the other.

import type { Sequence } from "../../engine/random/sequence.js";
import type { Graph } from "./graph.js";
import { numbered } from "./numbering.js";

/** The second partition, in which the modules of the first stand that lie around a node, a random share of the graph. */
export function transplanted(
	{ nodes, offsets, targets }: Graph,
	first: ArrayLike<number>,
	second: ArrayLike<number>,
	random: Sequence,
): Uint32Array {
	const size = new Uint32Array(nodes);
	for (let v = 0; v < nodes; v++) size[first[v]]++;
	const most = random.uniform() * nodes;
	const isChosen = new Uint8Array(nodes);
	const isReached = new Uint8Array(nodes);
	const open: number[] = [];
	for (let chosen = 0; chosen < most; ) {
		if (open.length === 0) open.push(random.below(nodes));
		const around: number[] = open.splice(0);
		for (const v of around) {
			if (isChosen[first[v]] === 0) {
				isChosen[first[v]] = 1;
				chosen += size[first[v]];
			}
			if (chosen >= most) break;
			isReached[v] = 1;
			for (let arc = offsets[v]; arc < offsets[v + 1]; arc++) {
				const next = targets[arc];
				if (isReached[next] === 1) continue;
				isReached[next] = 1;
				open.push(next);
			}
		}
	}
	return numbered(Array.from(second, (m, v) => (isChosen[first[v]] === 1 ? -1 - first[v] : m)));
}
