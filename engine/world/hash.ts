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
	const tick = tickOf(world);
	let a = tick | 0;
	let b = (tick + 0x9e3779b9) | 0;
	let c = (tick ^ 0x85ebca6b) | 0;
	let d = (tick ^ 0xc2b2ae35) | 0;
	let words = 0;
	for (const column of world.layout.columns) {
		if (groups && !groups.includes(column.group)) continue;
		const view = (world.columns[column.table] as Record<string, { byteLength: number }>)[column.name];
		const count = (((view as { byteLength: number }).byteLength + 7) >>> 3) << 1;
		const word = new Uint32Array(world.buffer, column.offset, count);
		words += count;
		// Columns are padded to 8 bytes, so words come in pairs: lanes a, b and c, d take turns.
		for (let i = 0; i < count; i += 2) {
			const k = Math.imul(word[i], C1);
			const m = Math.imul(word[i + 1], C2);
			const p = a ^ Math.imul((k << 15) | (k >>> 17), C2);
			const q = b ^ Math.imul((m << 16) | (m >>> 16), C1);
			a = c;
			b = d;
			c = (Math.imul((p << 13) | (p >>> 19), 5) + 0x561ccd1b) | 0;
			d = (Math.imul((q << 17) | (q >>> 15), 5) + 0x0bcaa747) | 0;
		}
	}
	a ^= words;
	for (let round = 0; round < 2; round++) {
		b = (b + finish(a)) | 0;
		c = (c + finish(b)) | 0;
		d = (d + finish(c)) | 0;
		a = (a + finish(d)) | 0;
	}
	return [a, b, c, d].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}

/** MurmurHash3's final mix: every bit of the input moves about half of the output. */
function finish(lane: number): number {
	let h = lane;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return h ^ (h >>> 16);
}
