// The module of each maker at the start.

import { partition } from "../optimizers/partition/partition.js";
import type { NumberedArc, WrittenStage } from "./bill-of-materials.js";
import type { Scenario } from "./schema.js";

/**
 * Modules at the start: as listed, else in blocks of a size. Of kind leiden: the partition of largest modularity that was found for
 * the value of the goods that flow between stages, no module above the size where one is given.
 */
export function modulesOf(
	{ modules: { members, kind, size } }: Scenario,
	stages: readonly WrittenStage[],
	arcs: readonly NumberedArc[],
	means: readonly number[],
	price: readonly number[],
	place: readonly number[],
): number[] {
	if (members) return listed(members, stages);
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

/** Who is in no list comes after the lists, each alone. */
function listed(members: readonly (readonly string[])[], stages: readonly WrittenStage[]): number[] {
	const moduleOf = new Map(members.flatMap((names, m) => names.map((name) => [name, m] as const)));
	let free = members.length;
	return stages.map(({ name }) => moduleOf.get(name) ?? free++);
}
