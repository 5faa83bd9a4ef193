// The partitions that J proposes, from one module for all to each maker alone (MODEL §6.1).

import { pow } from "../../engine/math/index.js";
import type { Edges } from "../../optimizers/partition/edges.js";
import type { Limits } from "./limits.js";

/** Of each search for a partition: there are many, and runs decide. */
export const EFFORT = 0.1;
/** Steps of kappa from one module for all to one for each. */
const STEPS = 64;
/**
 * The best partition found for a kappa, by a number in [0, 1]: from kappa so small that one module is best to one so large
 * that each maker is best alone, in equal proportions. Each is searched for from the scenario's own modules.
 */
export function kappaLadder(graph: Required<Edges>, limits: Limits) {
	const { nodeCount, sources, targets, weights } = graph;
	const degree = new Float64Array(nodeCount);
	const pairs = new Map<number, number>();
	for (let e = 0; e < sources.length; e++) {
		const [a, b] = [Math.min(sources[e], targets[e]), Math.max(sources[e], targets[e])];
		const weight = weights?.[e] ?? 1;
		degree[a] += weight;
		degree[b] += weight;
		pairs.set(a * nodeCount + b, (pairs.get(a * nodeCount + b) ?? 0) + weight);
	}
	// Joining two makers costs kappa (2² − 1² − 1²); a last maker 2 kappa (n − 1).
	const most = 1.01 * [...pairs.values()].reduce((sofar, weight) => Math.max(sofar, weight / 2), 1e-9);
	const least = degree.reduce((sofar, weight) => (weight > 0 ? Math.min(sofar, weight) : sofar), most);
	const lowest = Math.min(most, least / (4 * Math.max(1, nodeCount)));
	const found = new Map<number, readonly number[]>();
	return (u: number): readonly number[] => {
		const step = Math.round(u * STEPS);
		const known = found.get(step);
		if (known) return known;
		const kappa = lowest * pow(most / lowest, step / STEPS);
		const initial = limits.start;
		const moduleOf = limits.partition({ ...graph, objective: { kappa }, initial, effort: EFFORT });
		found.set(step, moduleOf);
		return moduleOf;
	};
}
