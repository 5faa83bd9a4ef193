// Diffusion as a hand-written loop: typed arrays, one thread, the same draws; whoever adopts tells those who look at them.

import { compressLinks } from "../../../engine/network/network.js";
import { keyFromText } from "../../../engine/random/seed.js";
import { purpose, streamKey } from "../../../engine/random/stream.js";
import { randomNeighbors } from "../random-neighbors.js";

const NEVER = 0x7fffffff;

/** The people and their neighbors built; `run`, called once, gives the tick at which each adopts. */
export function pushLoop(people: number, ticks: number, seed: string): { run(): Int32Array } {
	const { sources, targets } = randomNeighbors(people, 10);
	const watched = compressLinks({ sources: targets, targets: sources }, people, people);
	const thresholds = Uint32Array.from({ length: 22 }, (_, n) =>
		n <= 10 ? Math.ceil((0.001 + (0.2 * n) / 10) * 0x100000000 - 0.5) : 0,
	);
	const { k0, k1 } = streamKey(...keyFromText(seed), purpose("adoption"));
	const adoptedAt = new Int32Array(people).fill(NEVER);
	/** Neighbors who have adopted; for those who have themselves so many that they never do again. */
	const told = new Uint8Array(people + 1).fill(11, people);
	/** A bit for each who has not adopted. */
	const waiting = new Int32Array(Math.ceil(people / 32)).fill(-1);
	if (people % 32 > 0) waiting[waiting.length - 1] = (1 << (people % 32)) - 1;
	const fresh = new Int32Array(people);
	return {
		run() {
			for (let t = 0; t < ticks; t++) {
				const count = decide(t, k0, k1, thresholds, told, waiting, fresh);
				tell(t, fresh, count, watched.offsets, watched.targets, adoptedAt, told, waiting);
			}
			return adoptedAt;
		},
	};
}

/** Writes those who adopt now to `fresh` and returns how many. */
function decide(
	t: number,
	k0: number,
	k1: number,
	thresholds: Uint32Array,
	told: Uint8Array,
	waiting: Int32Array,
	fresh: Int32Array,
): number {
	k0 |= 0;
	k1 |= 0;
	const k2 = 0x1bd11bda ^ k0 ^ k1;
	const second = (t + k1) | 0;
	const words = waiting.length;
	let count = 0;
	for (let w = 0; w < words; w++) {
		let rest = waiting[w];
		while (rest !== 0) {
			// The next two people who share a block of draws, at least one of whom waits.
			const bit = (31 - Math.clz32(rest & -rest)) & 30;
			rest &= ~(3 << bit);
			const i = 32 * w + bit;
			// Threefry-2x32-20, a word for each of the two.
			let x0 = ((i >>> 1) + k0) | 0;
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
			if (x0 >>> 0 < thresholds[told[i]]) fresh[count++] = i;
			if (x1 >>> 0 < thresholds[told[i + 1]]) fresh[count++] = i + 1;
		}
	}
	return count;
}

function tell(
	t: number,
	fresh: Int32Array,
	count: number,
	offsets: Uint32Array,
	watchers: Uint32Array,
	adoptedAt: Int32Array,
	told: Uint8Array,
	waiting: Int32Array,
): void {
	for (let k = 0; k < count; k++) {
		const i = fresh[k];
		adoptedAt[i] = t;
		told[i] = 11;
		waiting[i >>> 5] &= ~(1 << (i & 31));
		const end = offsets[i + 1];
		for (let e = offsets[i]; e < end; e++) told[watchers[e]]++;
	}
}
