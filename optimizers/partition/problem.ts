// What is asked for as numbers: graph, quality and limits of one problem.

import { constantPotts } from "./constant-potts.js";
import { type Constraints, InfeasibleConstraints } from "./constraints.js";
import type { Edges } from "./edges.js";
import { type GeneralObjective, generalQuality, worthWithin } from "./general-objective.js";
import { graphOf } from "./graph.js";
import type { Level } from "./level.js";
import { excessOf, type Limits, limitsOf, loadsOf, ROUNDING, type Rule } from "./limits.js";
import { modularity } from "./modularity.js";
import { modulesOf } from "./modules.js";
import { numbered } from "./numbering.js";
import type { QualityFunction } from "./quality-function.js";
import { matchModules } from "./switching.js";

export type PartitionObjective = "modularity" | "cpm" | GeneralObjective;

/** What is to be partitioned, by which quality, within which limits. */
export interface Problem {
	readonly level: Level;
	readonly quality: QualityFunction;
	readonly limits?: Limits | undefined;
	/** Nodes of the caller. Those after them stand for former modules: one in a module marks it as that one's heir. */
	readonly units: number;
	/** The partition that changes are counted from, its modules numbered by first appearance. */
	readonly former?: Uint32Array | undefined;
}

export function problemOf(
	edges: Edges,
	objective: PartitionObjective,
	resolution: number,
	constraints: Constraints | undefined,
): Problem {
	const general = typeof objective === "string" ? undefined : objective;
	const quality = general
		? generalQuality(edges, general)
		: (objective === "cpm" ? constantPotts : modularity)(edges, resolution);
	const weightOf = general
		? (e: number) => worthWithin(edges, general, e)
		: edges.weights
			? (e: number) => (edges.weights as ArrayLike<number>)[e]
			: () => 1;
	const { columns, rules } = constraints ? loadsOf(edges.nodeCount, constraints) : { columns: [], rules: [] };
	const connected = constraints?.connected ?? false;
	if (general?.previous && (general.switchingCost ?? 0) > 0)
		return withFormer(edges, general, quality, weightOf, columns, rules, connected);
	const limited = rules.length > 0 || connected;
	const level = {
		...graphOf(edges.nodeCount, edges.sources, edges.targets, weightOf),
		...rowsOf(quality, limited ? columns : [], edges.nodeCount),
	};
	return {
		level,
		quality,
		limits: limited ? limitsOf(rules, columns.length, connected) : undefined,
		units: edges.nodeCount,
	};
}

/**
 * With a node for each former module, of size 0, tied to each node of that module by the cost of switching; no module
 * may hold two of them. What partitions gain in this graph is what they save in moves.
 */
function withFormer(
	edges: Edges,
	{ previous = [], switchingCost = 0 }: GeneralObjective,
	quality: QualityFunction,
	weightOf: (e: number) => number,
	columns: ArrayLike<number>[],
	rules: Rule[],
	connected: boolean,
): Problem {
	const { nodeCount, sources, targets } = edges;
	const former = numbered(previous);
	const places = former.reduce((most, m) => Math.max(most, m + 1), 0);
	const nodes = nodeCount + places;
	const count = sources.length;
	const ends = { sources: new Uint32Array(count + nodeCount), targets: new Uint32Array(count + nodeCount) };
	ends.sources.set(sources);
	ends.targets.set(targets);
	for (let v = 0; v < nodeCount; v++) {
		ends.sources[count + v] = v;
		ends.targets[count + v] = nodeCount + former[v];
	}
	const isUnit = new Float64Array(nodes).fill(1, 0, nodeCount);
	const isPlace = new Float64Array(nodes).fill(1, nodeCount);
	const all = [isUnit, ...columns.slice(1), isPlace];
	const onePlace = { what: "former modules", column: all.length - 1, low: 0, high: 1 };
	return {
		level: {
			...graphOf(nodes, ends.sources, ends.targets, (e) => (e < count ? weightOf(e) : switchingCost)),
			...rowsOf(quality, all, nodes),
		},
		quality: { ...quality, constant: quality.constant - switchingCost * nodeCount },
		limits: limitsOf([...rules, onePlace], all.length, connected),
		units: nodeCount,
		former,
	};
}

