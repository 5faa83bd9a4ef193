// bench partition: one Leiden run over a million nodes and five million edges, with modules planted in them.

import { pow } from "../../engine/math/pow.js";
import { modularity } from "../../engine/network/modularity.js";
import { uniform } from "../../engine/random/continuous.js";
import { keyFromText } from "../../engine/random/seed.js";
import { purpose, streamKey, word } from "../../engine/random/stream.js";
import { partition } from "../../optimizers/partition/partition.js";
import { type BenchDocument, less, more } from "./figures.js";
import type { BenchOptions } from "./model-bench.js";

const NODES = 1_000_000;
const EDGES = 5_000_000;
/** Modules have 50 to 500 nodes, by a power law of exponent −2, and keep this share of their edges. */
const SMALLEST = 50;
const LARGEST = 500;
const WITHIN = 0.6;
/** Degrees: node v of its module is drawn in proportion to a Pareto number of this exponent (density −2.5). */
const TAIL = 1.5;

export const partitionRuns = 1;

interface Planted {
	readonly sources: Uint32Array;
	readonly targets: Uint32Array;
	readonly moduleOf: Uint32Array;
}

/** Edges whose ends are drawn by weight: both in one module, or anywhere. */
function plant(seed: string): Planted {
	const stream = streamKey(...keyFromText(seed), purpose("bench.partition"));
	const drawnAt = (agent: number, use: number) => uniform(word(stream, agent, 0, use));
	const moduleOf = new Uint32Array(NODES);
	const begins: number[] = [];
	for (let v = 0; v < NODES; ) {
		const u = drawnAt(begins.length, 0);
		const size = Math.floor(1 / (u / LARGEST + (1 - u) / SMALLEST));
		moduleOf.fill(begins.length, v, Math.min(NODES, v + size));
		begins.push(v);
		v += size;
	}
	begins.push(NODES);
	/** Weights of nodes, added up. */
	const sums = new Float64Array(NODES + 1);
	for (let v = 0; v < NODES; v++) sums[v + 1] = sums[v] + Math.min(100, pow(drawnAt(v, 1), -1 / TAIL));
	const drawn = (from: number, to: number, u: number) => {
		const sought = sums[from] + u * (sums[to] - sums[from]);
		let low = from;
		let high = to - 1;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (sums[middle + 1] > sought) high = middle;
			else low = middle + 1;
		}
		return low;
	};
	const sources = new Uint32Array(EDGES);
	const targets = new Uint32Array(EDGES);
	for (let e = 0; e < EDGES; e++) {
		const source = drawn(0, NODES, drawnAt(e, 2));
		const m = moduleOf[source];
		const inside = drawnAt(e, 3) < WITHIN;
		sources[e] = source;
		targets[e] = inside ? drawn(begins[m], begins[m + 1], drawnAt(e, 4)) : drawn(0, NODES, drawnAt(e, 4));
	}
	return { sources, targets, moduleOf };
}

export async function benchPartition({ seed, onRun }: BenchOptions): Promise<BenchDocument> {
	const { sources, targets, moduleOf } = plant(seed);
	const links = { nodeCount: NODES, sources, targets };
	const expected = modularity(links, moduleOf);
	onRun();
	const began = performance.now();
	const { quality, modules } = partition({ ...links, seed, effort: 0 });
	const seconds = (performance.now() - began) / 1000;
	return {
		name: "partition",
		threads: 1,
		figures: {
			seconds: less(seconds, "s"),
			"edges a second": more(EDGES / seconds, "1/s"),
			"peak memory": less(process.resourceUsage().maxRSS / 1024, "MB"),
			modules: less(modules, "modules"),
			quality: more(quality, "Q"),
		},
		check: {
			"at least the planted modules' quality": {
				expected,
				found: quality,
				tolerance: 0,
				pass: quality >= expected,
			},
		},
	};
}
