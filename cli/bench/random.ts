// bench rng: nanoseconds a draw, one at a time and by segments, compiled and not.

import { compiledFills, type Fill, type Fills, plainFills } from "../../engine/kernels/fills.js";
import { exponential, gumbel, normal } from "../../engine/random/continuous.js";
import { purpose, streamKey, word } from "../../engine/random/stream.js";
import { type BenchDocument, less } from "./figures.js";
import type { BenchOptions } from "./model-bench.js";

const RUNS = 12;
const DRAWS = 1 << 20;
const stream = streamKey(1, 2, purpose("bench"));

export const randomRuns = RUNS + 1;

/** Each draws for DRAWS agents and gives a sum, so that none of it can be left out. */
type Work = (tick: number) => number;

/** Each loop written out: one that is handed the draw as a function measures the call. */
const oneByOne: Readonly<Record<string, Work>> = {
	word(tick) {
		let sum = 0;
		for (let a = 0; a < DRAWS; a++) sum += word(stream, a, tick, 0);
		return sum;
	},
	normal(tick) {
		let sum = 0;
		for (let a = 0; a < DRAWS; a++) sum += normal(word(stream, a, tick, 0));
		return sum;
	},
	gumbel(tick) {
		let sum = 0;
		for (let a = 0; a < DRAWS; a++) sum += gumbel(word(stream, a, tick, 0));
		return sum;
	},
	exponential(tick) {
		let sum = 0;
		for (let a = 0; a < DRAWS; a++) sum += exponential(word(stream, a, tick, 0));
		return sum;
	},
};

/** Agents drawn for at once, as many as a range of rows has. */
const RANGE = 4096;

function byRange<A extends Uint32Array | Float64Array>(fill: Fill<A>, out: A): Work {
	return (tick) => {
		let sum = 0;
		for (let a = 0; a < DRAWS; a += RANGE) {
			fill(out, stream, a, a + RANGE, tick, 0);
			sum += out[RANGE - 1];
		}
		return sum;
	};
}

const byRanges = (form: string, { fillWords, fillNormals }: Fills) => ({
	[`words of a range, ${form}`]: byRange(fillWords, new Uint32Array(RANGE)),
	[`normals of a range, ${form}`]: byRange(fillNormals, new Float64Array(RANGE)),
});

export async function benchRandom({ onRun }: BenchOptions): Promise<BenchDocument> {
	const compiled = compiledFills();
	const works: Record<string, Work> = {
		...oneByOne,
		...byRanges("TypeScript", plainFills),
		...(compiled && byRanges("WebAssembly", compiled)),
	};
	const best: Record<string, number> = {};
	let sum = 0;
	for (let run = 0; run <= RUNS; run++) {
		onRun();
		for (const [name, work] of Object.entries(works)) {
			const began = performance.now();
			sum += work(run);
			const nanoseconds = ((performance.now() - began) / DRAWS) * 1e6;
			if (run > 0) best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, nanoseconds);
		}
		await new Promise((resolve) => setImmediate(resolve));
	}
	if (!Number.isFinite(sum)) throw new Error("a draw that is no number");
	const figures = Object.entries(best).map(([name, value]) => [name, less(value, "ns a draw")]);
	return { name: "rng", threads: 1, figures: Object.fromEntries(figures), check: {} };
}
