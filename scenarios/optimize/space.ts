// Where organizations are searched for: a box of numbers in [0, 1], each point of which is an organization.

import type { EcosystemParameters } from "../../agents/parameters.js";
import { log, pow } from "../../engine/math/index.js";
import { components } from "../../engine/network/components.js";
import { graphOf } from "../../engine/network/graph.js";
import type { Edges } from "../../optimizers/partition/edges.js";
import { partition } from "../../optimizers/partition/partition.js";
import {
	type BoundaryName,
	boundaryNames,
	boundaryRange,
	type Organization,
	organizationOf,
} from "../organization/organization.js";

export interface Limits {
	/** Makers in a module at most. */
	readonly maxSize?: number | undefined;
	/** Makers of a module are joined by supply links within it. */
	readonly connected?: boolean | undefined;
}

export interface Searched {
	readonly modules: boolean;
	readonly boundaries: boolean;
}

/** A place to search: how many numbers, and the organization of a point. */
export interface Space {
	readonly dimension: number;
	/** Where a search begins. */
	readonly start: readonly number[];
	organizationAt(point: readonly number[]): Organization;
}

/** Of each search for a partition: there are many, and runs decide. */
export const EFFORT = 0.1;
/** Steps of kappa from one module for all to one for each. */
const STEPS = 64;
/** Least steepness that is searched, at which b is nearly flat over all x; 0 is none. */
const LEAST_SLOPE = 1;

/** A number in [0, 1] as the value of a boundary parameter: steepness in proportion, the rest in a line. */
export function boundaryAt(name: BoundaryName, u: number): number {
	const { low, high } = boundaryRange(name);
	return name.endsWith("Slope") ? LEAST_SLOPE * pow(high / LEAST_SLOPE, u) : low + (high - low) * u;
}

function boundaryPoint(name: BoundaryName, value: number): number {
	const { low, high } = boundaryRange(name);
	const u = name.endsWith("Slope")
		? log(Math.max(value, LEAST_SLOPE) / LEAST_SLOPE) / log(high / LEAST_SLOPE)
		: (value - low) / (high - low);
	return Math.max(0, Math.min(1, u));
}

/** What a point's last numbers say of boundaries; lo and hi of a channel as they come, the lower one first. */
function boundariesAt(point: readonly number[]): Organization["boundaries"] {
	const values = new Map(boundaryNames.map((name, k) => [name, boundaryAt(name, point[k])]));
	for (const name of boundaryNames) {
		if (!name.endsWith("Low")) continue;
		const other = name.replace("Low", "High") as BoundaryName;
		const ends = [values.get(name) as number, values.get(other) as number];
		values.set(name, Math.min(...ends));
		values.set(other, Math.max(...ends));
	}
	return Object.fromEntries(values);
}

/** What J proposes: its kappa, and the boundaries; what is not searched is the scenario's own. */
export function guidedSpace(
	parameters: EcosystemParameters,
	graph: Required<Edges>,
	searched: Searched,
	limits: Limits,
): Space {
	const own = organizationOf(parameters);
	const partitions = kappaLadder(parameters, graph, limits);
	const boundaries = boundaryNames.map((name) => boundaryPoint(name, own.boundaries[name] ?? 0));
	const start = [...(searched.modules ? [0.5] : []), ...(searched.boundaries ? boundaries : [])];
	return {
		dimension: start.length,
		start,
		organizationAt: (point) => ({
			moduleOf: searched.modules ? partitions(point[0]) : own.moduleOf,
			boundaries: searched.boundaries ? boundariesAt(point.slice(searched.modules ? 1 : 0)) : own.boundaries,
		}),
	};
}

/** Without J: a number of modules, the module of each maker, and the boundaries. */
export function plainSpace(parameters: EcosystemParameters, searched: Searched, limits: Limits): Space {
	const own = organizationOf(parameters);
	const makers = own.moduleOf.length;
	const ofModules = searched.modules ? makers + 1 : 0;
	const dimension = ofModules + (searched.boundaries ? boundaryNames.length : 0);
	return {
		dimension,
		start: new Array<number>(dimension).fill(0.5),
		organizationAt(point) {
			const count = 1 + Math.min(makers - 1, Math.floor(point[0] * makers));
			const labels = point.slice(1, ofModules).map((u) => Math.min(count - 1, Math.floor(u * count)));
			return {
				moduleOf: searched.modules ? withinLimits(labels, parameters, limits) : own.moduleOf,
				boundaries: searched.boundaries ? boundariesAt(point.slice(ofModules)) : own.boundaries,
			};
		},
	};
}

/**
 * The best partition found for a kappa, by a number in [0, 1]: from kappa so small that one module is best to one so large
 * that each maker is best alone, in equal proportions. Each is searched for from the scenario's own modules.
 */
function kappaLadder(parameters: EcosystemParameters, graph: Required<Edges>, limits: Limits) {
	const initial = withinLimits(organizationOf(parameters).moduleOf, parameters, limits);
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
		const made = partition({ ...graph, objective: { kappa }, initial, constraints: limits, effort: EFFORT });
		const moduleOf = withinLimits(made.moduleOf, parameters, limits);
		found.set(step, moduleOf);
		return moduleOf;
	};
}

/**
 * Modules that break the limits fall apart: into what is connected, then into as many makers as may be, in order. Partitions may
 * need it, too: in the graph of J makers are also joined by hours that they could pool.
 */
export function withinLimits(
	moduleOf: readonly number[],
	{ arcs }: EcosystemParameters,
	{ maxSize = Infinity, connected = false }: Limits,
): number[] {
	const inside = arcs.filter(({ buyer, supplier }) => moduleOf[buyer] === moduleOf[supplier]);
	const parts = connected
		? components(
				graphOf({
					nodeCount: moduleOf.length,
					sources: inside.map(({ buyer }) => buyer),
					targets: inside.map(({ supplier }) => supplier),
				}),
			).of
		: moduleOf;
	const sizes = new Map<string, number>();
	const names = new Map<string, number>();
	return Array.from(parts, (part) => {
		const size = sizes.get(`${part}`) ?? 0;
		sizes.set(`${part}`, size + 1);
		// A connected module that is too large falls apart into single makers: a piece of it may not be connected.
		const piece =
			connected && maxSize < Infinity && countOf(parts, part) > maxSize ? size : Math.floor(size / maxSize);
		const name = `${part}/${piece}`;
		if (!names.has(name)) names.set(name, names.size);
		return names.get(name) as number;
	});
}

const countOf = (parts: ArrayLike<number>, part: number) =>
	Array.prototype.reduce.call(
		parts,
		(count: unknown, one) => (count as number) + (one === part ? 1 : 0),
		0,
	) as number;
