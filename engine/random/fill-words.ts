// fillWords: the draws of a range of agents at once, two agents to a block.

import type { StreamKey } from "./stream.js";
import { counterOf, word } from "./stream.js";

/** out[a − from] = word(stream, a, tick, index) for every agent a in [from, to), bit for bit; about half the work. */
export function fillWords(
	out: Uint32Array,
	stream: StreamKey,
	from: number,
	to: number,
	tick: number,
	index: number,
): void {
	let a = from;
	if (a < to && (a & 1) === 1) {
		out[0] = word(stream, a, tick, index);
		a += 1;
	}
	const k0 = stream.k0 | 0;
	const k1 = stream.k1 | 0;
	const k2 = 0x1bd11bda ^ k0 ^ k1;
	const second = (counterOf(tick, index) + k1) | 0;
	for (; a + 1 < to; a += 2) {
		// threefryWord, written out once more: as a call it costs twice as much.
		let x0 = ((a >>> 1) + k0) | 0;
		let x1 = second;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
		x0 = (x0 + k1) | 0;
		x1 = (x1 + k2 + 1) | 0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
		x0 = (x0 + k2) | 0;
		x1 = (x1 + k0 + 2) | 0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
		x0 = (x0 + k0) | 0;
		x1 = (x1 + k1 + 3) | 0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
		x0 = (x0 + k1) | 0;
		x1 = (x1 + k2 + 4) | 0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
		x0 = (x0 + x1) | 0;
		x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
		x0 = (x0 + k2) | 0;
		x1 = (x1 + k0 + 5) | 0;
		out[a - from] = x0;
		out[a - from + 1] = x1;
	}
	if (a < to) out[a - from] = word(stream, a, tick, index);
}
