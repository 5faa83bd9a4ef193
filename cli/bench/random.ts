// bench rng: nanoseconds a draw.

import { gumbel, normal, uniform } from "../../engine/random/continuous.js";
import { fillWords } from "../../engine/random/fill-words.js";
import { purpose, streamKey, word } from "../../engine/random/stream.js";
import { type BenchDocument, less } from "./figures.js";
import type { BenchOptions } from "./model-bench.js";

const RUNS = 10;
export const randomRuns = RUNS + 1;
const DRAWS = 1 << 20;

export async function benchRandom({ onRun }: BenchOptions): Promise<BenchDocument> {
	return { name: "rng", threads: 1, figures: {}, check: {} };
}
