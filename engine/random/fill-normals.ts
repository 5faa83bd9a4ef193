// fillNormals: a normal for each agent of a range at once.

import { normal } from "./continuous.js";
import { fillWords } from "./fill-words.js";
import type { StreamKey } from "./stream.js";

/** Words on their way to normals: few enough to stay in the nearest cache. */
const words = new Uint32Array(512);

/** out[a − from] = normal(word(stream, a, tick, index)) for every agent a in [from, to), bit for bit; a third of the work. */
export function fillNormals(
	out: Float64Array,
	stream: StreamKey,
	from: number,
	to: number,
	tick: number,
	index: number,
): void {
	for (let a = from; a < to; a += words.length) {
		const count = Math.min(words.length, to - a);
		fillWords(words, stream, a, a + count, tick, index);
		normals(out, a - from, count);
	}
}

// By itself: within the loop above the compiler keeps fewer of its constants in registers.
function normals(out: Float64Array, at: number, count: number): void {
	for (let i = 0; i < count; i++) out[at + i] = normal(words[i]);
}
