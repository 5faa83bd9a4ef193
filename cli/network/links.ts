// The links of a graph's file as measures and partitions take them; numbers that are not defined, left out.

import type { WeightedLinks } from "../../engine/network/graph.js";
import type { GraphFile } from "../../scenarios/importers/graph/graph-file.js";

export const linksOf = ({ nodes, sources, targets, weights }: GraphFile): WeightedLinks => ({
	nodeCount: nodes.length,
	sources,
	targets,
	...(weights && { weights }),
});

/** Without the entries that are no numbers: in JSON what is not defined is left out. */
export const defined = <Key extends string>(
	values: Readonly<Record<Key, number>>,
): Partial<Record<Key, number>> =>
	Object.fromEntries(Object.entries<number>(values).filter(([, value]) => Number.isFinite(value))) as Partial<
		Record<Key, number>
	>;
