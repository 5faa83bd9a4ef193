// Streams: random words by purpose, agent, tick and index, each independent of who drew before.

import { threefryWord } from "./threefry.js";

/** What draws are for, such as "customer.choice". Draws of different purposes never meet. */
export interface Purpose {
	readonly name: string;
	/** Unsigned 32-bit hash of the name. */
	readonly id: number;
}

/** The key of one purpose within one run. */
export interface StreamKey {
	readonly k0: number;
	readonly k1: number;
}

const STREAM_KEYS = 0x73747265; // "stre": counters that no draw uses twice, since a stream's key is a different one

/** A purpose by name: once, when its module is loaded. FNV-1a over the name's UTF-16 bytes (Fowler, Noll & Vo 1991). */
export function purpose(name: string): Purpose {
	let id = 0x811c9dc5;
	for (let i = 0; i < name.length; i++) {
		const unit = name.charCodeAt(i);
		id = Math.imul(id ^ (unit & 0xff), 0x01000193);
		id = Math.imul(id ^ (unit >>> 8), 0x01000193);
	}
	return { name, id: id >>> 0 };
}

/** The stream of a purpose under a run's key: once per run or phase, not per draw. */
export function streamKey(key0: number, key1: number, { id }: Purpose): StreamKey {
	return {
		k0: threefryWord(key0, key1, id, STREAM_KEYS, 0),
		k1: threefryWord(key0, key1, id, STREAM_KEYS, 1),
	};
}

/** The counter's second word: tick 0 … 2^22 − 1 below, index 0 … 1023 above. */
export function counterOf(tick: number, index: number): number {
	return (tick | (index << 22)) >>> 0;
}

/**
 * The draw: an unsigned 32-bit word for agent 0 … 2^32 − 1, tick 0 … 2^22 − 1, index 0 … 1023 (one for each further draw of the
 * same purpose in the same tick). Two agents share a block and take one word each.
 */
export function word(stream: StreamKey, agent: number, tick: number, index: number): number {
	return threefryWord(stream.k0, stream.k1, agent >>> 1, counterOf(tick, index), (agent & 1) as 0 | 1);
}
