// What modules keep to in every search, and how those that do not are made to.

import type { EcosystemParameters } from "../../agents/parameters.js";
import { components } from "../../engine/network/components.js";
import { graphOf } from "../../engine/network/graph.js";
import { type Constraints, InfeasibleConstraints } from "../../optimizers/partition/constraints.js";
import type { Edges } from "../../optimizers/partition/edges.js";
import { type PartitionOptions, partition } from "../../optimizers/partition/partition.js";
import { breach, problemOf, withPlaces } from "../../optimizers/partition/problem.js";

export interface Limits {
	/** The scenario's own modules, or what is left of them within the limits. */
	readonly start: readonly number[];
	/** Modules like these that keep to the limits; where none are found, those of the start. */
	within(moduleOf: readonly number[]): readonly number[];
	/** A partition of high quality that does. */
	partition(options: PartitionOptions): readonly number[];
}

/**
 * Modules that break a limit of size or connection fall apart. Where they break another one, too, as few makers move as a search finds
 * that the limits let move. Partitions may need both: in the graph of J makers are also joined by hours that they could pool.
 *
 * @throws InfeasibleConstraints where no modules keep to the limits, or none are found that do
 */
export function limitsOf(
	{ stages, arcs }: EcosystemParameters,
	constraints: Constraints,
	own: readonly number[],
): Limits {
	const links = {
		nodeCount: stages.length,
		sources: arcs.map(({ buyer }) => buyer),
		targets: arcs.map(({ supplier }) => supplier),
		weights: new Float64Array(arcs.length),
	};
	const problem = problemOf(links, { kappa: 0 }, 1, constraints);
	const near = (moduleOf: readonly number[], effort: number) => {
		const apart = fallenApart(moduleOf, links, constraints);
		if (breach(problem, withPlaces(problem, apart)) === 0) return apart;
		const objective = { kappa: 0, previous: moduleOf, switchingCost: 1 };
		return partition({ ...links, objective, constraints, effort }).moduleOf;
	};
	const start = near(own, 1);
	const orStart = (find: () => readonly number[]) => {
		try {
			return find();
		} catch (error) {
			if (error instanceof InfeasibleConstraints) return start;
			throw error;
		}
	};
	return {
		start,
		within: (moduleOf) => orStart(() => near(moduleOf, 0)),
		partition: (options) => orStart(() => near(partition({ ...options, constraints }).moduleOf, 0)),
	};
}

/** Modules too large, or in pieces, fall apart: into what is connected, then into as many makers as may be, in order. */
export function fallenApart(
	moduleOf: readonly number[],
	{ nodeCount, sources, targets }: Edges,
	{ maxSize = Infinity, connected = false }: Pick<Constraints, "maxSize" | "connected">,
): number[] {
	const inside = Array.from(sources, (_, e) => e).filter(
		(e) => moduleOf[sources[e]] === moduleOf[targets[e]],
	);
	const parts = connected
		? components(
				graphOf({
					nodeCount,
					sources: inside.map((e) => sources[e]),
					targets: inside.map((e) => targets[e]),
				}),
			).of
		: moduleOf;
	const sizeOf = new Map<number, number>();
	for (const part of Array.from(parts)) sizeOf.set(part, (sizeOf.get(part) ?? 0) + 1);
	const placed = new Map<number, number>();
	return renumbered(
		Array.from(parts, (part) => {
			const place = placed.get(part) ?? 0;
			placed.set(part, place + 1);
			// A piece of a connected module that is too large may not be connected: it falls apart into single makers.
			const broken = connected && (sizeOf.get(part) ?? 0) > maxSize;
			return `${part}/${broken ? place : Math.floor(place / maxSize)}`;
		}),
	);
}

/** Modules by first appearance, 0, 1, …, whatever they were called. */
export function renumbered(moduleOf: readonly (number | string)[]): number[] {
	const numbers = new Map<number | string, number>();
	return moduleOf.map((m) => {
		if (!numbers.has(m)) numbers.set(m, numbers.size);
		return numbers.get(m) as number;
	});
}
