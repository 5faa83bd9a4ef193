// The state's fingerprint: four 32-bit lanes over the words of every column, in layout order.

import { tickOf, type World } from "./world.js";

const C1 = 0xcc9e2d51 | 0;
const C2 = 0x1b873593 | 0;

/**
 * 32 lower-case hex digits over the clock and the columns, of all groups or of those named. Not
 * cryptographic: it tells equal runs from unequal ones. Lanes after MurmurHash3 (Appleby 2008).
 * Column lengths and padding count, keys do not: a fork under another key starts with the same hash.
 */
export function hash(world: World, groups?: readonly string[]): string {
	const lanes = lanesOf(tickOf(world));
	let words = 0;
	for (const column of world.layout.columns) {
		if (groups && !groups.includes(column.group)) continue;
		const view = (world.columns[column.table] as Record<string, { byteLength: number }>)[column.name];
		const count = (((view as { byteLength: number }).byteLength + 7) >>> 3) << 1;
		mix(lanes, new Uint32Array(world.buffer, column.offset, count));
		words += count;
	}
	let [a, b, c, d] = lanes;
	a ^= words;
	for (let round = 0; round < 2; round++) {
		b = (b + finish(a)) | 0;
		c = (c + finish(b)) | 0;
		d = (d + finish(c)) | 0;
		a = (a + finish(d)) | 0;
	}
	return [a, b, c, d].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}

/**
 * A word over an even number of words. Any change within one word changes it for certain, since a lane is a
 * one-to-one function of each of its words; any other damage but with probability 2^−32.
 */
export function checksum(words: Uint32Array): number {
	const lanes = lanesOf(words.length);
	mix(lanes, words);
	return lanes.reduce((sum, lane) => sum ^ finish(lane), 0) >>> 0;
}

const lanesOf = (start: number) =>
	Int32Array.of(start, start + 0x9e3779b9, start ^ 0x85ebca6b, start ^ 0xc2b2ae35);

/** Lanes a, b, c and d take a word each in turn; words come in pairs, as blocks are multiples of 8 bytes. */
function mix(lanes: Int32Array, words: Uint32Array): void {
	// Element by element: from a destructured array they would not be known to be integers, at half the speed.
	let a = lanes[0];
	let b = lanes[1];
	let c = lanes[2];
	let d = lanes[3];
	const count = words.length;
	let i = 0;
	for (; i + 2 < count; i += 4) {
		a = even(a, words[i]);
		b = odd(b, words[i + 1]);
		c = even(c, words[i + 2]);
		d = odd(d, words[i + 3]);
	}
	if (i < count) lanes.set([c, d, even(a, words[i]), odd(b, words[i + 1])]);
	else lanes.set([a, b, c, d]);
}

function even(lane: number, word: number): number {
	const k = Math.imul(word, C1);
	const p = lane ^ Math.imul((k << 15) | (k >>> 17), C2);
	return (Math.imul((p << 13) | (p >>> 19), 5) + 0x561ccd1b) | 0;
}

function odd(lane: number, word: number): number {
	const k = Math.imul(word, C2);
	const p = lane ^ Math.imul((k << 16) | (k >>> 16), C1);
	return (Math.imul((p << 17) | (p >>> 15), 5) + 0x0bcaa747) | 0;
}

/** MurmurHash3's final mix: every bit of the input moves about half of the output. */
function finish(lane: number): number {
	let h = lane;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return h ^ (h >>> 16);
}
