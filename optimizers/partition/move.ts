// Fast local moving (Traag, Waltman & van Eck 2019): nodes move to the best module near them, as long as any gains.

import type { Sequence } from "../../engine/random/sequence.js";
import { leaveTogether } from "./connection.js";
import type { Level } from "./level.js";
import { excessOf, isUnit, type Limits, ROUNDING } from "./limits.js";
import { type Modules, putInto, takeOut } from "./modules.js";
import type { QualityFunction } from "./quality-function.js";

/** Nodes of a level that each may look at all modules. */
const FEW = 2000;

/**
 * Moves nodes of a level until none gains, and gives by how much the quality rose, before its scale. A node comes again
 * when one beside it left for another module. Where limits are passed, what brings nodes within them comes before
 * any gain.
 */
export function moveNodes(
	level: Level,
	quality: QualityFunction,
	limits: Limits | undefined,
	modules: Modules,
	random: Sequence,
): number {
	const { nodes, offsets, targets, weights, sizes, width, loads, loadWidth } = level;
	const { of, counts } = modules;
	const queue = random.shuffle(Uint32Array.from({ length: nodes }, (_, v) => v));
	const waiting = new Uint8Array(nodes).fill(1);
	const weightTo = new Float64Array(nodes);
	const isNear = new Uint8Array(nodes);
	const near = new Uint32Array(nodes);
	const least = leastGain(level, quality);
	const attracts = quality.attracts && nodes <= FEW;
	let excess = limits ? excessOf(limits, modules.loads, loadWidth) : 0;
	let gained = 0;
	let first = 0;
	let length = nodes;
	while (length > 0) {
		const v = queue[first];
		first = first + 1 === nodes ? 0 : first + 1;
		length--;
		waiting[v] = 0;

		const from = of[v];
		let nearCount = 0;
		for (let arc = offsets[v]; arc < offsets[v + 1]; arc++) {
			const m = of[targets[arc]];
			weightTo[m] += weights[arc];
			if (isNear[m] === 1 || (limits?.connected && isUnit(level, v) && !isUnit(level, targets[arc])))
				continue;
			isNear[m] = 1;
			near[nearCount++] = m;
		}
		if ((excess > ROUNDING || attracts) && !limits?.connected)
			for (let m = 0; m < nodes; m++)
				if (isNear[m] === 0 && counts[m] > 0) {
					isNear[m] = 1;
					near[nearCount++] = m;
				}
		takeOut(modules, level, v);
		if (counts[from] > 0 && modules.emptyCount > 0) near[nearCount++] = modules.empty[modules.emptyCount - 1];

		const stay = weightTo[from] - quality.joining(modules.sizes, from * width, sizes, v * width);
		const stayStrain = limits ? limits.strain(modules.loads, from * loadWidth, loads, v * loadWidth) : 0;
		let best = from;
		let bestGain = stay;
		let bestStrain = stayStrain;
		for (let i = 0; i < nearCount; i++) {
			const m = near[i];
			isNear[m] = 0;
			if (m === from) continue;
			const strain = limits ? limits.strain(modules.loads, m * loadWidth, loads, v * loadWidth) : 0;
			if (strain > bestStrain + ROUNDING) continue;
			const gain = weightTo[m] - quality.joining(modules.sizes, m * width, sizes, v * width);
			if (gain <= bestGain + (best === from ? least : 0) && strain > bestStrain - ROUNDING) continue;
			best = m;
			bestGain = gain;
			bestStrain = strain;
		}
		for (let arc = offsets[v]; arc < offsets[v + 1]; arc++) weightTo[of[targets[arc]]] = 0;
		if (best !== from && limits?.connected && !leaveTogether(level, of, v)) best = from;
		putInto(modules, level, v, best);
		if (best === from) continue;
		gained += bestGain - stay;
		excess += bestStrain - stayStrain;
		for (let arc = offsets[v]; arc < offsets[v + 1]; arc++) {
			const u = targets[arc];
			if (waiting[u] === 1 || of[u] === best) continue;
			waiting[u] = 1;
			queue[(first + length) % nodes] = u;
			length++;
		}
	}
	return gained;
}

/** Less than this is no gain but rounding, and would move nodes to and fro for ever. */
export function leastGain({ nodes, weights, sizes, width }: Level, quality: QualityFunction): number {
	let sum = 0;
	for (let arc = 0; arc < weights.length; arc++) sum += Math.abs(weights[arc]);
	for (let v = 0; v < nodes; v++) sum += Math.abs(quality.cost(sizes, v * width));
	return 1e-12 * sum;
}
