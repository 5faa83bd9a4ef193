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

/** Numbers in the table of weights from each node to each module, at most; with more, they are added up anew at each try. */
const LARGEST_TABLE = 1 << 18;

/**
 * Blocks of nodes, each within one module of the start, in turn try the module of a block beside them, now and then an empty one, and move with chance exp(gain/temperature)
 * (Metropolis et al. 1953). Limits are not seen. There are never more than twice the modules of the start, and some.
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
	const { of, counts, empty } = modules;
	const most = Math.min(nodes, 2 * (nodes - modules.emptyCount) + 8);
	const table = nodes * most <= LARGEST_TABLE ? new Float64Array(nodes * most) : undefined;
	let sum = 0;
	for (let v = 0; v < nodes; v++)
		for (let arc = offsets[v]; arc < offsets[v + 1]; arc++) {
			sum += Math.abs(weights[arc]);
			if (table) table[v * most + of[targets[arc]]] += weights[arc];
		}
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
			const to = begin + pick < end ? of[targets[begin + pick]] : empty[modules.emptyCount - 1];
			if (to === from || to >= most) continue;
			let gain = 0;
			if (table) gain = table[v * most + to] - table[v * most + from];
			else
				for (let arc = begin; arc < end; arc++) {
					const m = of[targets[arc]];
					if (m === to) gain += weights[arc];
					else if (m === from) gain -= weights[arc];
				}
			for (let k = 0; k < width; k++) others[k] = modules.sizes[from * width + k] - sizes[v * width + k];
			gain +=
				quality.joining(others, 0, sizes, v * width) -
				quality.joining(modules.sizes, to * width, sizes, v * width);
			if (gain < 0) {
				const loss = -gain / temperature;
				const decides = drawn - pick;
				// exp(loss) is above the first terms of its series, which cost less.
				if (decides * (1 + loss * (1 + loss / 2)) >= 1 || decides >= exp(-loss)) continue;
			}
			takeOut(modules, level, v);
			putInto(modules, level, v, to);
			if (!table) continue;
			for (let arc = begin; arc < end; arc++) {
				const row = targets[arc] * most;
				table[row + from] -= weights[arc];
				table[row + to] += weights[arc];
			}
		}
	}
	return setOf.map((set) => of[set]);
}
