// Simulated annealing of modules (Guimerà & Amaral 2005): nodes also move where it costs, the less the cooler it is.

import { log } from "../../engine/math/log.js";
import type { Sequence } from "../../engine/random/sequence.js";
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

/** Numbers in the table of weights from each node to each module, at most; with more, they are added up anew at each try. */
const LARGEST_TABLE = 1 << 18;

/** Logarithms of chances, each the middle of its part of (0, 1). */
const LOGS = Float64Array.from({ length: 4096 }, (_, i) => log((i + 0.5) / 4096));

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
	const { moving } = problem.quality;
	const setOf = blocks.slice();
	const level = aggregate(problem.level, setOf, renumber(setOf));
	const { nodes, offsets, targets, weights, sizes, width } = level;
	const modules = modulesOf(level, moduleOfSets(start, setOf, nodes));
	const { of, counts, empty, sizes: moduleSizes } = modules;
	const most = Math.min(nodes, 2 * (nodes - modules.emptyCount) + 8);
	/** The weight from each node to its own module, and to each other one; to its own stands −Infinity, so that nothing goes there. */
	const own = new Float64Array(nodes);
	const table = nodes * most <= LARGEST_TABLE ? new Float64Array(nodes * most) : undefined;
	let sum = 0;
	for (let v = 0; v < nodes; v++) {
		for (let arc = offsets[v]; arc < offsets[v + 1]; arc++) {
			sum += Math.abs(weights[arc]);
			if (table) table[v * most + of[targets[arc]]] += weights[arc];
		}
		if (!table) continue;
		own[v] = table[v * most + of[v]];
		table[v * most + of[v]] = Number.NEGATIVE_INFINITY;
	}
	const unit = (hottest * sum) / weights.length;
	// Xorshift of 32 bits (Marsaglia 2003), which must not be 0: a keyed draw takes as long as the rest of a try.
	let x = random.word() | 1;
	for (let sweep = 0; sweep < sweeps; sweep++) {
		const gone = sweep / sweeps;
		const temperature = unit * (1 - gone * gone);
		const isAlone = sweep % 8 === 0;
		for (let v = 0; v < nodes; v++) {
			const begin = offsets[v];
			const end = offsets[v + 1];
			if (begin === end) continue;
			x ^= x << 13;
			x ^= x >>> 17;
			x ^= x << 5;
			const from = of[v];
			if (isAlone && counts[from] === 1) continue;
			// The first 16 bits pick, the last 12 decide.
			const to = isAlone
				? empty[modules.emptyCount - 1]
				: of[targets[begin + (((x >>> 16) * (end - begin)) >>> 16)]];
			if (to >= most) continue;
			let gain = 0;
			if (table) gain = table[v * most + to] - own[v];
			else if (to === from) continue;
			else
				for (let arc = begin; arc < end; arc++) {
					const m = of[targets[arc]];
					if (m === to) gain += weights[arc];
					else if (m === from) gain -= weights[arc];
				}
			gain -= moving(moduleSizes, from * width, to * width, sizes, v * width);
			if (gain < temperature * LOGS[x & 4095]) continue;
			takeOut(modules, level, v);
			putInto(modules, level, v, to);
			if (!table) continue;
			table[v * most + from] = own[v];
			own[v] = table[v * most + to];
			table[v * most + to] = Number.NEGATIVE_INFINITY;
			for (let arc = begin; arc < end; arc++) {
				const u = targets[arc];
				const row = u * most;
				table[row + from] -= weights[arc];
				table[row + to] += weights[arc];
				if (of[u] === from) own[u] -= weights[arc];
				else if (of[u] === to) own[u] += weights[arc];
			}
		}
	}
	return setOf.map((set) => of[set]);
}
