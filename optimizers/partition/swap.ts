// Swaps: two nodes change places, where limits let neither move alone.

import type { Sequence } from "../../engine/random/sequence.js";
import { isConnected } from "./connection.js";
import type { Level } from "./level.js";
import { type Limits, ROUNDING } from "./limits.js";
import { type Modules, putInto, takeOut } from "./modules.js";
import { leastGain } from "./move.js";
import type { QualityFunction } from "./quality-function.js";

/** Others that each node tries in a round: all of them in small graphs, else as many by chance. */
const TRIES = 32;
const ROUNDS = 8;

/** Swaps nodes of two modules as long as limits are better kept or the quality rises, and gives by how much it rose. */
export function swapNodes(
	level: Level,
	quality: QualityFunction,
	limits: Limits,
	modules: Modules,
	random: Sequence,
): number {
	const { nodes, offsets, targets, weights, sizes, width, loadWidth } = level;
	const { of } = modules;
	const weightTo = new Float64Array(nodes);
	const excessOf = (m: number) => limits.excess(modules.loads, m * loadWidth);
	const joining = (v: number, m: number) => quality.joining(modules.sizes, m * width, sizes, v * width);
	/** Puts v into module b, and gives what its size costs less there. */
	const put = (v: number, b: number) => {
		const a = of[v];
		takeOut(modules, level, v);
		const less = joining(v, a) - joining(v, b);
		putInto(modules, level, v, b);
		return less;
	};
	const least = leastGain(level, quality);
	/** Modules that a partner of the node left, the last of its neighbors there perhaps. */
	const left: number[] = [];
	let gained = 0;
	let better = true;
	for (let round = 0; better && round < ROUNDS; round++) {
		better = false;
		for (const u of random.shuffle(Uint32Array.from({ length: nodes }, (_, v) => v))) {
			for (let arc = offsets[u]; arc < offsets[u + 1]; arc++) weightTo[of[targets[arc]]] += weights[arc];
			for (let i = 0; i < Math.min(TRIES, nodes); i++) {
				const v = nodes <= TRIES ? i : random.below(nodes);
				const a = of[u];
				const b = of[v];
				if (a === b) continue;
				let between = 0;
				let gain = weightTo[b] - weightTo[a];
				for (let arc = offsets[v]; arc < offsets[v + 1]; arc++) {
					if (targets[arc] === u) between = weights[arc];
					if (of[targets[arc]] === a) gain += weights[arc];
					else if (of[targets[arc]] === b) gain -= weights[arc];
				}
				const before = excessOf(a) + excessOf(b);
				gain += put(u, b) + put(v, a) - 2 * between;
				const strain = excessOf(a) + excessOf(b) - before;
				const gains = strain < -ROUNDING || (strain <= ROUNDING && gain > least);
				if (gains && (!limits.connected || (isConnected(level, of, a) && isConnected(level, of, b)))) {
					gained += gain;
					weightTo[a] += between;
					weightTo[b] -= between;
					left.push(b);
					better = true;
				} else {
					put(v, b);
					put(u, a);
				}
			}
			for (let arc = offsets[u]; arc < offsets[u + 1]; arc++) weightTo[of[targets[arc]]] = 0;
			for (const m of left.splice(0)) weightTo[m] = 0;
		}
	}
	return gained;
}
