// The module of each maker at the start.

import { partition } from "../optimizers/partition/partition.js";
import type { NumberedArc } from "./bill-of-materials.js";
import type { Scenario } from "./schema.js";

/**
 * Modules at the start. Of kind leiden: the partition of largest modularity that was found for the value of the goods that
 * flow between stages, no module above the size where one is given.
 */
export function modulesOf(
	{ modules: { kind, size } }: Scenario,
	arcs: readonly NumberedArc[],
	means: readonly number[],
	price: readonly number[],
	place: readonly number[],
): number[] {
	if (kind === "blocks") return place.map((at) => Math.floor(at / size));
	const { moduleOf } = partition({
		nodeCount: means.length,
		sources: arcs.map(({ buyer }) => buyer),
		targets: arcs.map(({ supplier }) => supplier),
		weights: arcs.map(({ buyer, supplier, quantity }) => means[buyer] * quantity * price[supplier]),
		...(size > 1 && { constraints: { maxSize: size } }),
	});
	return [...moduleOf];
}
