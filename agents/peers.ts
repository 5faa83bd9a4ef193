// Links from customer to customer: a small world (Watts & Strogatz 1998), or everyone with everyone.

import type { Links } from "../engine/network/network.js";
import { uniform } from "../engine/random/continuous.js";
import { keyFromText } from "../engine/random/seed.js";
import { purpose, streamKey, word } from "../engine/random/stream.js";
import type { CustomerParameters } from "./parameters.js";

const PEERS = purpose("peers");

/**
 * Each pair once. On a ring in the order of rows each customer is linked to the peers/2 that follow; with probability `rewired` to
 * anyone else in their place, drawn anew where the two are linked already from its side. So each has `peers` links on average, and peers/2 at
 * least. Nothing where nobody owns a machine.
 */
export function peerLinks(
	customers: Pick<CustomerParameters, "owners" | "peers" | "rewired"> | null,
	seed: string,
): Links {
	if (!customers) return { sources: [], targets: [] };
	const { owners, peers, rewired } = customers;
	if (peers === "complete") return everyPair(owners);
	const each = peers / 2;
	const stream = streamKey(...keyFromText(seed), PEERS);
	const sources = new Uint32Array(owners * each);
	const targets = new Uint32Array(owners * each);
	for (let i = 0, e = 0; i < owners; i++) {
		const first = e;
		let draw = each;
		for (let k = 0; k < each; k++, e++) {
			sources[e] = i;
			targets[e] = (i + k + 1) % owners;
			if (uniform(word(stream, i, 0, k)) >= rewired) continue;
			// Neighbors further on are still to come: they may turn out to be linked twice, which is rare and does no harm.
			do targets[e] = Math.floor(uniform(word(stream, i, 0, draw++)) * owners);
			while (draw < DRAWS && (targets[e] === i || targets.subarray(first, e).includes(targets[e])));
		}
	}
	return { sources, targets };
}

/** Draws of one customer at most. */
const DRAWS = 1024;

function everyPair(count: number): Links {
	const pairs = (count * (count - 1)) / 2;
	const sources = new Uint32Array(pairs);
	const targets = new Uint32Array(pairs);
	for (let i = 0, e = 0; i < count; i++)
		for (let j = i + 1; j < count; j++, e++) {
			sources[e] = i;
			targets[e] = j;
		}
	return { sources, targets };
}
