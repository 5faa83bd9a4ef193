// Refinement (Traag, Waltman & van Eck 2019): modules fall into well-connected parts, which then move as one.

import { exp } from "../../engine/math/exp.js";
import type { Sequence } from "../../engine/random/sequence.js";
import type { Level } from "./level.js";
import { isUnit, type Limits } from "./limits.js";
import { add, modulesOf } from "./modules.js";
import type { QualityFunction } from "./quality-function.js";

/** How much less than the best a part may gain and still be chosen often. */
const TEMPERATURE = 0.05;

/**
 * Parts of modules: each node begins alone, and joins at most once a part of its module, by chance, the more a part
 * gains the likelier; node and part must be well connected to the rest of the module. Parts that would lose stay apart, and so do places of former
 * modules, to which a part may prefer another's.
 * @return the part of each node, not numbered in order
 */
export function refine(
	level: Level,
	quality: QualityFunction,
	limits: Limits | undefined,
	moduleOf: Uint32Array,
	random: Sequence,
): Uint32Array {
	const { nodes, offsets, targets, weights, sizes, width } = level;
	const wholes = modulesOf(level, moduleOf.slice()).sizes;
	const partOf = Uint32Array.from({ length: nodes }, (_, v) => v);
	const alone = new Uint8Array(nodes).fill(1);
	const partSizes = sizes.slice();
	const rest = new Float64Array(width);
	/** Weight from a part to the rest of its module. */
	const outward = new Float64Array(nodes);
	for (let v = 0; v < nodes; v++)
		for (let arc = offsets[v]; arc < offsets[v + 1]; arc++)
			if (moduleOf[targets[arc]] === moduleOf[v]) outward[v] += weights[arc];
	const wellConnected = (part: number, whole: number) => {
		for (let k = 0; k < width; k++) rest[k] = wholes[whole * width + k] - partSizes[part * width + k];
		return outward[part] >= quality.joining(rest, 0, partSizes, part * width);
	};

	const weightTo = new Float64Array(nodes);
	const isNear = new Uint8Array(nodes);
	const near = new Uint32Array(nodes);
	const gains = new Float64Array(nodes);
	for (const v of random.shuffle(Uint32Array.from({ length: nodes }, (_, u) => u))) {
		const whole = moduleOf[v];
		if (limits && !isUnit(level, v)) continue;
		if (alone[v] === 0 || !wellConnected(v, whole)) continue;
		let nearCount = 0;
		for (let arc = offsets[v]; arc < offsets[v + 1]; arc++) {
			const u = targets[arc];
			if (moduleOf[u] !== whole || (limits && !isUnit(level, u))) continue;
			const part = partOf[u];
			weightTo[part] += weights[arc];
			if (isNear[part] === 1) continue;
			isNear[part] = 1;
			near[nearCount++] = part;
		}
		let choices = 0;
		let best = 0;
		for (let i = 0; i < nearCount; i++) {
			const part = near[i];
			isNear[part] = 0;
			const gain = weightTo[part] - quality.joining(partSizes, part * width, sizes, v * width);
			if (gain >= 0 && wellConnected(part, whole)) {
				near[choices] = part;
				gains[choices++] = gain;
				if (gain > best) best = gain;
			} else weightTo[part] = 0;
		}
		const part = choices > 0 ? near[choose(gains, choices, best, random)] : v;
		if (part !== v) {
			outward[part] += outward[v] - 2 * weightTo[part];
			add(partSizes, part * width, sizes, v * width, width);
			partOf[v] = part;
			alone[part] = 0;
		}
		for (let i = 0; i < choices; i++) weightTo[near[i]] = 0;
	}
	return partOf;
}

/** One of the first `count`, with chances as exp(gain/(temperature · best gain)). */
function choose(gains: Float64Array, count: number, best: number, random: Sequence): number {
	if (count === 1) return 0;
	const unit = best > 0 ? TEMPERATURE * best : 1;
	let sum = 0;
	for (let i = 0; i < count; i++) {
		sum += exp((gains[i] - best) / unit);
		gains[i] = sum;
	}
	const drawn = random.uniform() * sum;
	let i = 0;
	while (i < count - 1 && gains[i] < drawn) i++;
	return i;
}
