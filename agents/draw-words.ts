// The draws of a range of rows at once: half the work of drawing one by one.

import { fillWords } from "../engine/kernels/fills.js";
import type { StreamKey } from "../engine/random/stream.js";

/** Room for the words of one range at a time, kept by the module that draws. */
export class Words {
	#words = new Uint32Array(0);

	/** words[a − from] = word(stream, a, tick, index) for a in [from, to), until the next draw. */
	draw(stream: StreamKey, from: number, to: number, tick: number, index = 0): Uint32Array {
		if (this.#words.length < to - from) this.#words = new Uint32Array(to - from);
		fillWords(this.#words, stream, from, to, tick, index);
		return this.#words;
	}
}
