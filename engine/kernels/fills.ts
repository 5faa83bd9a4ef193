// fillWords and fillNormals: the draws of a range of agents at once, compiled where the platform allows it.

import { normalTable } from "../random/continuous.js";
import { fillNormals as plainNormals } from "../random/fill-normals.js";
import { fillWords as plainWords } from "../random/fill-words.js";
import { counterOf, type StreamKey } from "../random/stream.js";
import { code } from "./draws.wasm.js";
import { ownKernel } from "./kernel.js";

export type Fill<A> = (
	out: A,
	stream: StreamKey,
	from: number,
	to: number,
	tick: number,
	index: number,
) => void;

export interface Fills {
	/** out[a − from] = word(stream, a, tick, index) for every agent a in [from, to), bit for bit; compiled a third of the work. */
	readonly fillWords: Fill<Uint32Array>;
	/** out[a − from] = normal(word(stream, a, tick, index)) likewise; compiled less than half of the work. */
	readonly fillNormals: Fill<Float64Array>;
}

/** In TypeScript. */
export const plainFills: Fills = { fillWords: plainWords, fillNormals: plainNormals };

interface Kernel {
	fillWords(out: number, count: number, block: number, second: number, k0: number, k1: number): void;
	fillNormals(out: number, count: number, words: number, table: number): void;
}

/** Agents drawn for in one go: all that the kernel works on stays in the nearest cache, and a call costs little. */
const SEGMENT = 1024;
/** Fewer are drawn for sooner than the kernel is called. */
const FEW = 32;

// The kernel's memory. Before the words one of the first block's other agent may stand, and behind them up to 32 too many.
const TABLE = 0;
const WORDS = normalTable.byteLength + 16;
const NORMALS = WORDS + SEGMENT * 4 + 128;

/** In WebAssembly, if there is one with vectors. Draws lie in the kernel's memory and are copied from there, which costs little. */
export function compiledFills(): Fills | undefined {
	const kernel = ownKernel<Kernel>(code);
	if (!kernel) return;
	const { buffer } = kernel.memory;
	new Float64Array(buffer, TABLE, normalTable.length).set(normalTable);
	const words = new Uint32Array(buffer, WORDS, SEGMENT);
	const normals = new Float64Array(buffer, NORMALS, SEGMENT);

	const draw = ({ k0, k1 }: StreamKey, from: number, count: number, second: number) => {
		const other = from & 1;
		kernel.fillWords(WORDS - 4 * other, count + other, from >>> 1, second, k0, k1);
	};
	return {
		fillWords(out, stream, from, to, tick, index) {
			if (to - from < FEW) return plainWords(out, stream, from, to, tick, index);
			const second = counterOf(tick, index);
			for (let a = from; a < to; a += SEGMENT) {
				const count = Math.min(SEGMENT, to - a);
				draw(stream, a, count, second);
				out.set(count < SEGMENT ? words.subarray(0, count) : words, a - from);
			}
		},
		fillNormals(out, stream, from, to, tick, index) {
			if (to - from < FEW) return plainNormals(out, stream, from, to, tick, index);
			const second = counterOf(tick, index);
			for (let a = from; a < to; a += SEGMENT) {
				const count = Math.min(SEGMENT, to - a);
				draw(stream, a, count, second);
				kernel.fillNormals(NORMALS, count, WORDS, TABLE);
				out.set(count < SEGMENT ? normals.subarray(0, count) : normals, a - from);
			}
		},
	};
}

export const { fillWords, fillNormals } = compiledFills() ?? plainFills;
