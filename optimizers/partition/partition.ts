// Partition of a graph into modules.

import { sequence } from "../../engine/random/sequence.js";
import { purpose } from "../../engine/random/stream.js";
import { checkProblem } from "./check.js";
import { pieces } from "./connection.js";
import { type Constraints, InfeasibleConstraints } from "./constraints.js";
import { cooled } from "./cooled.js";
import type { Edges } from "./edges.js";
import type { Graph } from "./graph.js";
import { leiden } from "./leiden.js";
import { type Breeding, breed } from "./memetic.js";
import { numbered } from "./numbering.js";
import {
	breach,
	type PartitionObjective,
	problemOf,
	refuseImpossible,
	withPlaces,
	worthOf,
} from "./problem.js";

export interface PartitionOptions extends Edges {
	/** Default: "modularity". */
	readonly objective?: PartitionObjective | undefined;
	/** Of modularity and "cpm", ≥ 0: the more, the smaller modules. The general objective has kappa. Default: 1. */
	readonly resolution?: number | undefined;
	readonly seed?: string | number | undefined;
	/** A partition to begin with, one module for each node. */
	readonly initial?: ArrayLike<number> | undefined;
	readonly constraints?: Constraints | undefined;
	/** How long to search, ≥ 0: 0 is one Leiden run; time grows in proportion. Default: 1. */
	readonly effort?: number | undefined;
}

export interface Partition {
	/** Of the whole partition, computed anew. */
	readonly quality: number;
	/** The module of each node, 0 … modules − 1 by first appearance. */
	readonly moduleOf: readonly number[];
	readonly modules: number;
}

const draws = purpose("partition");

/**
 * A partition of high quality: Leiden partitions (Traag, Waltman & van Eck 2019) from several draws, bred with each
 * other (see memetic.ts) in graphs of up to some hundred thousand edges. The same for the same options, seed included.
 * The quality is Newman's Q for "modularity", Σ_m [W_m − resolution·n_m(n_m − 1)/2] for "cpm", J of a general objective.
 * Edges are undirected unless said otherwise, equal ones add up (to "modularity" those of each sign apart), weights may be negative, self-loops are weight within.
 * A graph without nodes has no modules, nodes without edges are modules of their own where nothing else is asked.
 * @throws RangeError for an argument out of range, NaN among them
 * @throws TypeError for an objective that is none
 * @throws InfeasibleConstraints where no partition can keep to the constraints, or none was found that does
 */
export function partition(options: PartitionOptions): Partition {
	checkProblem(options);
	const { objective = "modularity", resolution = 1, seed = "1", initial, constraints, effort = 1 } = options;
	const problem = problemOf(options, objective, resolution, constraints);
	const { level, quality, limits, units, former } = problem;
	if (units === 0) return { quality: 0, moduleOf: [], modules: 0 };
	refuseImpossible(
		problem,
		limits?.connected ? pieces(level, new Uint32Array(level.nodes)) : new Uint32Array(units),
	);

	const random = sequence(String(seed), draws);
	const given = initial ?? former;
	const start = given && withPlaces(problem, given);
	const plan = planOf(level, effort / 20);
	// A graph that one round takes seconds of gets two.
	const rounds = Math.max(2, Math.floor(3e7 / (level.nodes + level.targets.length)));
	const bred =
		plan.population > 1
			? breed(problem, plan, random, start)
			: leiden(problem, random, start && limits?.connected ? pieces(level, start) : start, undefined, rounds);
	const found = limits ? bred : cooled(problem, bred, effort, random);

	const all = withPlaces(problem, found.moduleOf);
	if (breach(problem, all) > 0)
		throw new InfeasibleConstraints(
			"found no partition that keeps to the constraints; there may be none, or more effort finds it",
			false,
		);
	const moduleOf = Array.from(numbered(all.subarray(0, units)));
	return {
		quality: quality.scale * worthOf(problem, all) + quality.constant,
		moduleOf,
		modules: moduleOf.reduce((most, m) => Math.max(most, m + 1), 0),
	};
}

/**
 * A search of some dozen climbs in small graphs, of one where a single one takes seconds. Where structure is weak, slow
 * cooling finds more than many quick climbs do.
 */
function planOf({ nodes, targets }: Graph, effort: number): Breeding {
	const size = nodes + targets.length;
	const climbs = (effort * 8e6) / size;
	const population = Math.max(1, Math.min(12, Math.round(Math.sqrt(climbs) / 3)));
	return {
		population,
		generations: Math.max(1, Math.min(200, Math.floor(climbs / (8 * population)))),
		patience: 10,
		sweeps: Math.max(20, Math.min(100 + 3 * nodes, Math.floor(9e7 / size))),
	};
}
