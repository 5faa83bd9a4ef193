// What modules must keep to in a search, and how those that do not are made to.

import type { EcosystemParameters } from "../../agents/parameters.js";
import { components } from "../../engine/network/components.js";
import { graphOf } from "../../engine/network/graph.js";

export interface Limits {
	/** Makers in a module at most. */
	readonly maxSize?: number | undefined;
	/** Makers of a module are joined by supply links within it. */
	readonly connected?: boolean | undefined;
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
