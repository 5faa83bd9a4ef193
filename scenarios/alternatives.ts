// Who else could supply what a contract is about: other makers of the item.

import { log } from "../engine/math/log.js";
import { groupBy, type NumberedArc } from "./bill-of-materials.js";

interface Maker {
	readonly item: string | undefined;
	readonly tier: number;
	readonly module: number;
	/** Expected orders, units per tick. */
	readonly mean: number;
}

/**
 * For each contract up to `most` other makers of the item, of a tier above the buyer's, so that no maker ever supplies itself:
 * those nearest to the supplier in expected orders, since a small maker could not take the place of a large one. The first is from
 * another module than the buyer's, where there is one: orders that cross the border go to it.
 */
export function alternatives(
	makers: readonly Maker[],
	arcs: readonly NumberedArc[],
	most: number,
): (NumberedArc & { readonly alternativeTo: number })[] {
	const size = makers.map(({ mean }) => log(mean + 1));
	const bySize = [...makers.keys()].sort((a, b) => size[a] - size[b] || a - b);
	const makersOf = groupBy(bySize, (maker) => makers[maker].item);
	return arcs.flatMap(({ buyer, supplier }, alternativeTo) => {
		const { item } = makers[supplier];
		const chosen: number[] = [];
		let beyond = -1;
		if (item !== undefined)
			for (const maker of nearest(makersOf.get(item) ?? [], supplier)) {
				if (makers[maker].tier <= makers[buyer].tier) continue;
				if (beyond < 0 && makers[maker].module !== makers[buyer].module) beyond = maker;
				else if (chosen.length < most) chosen.push(maker);
				if (beyond >= 0 && chosen.length >= most - 1) break;
			}
		const others = beyond < 0 ? chosen : [beyond, ...chosen];
		return others
			.slice(0, most)
			.map((maker) => ({ buyer, supplier: maker, quantity: 0, share: 1, alternativeTo }));
	});

	/** The others of a list by size, outwards from one of them. */
	function* nearest(list: readonly number[], from: number): Generator<number> {
		const apart = (k: number) =>
			k in list ? Math.abs(size[list[k]] - size[from]) : Number.POSITIVE_INFINITY;
		let up = list.indexOf(from) + 1;
		let down = up - 2;
		for (let k = 1; k < list.length; k++) yield list[apart(up) <= apart(down) ? up++ : down--] as number;
	}
}
