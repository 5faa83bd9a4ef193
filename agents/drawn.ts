// The draws of a range of rows at once, which is a fraction of the work of drawing one by one.

import { fillNormals, fillWords } from "../engine/kernels/fills.js";
import type { StreamKey } from "../engine/random/stream.js";

/** Room for the words of one range at a time, kept by the module that draws. */
export class Words {
	#words = new Uint32Array(0);

	/** words[a − from] = word(stream, a, tick, 0) for a in [from, to), until the next draw. */
	draw(stream: StreamKey, from: number, to: number, tick: number): Uint32Array {
		if (this.#words.length < to - from) this.#words = new Uint32Array(to - from);
		fillWords(this.#words, stream, from, to, tick, 0);
		return this.#words;
	}
}

/** The same for standard normals. */
export class Normals {
	#normals = new Float64Array(0);

	/** normals[a − from] = normal(word(stream, a, tick, 0)) for a in [from, to), until the next draw. */
	draw(stream: StreamKey, from: number, to: number, tick: number): Float64Array {
		if (this.#normals.length < to - from) this.#normals = new Float64Array(to - from);
		fillNormals(this.#normals, stream, from, to, tick, 0);
		return this.#normals;
	}
}
