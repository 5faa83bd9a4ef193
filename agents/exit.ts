// §4.10 Exit: who can no longer pay gives up its place, if customers find another in its stead; else its owner changes.

import { links, type NetworkViews } from "../engine/network/network.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { customer, STATE } from "./customer.js";
import { PARTY, pay } from "./ledger.js";
import { manufacturer, supply } from "./manufacturer.js";
import { changeOwner, insolvencyRules, isInsolvent } from "./ownership.js";
import { FATE } from "./ownership-columns.js";
import { settings } from "./settings.js";

/**
 * Of insolvent makers, who could be done without: each contract with it has another open source that is not insolvent, and its
 * customers, where it has any, have other offers.
 */
export function findDispensable(world: World, from: number, to: number): void {
	const { dispensable, replaceable, insolventFor, closed } = columns(world, manufacturer);
	const { incomingOffsets, incomingEdges, contract, alternative, active, targets } = links(world, supply);
	const moves = columns(world, settings).reSourcing[0] === 1;
	const reliable = (j: number) => closed[j] === 0 && insolventFor[j] === 0;
	for (let i = from; i < to; i++) {
		dispensable[i] = insolventFor[i] > 0 ? replaceable[i] : 0;
		for (let k = incomingOffsets[i]; dispensable[i] === 1 && k < incomingOffsets[i + 1]; k++) {
			const e = incomingEdges[k];
			if (active[e] === 1 && !(moves && hasOther(e))) dispensable[i] = 0;
		}
	}

	function hasOther(e: number): boolean {
		for (let a = contract[e] < 0 ? e : contract[e]; a >= 0; a = alternative[a])
			if (a !== e && reliable(targets[a])) return true;
		return false;
	}
}

/**
 * Makers that have been insolvent for long exit if they are dispensable. A place that is empty sells to the bank whatever still comes in; what cash is left goes to the owners, what debt
 * is left is the bank's loss.
 */
export function ownManufacturers(world: World, from: number, to: number, tick: number): void {
	const rules = insolvencyRules(world);
	const own = columns(world, manufacturer);
	const { closed, dispensable, fate, cash, contractedHours, hoursOfPlace, assets } = own;
	for (let i = from; i < to; i++) {
		if (closed[i] === 1) {
			pay(own, i, cash[i] < 0 ? PARTY.bank : PARTY.households, cash[i]);
			liquidate(world, i, tick);
			continue;
		}
		if (rules.insolvency === "runOn" || !isInsolvent(own, i, rules, assets[i])) continue;
		if (rules.insolvency === "recapitalize" || dispensable[i] === 0) changeOwner(own, i, rules);
		else {
			closed[i] = 1;
			hoursOfPlace[i] = contractedHours[i];
			contractedHours[i] = 0;
			own.paidHours[i] = 0;
			fate[i] = FATE.exit;
			cancelOrders(world, i);
			liquidate(world, i, tick);
		}
	}
}

/** Production not yet begun is given up, and what suppliers have not sent; what is under way still arrives. */
function cancelOrders(world: World, i: number): void {
	const own = columns(world, manufacturer);
	own.orderedTotal[i] -= own.openProduction[i];
	own.openProduction[i] = 0;
	const edges = links(world, supply);
	// No supplier looks at the edges until the next tick.
	for (let e = edges.offsets[i]; e < edges.offsets[i + 1]; e++) withdraw(edges, e);
}

/** Orders for components that have not been sent are as if they had never been placed. */
function withdraw(edges: NetworkViews<typeof supply.groups>, e: number): void {
	const { placed, backlog, onOrder, orderedTotal, readTotal, reads, recent } = edges;
	const width = placed.length / onOrder.length;
	const kept = reads.length / onOrder.length;
	if (backlog[e] === 0 && recent[e] === 0 && onOrder[e] === 0) return;
	let units = backlog[e];
	readTotal[e] -= backlog[e];
	backlog[e] = 0;
	for (let k = e * width; k < (e + 1) * width; k++) {
		units += placed[k];
		placed[k] = 0;
	}
	onOrder[e] -= units;
	orderedTotal[e] -= units;
	recent[e] = 0;
	reads.fill(0, e * kept, (e + 1) * kept);
}

/** Orders that buyers placed with a maker that has closed are withdrawn; what it sent still arrives. */
export function releaseBuyers(world: World, from: number, to: number): void {
	const { closed } = columns(world, manufacturer);
	const edges = links(world, supply);
	const { incomingOffsets, incomingEdges } = edges;
	for (let i = from; i < to; i++)
		if (closed[i] === 1)
			for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++) withdraw(edges, incomingEdges[k]);
}

/** All stock goes to the bank for a share of its cost, and is counted on the way. */
function liquidate(world: World, i: number, tick: number): void {
	const own = columns(world, manufacturer);
	const edges = links(world, supply);
	const salvage = columns(world, settings).salvage[0];
	const recovered = own.recoveredStock[i];
	own.recoveredStock[i] = 0;
	own.recoveredUsedTotal[i] += recovered;
	let cost = own.finished[i] * own.unitCost[i] + recovered;
	let books = own.finished[i] * own.materialValue[i] + recovered;
	clear(own, own.finished, i, tick);
	for (let e = edges.offsets[i]; e < edges.offsets[i + 1]; e++) {
		const value = edges.components[e] * own.price[edges.targets[e]];
		cost += value;
		books += value;
		clear(edges, edges.components, e, tick);
	}
	const proceeds = Math.round(salvage * cost);
	pay(own, i, PARTY.bank, -proceeds);
	own.profit[i] += proceeds - books;
}

type Columns = Readonly<
	Record<
		| "books"
		| "booksVariance"
		| "estimate"
		| "variance"
		| "unseen"
		| "believed"
		| "believedVariance"
		| "flow"
		| "liquidated",
		Float64Array
	>
> &
	Readonly<Record<"countedAt" | "stamp", Int32Array>>;

/** A stock is sold off to the last unit, and all know it. */
function clear(of: Columns, stock: Int32Array, row: number, tick: number): void {
	of.liquidated[row] += stock[row];
	of.flow[row] -= stock[row];
	stock[row] = 0;
	of.books[row] = 0;
	of.booksVariance[row] = 0;
	of.estimate[row] = 0;
	of.variance[row] = 0;
	of.unseen[row] = 0;
	of.believed[row] = 0;
	of.believedVariance[row] = 0;
	of.countedAt[row] = tick;
	of.stamp[row] = tick;
}

/** Customers of a maker that has closed are without an order again, and choose anew; the promise to them is broken. */
export function releaseCustomers(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { closed, marketBacklog, marketWaiting, marketDue, queueHead, queueTail } = own;
	const { state, next, orderedAt, contract } = columns(world, customer);
	const promise = Math.floor(columns(world, settings).promiseTicks[0]);
	const width = marketWaiting.length / Math.max(1, marketBacklog.length);
	for (let i = from; i < to; i++) {
		if (closed[i] === 0 || marketBacklog[i] === 0) continue;
		for (let id = queueHead[i]; id >= 0; id = next[id]) {
			state[id] = STATE.deciding;
			contract[id] = 0;
			if (tick - orderedAt[id] <= promise) marketDue[i] += 1;
		}
		Atomics.add(columns(world, accounts).undecided, 0, marketBacklog[i]);
		queueHead[i] = -1;
		queueTail[i] = -1;
		marketBacklog[i] = 0;
		marketWaiting.fill(0, i * width, (i + 1) * width);
	}
}
