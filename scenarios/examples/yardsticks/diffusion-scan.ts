// Diffusion as a hand-written loop: typed arrays, one thread, the same draws; everyone who has not adopted looks at ten neighbors.

import { keyFromText } from "../../../engine/random/seed.js";
import { purpose, streamKey } from "../../../engine/random/stream.js";
import { randomNeighbors } from "../random-neighbors.js";

const NEVER = 0x7fffffff;

/** The people and their neighbors built; `run`, called once, gives the tick at which each adopts. */
export function scanLoop(people: number, ticks: number, seed: string): { run(): Int32Array } {
	const neighbors = Uint32Array.from(randomNeighbors(people, 10).targets);
	const thresholds = Uint32Array.from({ length: 11 }, (_, n) =>
		Math.ceil((0.001 + (0.2 * n) / 10) * 0x100000000 - 0.5),
	);
	const { k0, k1 } = streamKey(...keyFromText(seed), purpose("adoption"));
	const adoptedAt = new Int32Array(people).fill(NEVER);
	// One more, who has adopted, makes the number even.
	const before = new Uint8Array(people + 1).fill(1, people);
	const after = before.slice();
	return {
		run() {
			for (let t = 0; t < ticks; t++) tick(t, k0, k1, neighbors, thresholds, adoptedAt, before, after);
			return adoptedAt;
		},
	};
}

/** A function of its own: a loop that V8 compiles while it runs stays at half the speed. */
function tick(
	t: number,
	k0: number,
	k1: number,
	neighbors: Uint32Array,
	thresholds: Uint32Array,
	adoptedAt: Int32Array,
	before: Uint8Array,
	after: Uint8Array,
): void {
	k0 |= 0;
	k1 |= 0;
	const k2 = 0x1bd11bda ^ k0 ^ k1;
	const second = (t + k1) | 0;
	const people = adoptedAt.length;
	for (let i = 0; i < people; i += 2) {
		const one = before[i];
		const other = before[i + 1];
		if (one + other === 2) continue;
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
		if (one === 0 && x0 >>> 0 < thresholds[adoptersAround(i, neighbors, before)]) {
			adoptedAt[i] = t;
			after[i] = 1;
		}
		if (other === 0 && x1 >>> 0 < thresholds[adoptersAround(i + 1, neighbors, before)]) {
			adoptedAt[i + 1] = t;
			after[i + 1] = 1;
		}
	}
	before.set(after);
}

/** Ten terms in a row take two thirds of the time of a loop. */
function adoptersAround(i: number, neighbors: Uint32Array, before: Uint8Array): number {
	const e = 10 * i;
	return (
		before[neighbors[e]] +
		before[neighbors[e + 1]] +
		before[neighbors[e + 2]] +
		before[neighbors[e + 3]] +
		before[neighbors[e + 4]] +
		before[neighbors[e + 5]] +
		before[neighbors[e + 6]] +
		before[neighbors[e + 7]] +
		before[neighbors[e + 8]] +
		before[neighbors[e + 9]]
	);
}
