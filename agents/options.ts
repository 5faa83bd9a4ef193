// §4.3 Order aggregation: which options customers' orders carry, maker by maker and variant by variant.

import { links } from "../engine/network/network.js";
import { columns, type World } from "../engine/world/world.js";
import { manufacturer, supply } from "./manufacturer.js";
import { demandKinds, markets } from "./parameters.js";
import { settings } from "./settings.js";

const OWNERS = demandKinds.indexOf("owners");
const SELLER = markets.indexOf("seller");
/** Probability that an order which waits is given up in a tick: in a seller's market each is, since what is not there is not to be had. */
export function cancelHazard(world: World): number {
	const { market, cancel } = columns(world, settings);
	return market[0] === SELLER ? 1 : cancel[0];
}

/** Weight of a tick's orders in what is taken for usual: a quarter of a year of weeks. */
const WEIGHT = 1 / 13;

/**
 * wish ← wish + (part of this tick's orders in a variant with the option − wish)/13. In a seller's market nobody is asked: no option
 * is mounted. Makers whose customers have no variants, and those who sell to other makers, go by the option's share.
 */
export function aggregateOptions(world: World, from: number, to: number): void {
	const { variantOrders, marketOrders, demandKind } = columns(world, manufacturer);
	const { offsets, share, variants, wish } = links(world, supply);
	const seller = columns(world, settings).market[0] === SELLER;
	const width = variantOrders.length / Math.max(1, marketOrders.length);
	for (let i = from; i < to; i++) {
		for (let e = offsets[i]; e < offsets[i + 1]; e++) {
			if (share[e] === 1) continue;
			if (seller) wish[e] = 0;
			else if (width === 1 || demandKind[i] !== OWNERS) wish[e] = share[e];
			else {
				let orders = 0;
				let asking = 0;
				for (let v = 0; v < width; v++) {
					orders += variantOrders[i * width + v];
					if (((variants[e] >>> v) & 1) === 1) asking += variantOrders[i * width + v];
				}
				if (orders > 0) wish[e] += WEIGHT * (asking / orders - wish[e]);
			}
		}
	}
}
