// Where organizations are searched for: a box of numbers in [0, 1], each point of which is an organization.

import type { EcosystemParameters } from "../../agents/parameters.js";
import { log, pow } from "../../engine/math/index.js";
import type { Edges } from "../../optimizers/partition/edges.js";
import {
	type BoundaryName,
	boundaryNames,
	boundaryRange,
	type Organization,
	organizationOf,
} from "../organization/organization.js";
import { kappaLadder } from "./kappa-ladder.js";
import type { Limits } from "./limits.js";

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
	const partitions = kappaLadder(graph, limits);
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
				moduleOf: searched.modules ? limits.within(labels) : own.moduleOf,
				boundaries: searched.boundaries ? boundariesAt(point.slice(ofModules)) : own.boundaries,
			};
		},
	};
}
