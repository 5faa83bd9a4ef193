// The module of each maker at the start.

import { log } from "../engine/math/log.js";
import { partition } from "../optimizers/partition/partition.js";
import type { NumberedArc, WrittenStage } from "./bill-of-materials.js";
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

/**
 * For each contract another maker of the item, from another module than the buyer's: it stands in for the supplier where the
 * buyer's border lets orders through. Of all it is the nearest to the supplier in expected orders, since a small maker could
 * not stand in for a large one, and of those the cheapest. None where nobody else makes the item.
 */
export function standIns(
	written: readonly WrittenStage[],
	arcs: readonly NumberedArc[],
	module: readonly number[],
	price: readonly number[],
	mean: readonly number[],
): (NumberedArc & { readonly standsInFor: number })[] {
	const makersOf = new Map<string, number[]>();
	for (const [maker, { item }] of written.entries())
		if (item !== undefined) makersOf.set(item, [...(makersOf.get(item) ?? []), maker]);
	const size = mean.map((orders) => log(orders + 1));
	return arcs.flatMap(({ buyer, supplier }, standsInFor) => {
		const others = (makersOf.get(written[supplier]?.item ?? "") ?? []).filter(
			(maker) => maker !== supplier && maker !== buyer && module[maker] !== module[buyer],
		);
		if (others.length === 0) return [];
		const apart = (maker: number) => Math.abs(size[maker] - size[supplier]);
		const nearest = others.reduce((best, maker) => {
			const difference = apart(maker) - apart(best);
			return difference < 0 || (difference === 0 && price[maker] < price[best]) ? maker : best;
		});
		return [{ buyer, supplier: nearest, quantity: 0, share: 1, standsInFor }];
	});
}
