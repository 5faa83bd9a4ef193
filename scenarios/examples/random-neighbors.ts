// A random network that every framework can make alike: a linear congruential generator picks the neighbors.

import type { Links } from "../../engine/network/network.js";

/**
 * `each` out-neighbors for each of `nodes` ≥ 2 nodes, in order: s ← 1664525 s + 1013904223 mod 2³² (Press et al. 1992) from
 * s = 12345, neighbor floor(s / 2³² · nodes), drawn again where it is the node itself.
 */
export function randomNeighbors(nodes: number, each: number): Links {
	const sources = new Uint32Array(nodes * each);
	const targets = new Uint32Array(nodes * each);
	let s = 12345;
	for (let i = 0, e = 0; i < nodes; i++)
		for (let k = 0; k < each; k++, e++) {
			do {
				s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
				targets[e] = Math.floor((s / 0x100000000) * nodes);
			} while (targets[e] === i);
			sources[e] = i;
		}
	return { sources, targets };
}