/** Sizes and loads row by row; nodes beyond the caller's have none. */
function rowsOf({ sizes, width }: QualityFunction, columns: readonly ArrayLike<number>[], nodes: number) {
	const all = new Float64Array(nodes * width);
	all.set(sizes);
	const loadWidth = columns.length;
	const loads = new Float64Array(nodes * loadWidth);
	for (const [k, column] of columns.entries())
		for (let v = 0; v < column.length; v++) loads[v * loadWidth + k] = column[v];
	return { sizes: all, width, loads, loadWidth };
}

/** A partition of the caller's nodes as one of the problem's: each former module's place in its heir, or alone. */
export function withPlaces({ level, units, former }: Problem, moduleOf: ArrayLike<number>): Uint32Array {
	const all = new Uint32Array(level.nodes);
	all.set(numbered(Array.prototype.slice.call(moduleOf, 0, units)));
	if (!former) return all;
	for (let v = units; v < level.nodes; v++) all[v] = v;
	for (const { before, after } of matchModules(former, all.subarray(0, units))) all[units + before] = after;
	return all;
}

/** Σ over modules (weight within − cost), before scale and constant, anew. */
export function worthOf({ level, quality }: Problem, moduleOf: Uint32Array): number {
	const { nodes, offsets, targets, weights, loops, width } = level;
	const modules = modulesOf(level, moduleOf);
	let sum = 0;
	for (let v = 0; v < nodes; v++) {
		sum += loops[v];
		for (let arc = offsets[v]; arc < offsets[v + 1]; arc++)
			if (moduleOf[targets[arc]] === moduleOf[v]) sum += weights[arc] / 2;
	}
	for (let m = 0; m < nodes; m++) if (modules.counts[m] > 0) sum -= quality.cost(modules.sizes, m * width);
	return sum;
}

/** By how much a partition breaks the limits; 0 if it keeps to them. */
export function breach({ level, limits }: Problem, moduleOf: Uint32Array): number {
	if (!limits) return 0;
	const sum = excessOf(limits, modulesOf(level, moduleOf).loads, level.loadWidth);
	return sum > ROUNDING ? sum : 0;
}

/** @throws InfeasibleConstraints where counting shows that no partition keeps to the rules */
export function refuseImpossible({ level, limits, units }: Problem, islandOf: Uint32Array): void {
	if (!limits) return;
	const refuse = (reason: string) => {
		throw new InfeasibleConstraints(`no partition can keep to the constraints: ${reason}`, true);
	};
	const islands = islandOf.reduce((most, i) => Math.max(most, i + 1), 0);
	/** Former modules' places may be islands of their own, in which nothing is asked for. */
	const inhabited = new Set(islandOf.subarray(0, units));
	/** Modules that each island has at least and at most. */
	const least = new Float64Array(islands).fill(1);
	const most = new Float64Array(islands).fill(Number.POSITIVE_INFINITY);
	for (const { what, column, low, high } of limits.rules) {
		const totals = new Float64Array(islands);
		for (let v = 0; v < units; v++) {
			const load = level.loads[v * level.loadWidth + column];
			totals[islandOf[v]] += load;
			if (load > high * (1 + ROUNDING))
				refuse(`node ${v} alone has ${what} ${load}, a module at most ${high}`);
		}
		for (const i of inhabited) {
			if (totals[i] < low * (1 - ROUNDING))
				refuse(
					`${inhabited.size > 1 ? "connected nodes have" : "all nodes have"} ${what} ${totals[i]}, a module at least ${low}`,
				);
			if (high > 0) least[i] = Math.max(least[i], Math.ceil((totals[i] / high) * (1 - ROUNDING)));
			if (low > 0) most[i] = Math.min(most[i], Math.floor((totals[i] / low) * (1 + ROUNDING)));
			if (least[i] > most[i]) refuse(`there must be at least ${least[i]} modules, and at most ${most[i]}`);
		}
	}
}
