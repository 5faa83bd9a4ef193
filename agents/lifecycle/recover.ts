// Recycling: material of machines that were taken apart comes back to the makers, in place of virgin material (MODEL §4.2).

import { columns, type World } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { PARTY, pay } from "../ledger.js";
import { manufacturer } from "../manufacturer.js";
import { settings } from "../settings.js";

/**
 * Each maker gets its share of the material that the last tick's machines yielded, by how much material it usually
 * buys, in cents of virgin price. It pays a part of that price to those whose machines they were; the rest is its gain.
 */
export function recoverMaterial(world: World, from: number, to: number): void {
	const own = columns(world, manufacturer);
	const { materialShare, closed, recoveredNow, recoveredStock, recoveredTotal, profit } = own;
	const { recovered } = columns(world, accounts);
	const price = columns(world, settings).recoveredPrice[0];
	for (let i = from; i < to; i++) {
		const cents = closed[i] === 1 ? 0 : Math.floor(recovered[0] * materialShare[i]);
		const paid = Math.round(cents * price);
		recoveredNow[i] = cents;
		recoveredStock[i] += cents;
		recoveredTotal[i] += cents;
		pay(own, i, PARTY.customers, paid);
		profit[i] += cents - paid;
	}
}

/** Of the material that this tick's releases need, as much as there is comes from recycling. */
export function useRecovered(world: World, from: number, to: number): void {
	const { released, materialCost, recoveredStock, recoveredUsed, recoveredUsedTotal } = columns(
		world,
		manufacturer,
	);
	for (let i = from; i < to; i++) {
		const cents = Math.max(0, Math.min(recoveredStock[i], released[i] * materialCost[i]));
		recoveredUsed[i] = cents;
		recoveredStock[i] -= cents;
		recoveredUsedTotal[i] += cents;
	}
}
