// drawWords: the draws of a segment of agents at once, compiled where the platform allows it.

import { fillWords } from "../random/fill-words.js";
import { counterOf, type StreamKey } from "../random/stream.js";
import { code } from "./draws.wasm.js";
import { ownKernel } from "./kernel.js";

/** The most agents that one call draws for: few enough for the nearest cache, enough to make a call cheap. */
export const SEGMENT = 1024;

/** Draws of agents [from, to) at a tick and index; what is for agent a stands at a − from. */
type Draw<A> = (stream: StreamKey, from: number, to: number, tick: number, index: number) => A;

export interface SegmentDraws {
	/**
	 * `word(stream, a, tick, index)` for each agent a in [from, to), bit for bit, at a third of the cost. The array is the
	 * same at each call on this thread: it holds until the next, and what stands beyond to − from means nothing.
	 * @throws RangeError for more than SEGMENT agents.
	 */
	readonly drawWords: Draw<Uint32Array>;
}

function refuseLong(agents: number): void {
	if (agents > SEGMENT) throw new RangeError(`a segment has at most ${SEGMENT} agents, not ${agents}`);
}

/** In TypeScript. */
export function plainDraws(): SegmentDraws {
	const words = new Uint32Array(SEGMENT);
	return {
		drawWords(stream, from, to, tick, index) {
			refuseLong(to - from);
			fillWords(words, stream, from, to, tick, index);
			return words;
		},
	};
}

interface Kernel {
	fillWords(out: number, count: number, block: number, second: number, k0: number, k1: number): void;
}

/** Where in the kernel's memory words begin; before it a word of the first block's other agent may stand. */
const WORDS = 16;

/** In WebAssembly, if there is one with vectors. */
export function compiledDraws(): SegmentDraws | undefined {
	const kernel = ownKernel<Kernel>(code);
	if (!kernel) return;
	const words = new Uint32Array(kernel.memory.buffer, WORDS, SEGMENT);
	return {
		drawWords({ k0, k1 }, from, to, tick, index) {
			refuseLong(to - from);
			const other = from & 1;
			kernel.fillWords(WORDS - 4 * other, to - from + other, from >>> 1, counterOf(tick, index), k0, k1);
			return words;
		},
	};
}

export const { drawWords } = compiledDraws() ?? plainDraws();
