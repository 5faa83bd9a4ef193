// Simulated annealing of modules (Guimerà & Amaral 2005): nodes also move where it costs, the less the cooler it is.

import { exp } from "../../engine/math/exp.js";
import type { Sequence } from "../../engine/random/sequence.js";
import { aggregate } from "./level.js";
import { modulesOf, putInto, takeOut } from "./modules.js";
import { moduleOfSets, renumber } from "./numbering.js";
import type { Problem } from "./problem.js";

export interface Cooling {
	/** Temperature at first, in mean weights of an edge; it falls evenly to 0. */
	readonly hottest: number;
	/** How often each node is tried. */
	readonly sweeps: number;
}

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
	for (let sweep = 0; sweep < sweeps; sweep++) {
		const temperature = unit * (1 - sweep / sweeps);
		for (let v = 0; v < nodes; v++) {
			const begin = offsets[v];
			const end = offsets[v + 1];
			if (begin === end) continue;
			const from = of[v];
			// One draw for both: its whole part picks, the rest of it decides.
			const drawn = random.uniform() * (end - begin + 1);
			const arc = begin + Math.floor(drawn);
			if (arc === end && counts[from] === 1) continue;
			const to = arc < end ? of[targets[arc]] : modules.empty[modules.emptyCount - 1];
			if (to === from) continue;
			let gain = 0;
			for (let i = begin; i < end; i++) {
				const m = of[targets[i]];
				if (m === to) gain += weights[i];
				else if (m === from) gain -= weights[i];
			}
			takeOut(modules, level, v);
			gain +=
				quality.joining(modules.sizes, from * width, sizes, v * width) -
				quality.joining(modules.sizes, to * width, sizes, v * width);
			const moves =
				gain >= 0 || (gain > -20 * temperature && drawn - Math.floor(drawn) < exp(gain / temperature));
			putInto(modules, level, v, moves ? to : from);
		}
	}
	return setOf.map((set) => of[set]);
}
