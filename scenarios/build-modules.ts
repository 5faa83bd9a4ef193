// Where each maker stands in the order of all, and its module at the start.

import { partition } from "../optimizers/partition/partition.js";
import type { NumberedArc } from "./bill-of-materials.js";
import type { Scenario } from "./schema.js";

/**
 * Places along the supply graph: depth first from each end stage, suppliers in their written order, so that what goes into a
 * subassembly stands right behind it.
 */
export function placesOf(
	count: number,
	arcs: readonly NumberedArc[],
	buyersFirst: readonly number[],
): number[] {
	const suppliers: number[][] = Array.from({ length: count }, () => []);
	for (const { buyer, supplier } of arcs) suppliers[buyer]?.push(supplier);
	const place = new Array<number>(count).fill(-1);
	let next = 0;
	for (const root of buyersFirst) {
		const waiting = [root];
		for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
			if (place[i] !== -1) continue;
			place[i] = next++;
			waiting.push(...[...(suppliers[i] ?? [])].reverse());
		}
	}
	return place;
}

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
