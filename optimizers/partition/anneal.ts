// Simulated annealing of modules (Guimerà & Amaral 2005): nodes also move where it costs, the less the cooler it is.

import { exp } from "../../engine/math/exp.js";
import { fillWords } from "../../engine/random/fill-words.js";
import type { Sequence } from "../../engine/random/sequence.js";
import { purpose, streamKey } from "../../engine/random/stream.js";
import { aggregate } from "./level.js";
import { modulesOf, putInto, takeOut } from "./modules.js";
import { moduleOfSets, renumber } from "./numbering.js";
import type { Problem } from "./problem.js";

export interface Cooling {
	/** Temperature at first, in mean weights of an edge; it falls to 0 as 1 − t², since what is frozen needs no time. */
	readonly hottest: number;
	/** How often each node is tried, below 2^22. */
	readonly sweeps: number;
}

const tries = purpose("partition.anneal");

/**
 * Blocks of nodes, each within one module of the start, in turn try the module of a block beside them, now and then an empty one, and move with chance exp(gain/temperature)
 * (Metropolis et al. 1953). Limits are not seen.
 */
export function anneal(
	problem: Problem,
	start: Uint32Array,
	blocks: Uint32Array,
	{ hottest, sweeps }: Cooling,
	random: Sequence,
): Uint32Array {
	const { quality } = problem;
	const setOf = blocks.slice();
	const level = aggregate(problem.level, setOf, renumber(setOf));
	const { nodes, offsets, targets, weights, sizes, width } = level;
	const modules = modulesOf(level, moduleOfSets(start, setOf, nodes));
	const { of, counts } = modules;
	let sum = 0;
	for (const weight of weights) sum += Math.abs(weight);
	const unit = (hottest * sum) / weights.length;
	const stream = streamKey(random.word(), random.word(), tries);
	const words = new Uint32Array(nodes);
	const others = new Float64Array(width);
	for (let sweep = 0; sweep < sweeps; sweep++) {
		const gone = sweep / sweeps;
		const temperature = unit * (1 - gone * gone);
		fillWords(words, stream, 0, nodes, sweep, 0);
		for (let v = 0; v < nodes; v++) {
			const begin = offsets[v];
			const end = offsets[v + 1];
			if (begin === end) continue;
			const from = of[v];
			// One draw for both: its whole part picks, the rest of it decides.
			const drawn = (words[v] / 4294967296) * (end - begin + 1);
			const pick = Math.floor(drawn);
			if (begin + pick === end && counts[from] === 1) continue;
			const to = begin + pick < end ? of[targets[begin + pick]] : modules.empty[modules.emptyCount - 1];
			if (to === from) continue;
			let gain = 0;
			for (let arc = begin; arc < end; arc++) {
				const m = of[targets[arc]];
				if (m === to) gain += weights[arc];
				else if (m === from) gain -= weights[arc];
			}
			for (let k = 0; k < width; k++) others[k] = modules.sizes[from * width + k] - sizes[v * width + k];
			gain +=
				quality.joining(others, 0, sizes, v * width) -
				quality.joining(modules.sizes, to * width, sizes, v * width);
			if (gain < 0 && (gain < -20 * temperature || drawn - pick >= exp(gain / temperature))) continue;
			takeOut(modules, level, v);
			putInto(modules, level, v, to);
		}
	}
	return setOf.map((set) => of[set]);
}
