// Nested partitions: modules of modules, and how alike the levels are.

import { exp } from "../../engine/math/exp.js";
import { log } from "../../engine/math/log.js";
import { numbered } from "./numbering.js";
import { type Partition, type PartitionOptions, partition } from "./partition.js";

export interface NestedPartition {
	/** From coarse to fine: the module of each node; each module lies within one of the level before. */
	readonly levels: readonly Pick<Partition, "modules" | "moduleOf">[];
	/** Parts of a module, on average, level by level, the whole graph first; the last are nodes in a module. */
	readonly branching: readonly number[];
	/**
	 * exp(−s), s the standard deviation (n − 1) of the logarithms of `branching`: 1 where each level divides into as many
	 * parts, .5 where branching differs by a factor of 2 either way. Undefined with fewer than two figures.
	 */
	readonly selfSimilarity?: number;
}

/**
 * With "modularity", from above: the whole is divided, then each module as a graph of its own, as long as a part has
 * a quality above 0 and more than one module. With "cpm" or a general objective, from below, as overhead is paid by direct
 * children (units or submodules): the modules are the nodes of the next level, of size 1 each, as long as they come together.
 * Constraints and previous partitions hold for the finest level from below, for every level from above they are refused.
 * @throws as `partition`; RangeError for constraints with "modularity"
 */
export function nestedPartition(options: PartitionOptions): NestedPartition {
	const fromAbove = (options.objective ?? "modularity") === "modularity";
	if (fromAbove && options.constraints)
		throw new RangeError(
			"nestedPartition: constraints must be left out with modularity, since they would hold for no level in particular",
		);
	const levels = fromAbove ? divide(options) : gather(options);
	const counts = [Math.min(1, options.nodeCount), ...levels.map(({ modules }) => modules), options.nodeCount];
	const branching = counts.slice(1).map((count, i) => (counts[i] > 0 ? count / counts[i] : 0));
	return {
		levels,
		branching,
		...(branching.length > 1 && options.nodeCount > 0 && { selfSimilarity: likeness(branching) }),
	};
}

function divide(options: PartitionOptions): NestedPartition["levels"] {
	const levels: Pick<Partition, "modules" | "moduleOf">[] = [];
	let { moduleOf, modules } = partition(options);
	while (modules > 1 || levels.length === 0) {
		levels.push({ modules, moduleOf });
		const parts = Array.from({ length: modules }, (_, m) => divided(options, moduleOf, m));
		const next = Array.from(numbered(moduleOf.map((m, v) => `${m} ${parts[m].get(v) ?? 0}`)));
		const count = next.reduce((most, m) => Math.max(most, m + 1), 0);
		if (count === modules) break;
		moduleOf = next;
		modules = count;
	}
	return levels;
}

/** The parts of one module, by node. Empty where it is better whole. */
function divided(options: PartitionOptions, moduleOf: readonly number[], m: number): Map<number, number> {
	const { sources, targets, weights, directed, resolution, seed, effort, nodeCount } = options;
	const place = new Map<number, number>();
	for (let v = 0; v < nodeCount; v++) if (moduleOf[v] === m) place.set(v, place.size);
	const edges = Array.from(sources, (_, e) => e).filter(
		(e) => moduleOf[sources[e]] === m && moduleOf[targets[e]] === m,
	);
	const found = partition({
		nodeCount: place.size,
		sources: edges.map((e) => place.get(sources[e]) as number),
		targets: edges.map((e) => place.get(targets[e]) as number),
		weights: weights && edges.map((e) => weights[e]),
		directed,
		resolution,
		seed,
		effort,
	});
	if (found.quality <= 0 || edges.length === 0) return new Map();
	return new Map([...place].map(([v, i]) => [v, found.moduleOf[i]]));
}

function gather(options: PartitionOptions): NestedPartition["levels"] {
	const { objective, sources, targets } = options;
	const levels: Pick<Partition, "modules" | "moduleOf">[] = [];
	let { moduleOf, modules } = partition(options);
	let before = options.nodeCount;
	while (modules < before || levels.length === 0) {
		levels.unshift({ modules, moduleOf });
		if (modules <= 1) break;
		const above = partition({
			...options,
			nodeCount: modules,
			sources: Array.from(sources, (v) => moduleOf[v]),
			targets: Array.from(targets, (v) => moduleOf[v]),
			objective:
				typeof objective === "object"
					? { ...objective, sizes: undefined, previous: undefined, switchingCost: undefined }
					: objective,
			initial: undefined,
			constraints: undefined,
		});
		before = modules;
		modules = above.modules;
		moduleOf = moduleOf.map((m) => above.moduleOf[m]);
	}
	return levels;
}

function likeness(ratios: readonly number[]): number {
	const logs = ratios.map((ratio) => log(ratio));
	const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
	const variance = logs.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (logs.length - 1);
	return exp(-Math.sqrt(variance));
}
