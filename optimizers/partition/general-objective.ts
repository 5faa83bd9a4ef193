// The general objective: weight within modules, less convex costs of their sizes, friction between them, and changes.

import { pow } from "../../engine/math/pow.js";
import type { Edges } from "./edges.js";
import { type Cost, type QualityFunction, squareCost } from "./quality-function.js";

/**
 * J = Σ_m Σ_{i≠j in m} w_ij − Σ_m kappa·(Σ_{i in m} a_i)^beta − Σ_{i≠j across} friction_ij·w_ij − switchingCost·moves, sums
 * over ordered pairs, so that an undirected edge counts twice; self-loops do not count. Its kin (Reichardt & Bornholdt 2006):
 * a_i = 1, beta = 2, no friction is twice the constant Potts quality of resolution kappa, less kappa·nodes;
 * a_i = k_i/√(2W), kappa = resolution is 2W · modularity.
 */
export interface GeneralObjective {
	/** Cost of a module of size 1, ≥ 0. */
	readonly kappa: number;
	/** How costs grow with size, ≥ 1. Default: 2. */
	readonly beta?: number | undefined;
	/** a_i, the size of each node, ≥ 0. Default: 1 each. */
	readonly sizes?: ArrayLike<number> | undefined;
	/** Cost of a unit of weight across modules, ≥ 0, such as tau·(1 − b): for all edges, or one each. Default: 0. */
	readonly friction?: number | ArrayLike<number> | undefined;
	/** The partition that is in force, one module for each node, and what it costs to move a node out of it, ≥ 0. */
	readonly previous?: ArrayLike<number> | undefined;
	readonly switchingCost?: number | undefined;
}

const weightAt = ({ weights }: Edges, e: number) => (weights ? weights[e] : 1);
const frictionAt = ({ friction = 0 }: GeneralObjective, e: number) =>
	typeof friction === "number" ? friction : friction[e];

/** What edge e adds to J when its ends are together rather than apart. */
export function worthWithin(edges: Edges, objective: GeneralObjective, e: number): number {
	const { sources, targets, directed } = edges;
	if (sources[e] === targets[e]) return 0;
	return (directed ? 1 : 2) * (1 + frictionAt(objective, e)) * weightAt(edges, e);
}

/** J but for what changes cost (see switching.ts), over edges of `worthWithin`. */
export function generalQuality(edges: Edges, objective: GeneralObjective): QualityFunction {
	const { sources, targets, directed, nodeCount } = edges;
	const { kappa, beta = 2, sizes } = objective;
	let apart = 0;
	for (let e = 0; e < sources.length; e++)
		if (sources[e] !== targets[e])
			apart += (directed ? 1 : 2) * frictionAt(objective, e) * weightAt(edges, e);
	return {
		...(beta === 2 ? squareCost(kappa) : powerCost(kappa, beta)),
		sizes: sizes ? Float64Array.from(sizes) : new Float64Array(nodeCount).fill(1),
		scale: 1,
		attracts: false,
		constant: -apart,
	};
}

function powerCost(kappa: number, beta: number): Cost {
	const cost = (size: number) => (size > 0 ? kappa * pow(size, beta) : 0);
	return {
		width: 1,
		cost: (sizes, i) => cost(sizes[i]),
		joining: (a, i, b, j) => cost(a[i] + b[j]) - cost(a[i]) - cost(b[j]),
		moving: (a, from, to, b, j) => cost(a[to] + b[j]) - cost(a[to]) - cost(a[from]) + cost(a[from] - b[j]),
	};
}
