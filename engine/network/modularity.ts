// Modularity: how much more weight lies within modules than chance would put there (Newman & Girvan 2004).

import { checkLinks, type WeightedLinks } from "./graph.js";

export interface ModularityOptions {
	/** γ of Reichardt & Bornholdt (2006), any finite number; 1 if left out. */
	readonly resolution?: number;
	/** Links have a direction (Leicht & Newman 2008); not so if left out. */
	readonly directed?: boolean;
}

/**
 * Q = Σ_m [W_m/W − γ (S_m/2W)²], over modules m: W_m the weight of links within, S_m the sum of strengths, W the weight of all
 * links. Directed: γ S_m^out S_m^in / W² in place of γ (S_m/2W)². Parallel links count one by one; a self-loop counts once in
 * W and W_m and twice in the strength of its node. Links of negative weight have a Q of their own, and
 * Q = (W⁺ Q⁺ − W⁻ Q⁻)/(W⁺ + W⁻) (Gómez, Jensen & Arenas 2009). 0 where no link weighs anything.
 * @param moduleOf the module of each node, any whole number ≥ 0
 * @throws RangeError for links that are none, a module that is no whole number ≥ 0, or a resolution that is not finite
 */
export function modularity(
	links: WeightedLinks,
	moduleOf: ArrayLike<number>,
	{ resolution = 1, directed = false }: ModularityOptions = {},
): number {
	checkLinks("modularity", links);
	if (moduleOf.length !== links.nodeCount)
		throw new RangeError(`modularity: ${links.nodeCount} nodes, but ${moduleOf.length} modules of nodes`);
	if (!Number.isFinite(resolution))
		throw new RangeError(`modularity: resolution must be a finite number, got ${resolution}`);
	const rank = ranks(moduleOf);
	const positive = weighed(links, rank, 1, resolution, directed);
	const negative = weighed(links, rank, -1, resolution, directed);
	const total = positive.total + negative.total;
	return total === 0 ? 0 : (positive.gain - negative.gain) / total;
}

/** W Q of the links of one sign, and their W. */
function weighed(
	{ nodeCount, sources, targets, weights }: WeightedLinks,
	rank: Uint32Array,
	sign: number,
	resolution: number,
	directed: boolean,
) {
	const out = new Float64Array(nodeCount);
	const into = new Float64Array(nodeCount);
	let [total, within, chance] = [0, 0, 0];
	for (let e = 0; e < sources.length; e++) {
		const weight = sign * (weights?.[e] ?? 1);
		if (weight <= 0) continue;
		const [from, to] = [rank[sources[e]], rank[targets[e]]];
		total += weight;
		if (from === to) within += weight;
		out[from] += weight;
		into[to] += weight;
	}
	for (let m = 0; m < nodeCount && total > 0; m++) {
		const half = (out[m] + into[m]) / 2;
		chance += directed ? (out[m] / total) * into[m] : (half / total) * half;
	}
	return { total, gain: within - resolution * chance };
}

/** Modules by any numbers → by 0, 1, …, in the order in which they come. */
function ranks(moduleOf: ArrayLike<number>): Uint32Array {
	const rank = new Map<number, number>();
	return Uint32Array.from(moduleOf, (module, node) => {
		if (!(Number.isInteger(module) && module >= 0))
			throw new RangeError(
				`modularity: the module of node ${node} must be a whole number ≥ 0, got ${module}`,
			);
		const known = rank.get(module);
		if (known !== undefined) return known;
		rank.set(module, rank.size);
		return rank.size - 1;
	});
}
