// §4 phase 5 Ship: min(finished stock, backlog), in proportion to what each buyer is owed.

import { links } from "../engine/network/network.js";
import { columns, type World } from "../engine/world/world.js";
import { lateUnits, serveOldest } from "./cohorts.js";
import { begin, contractsOf } from "./contract.js";
import { AWAY, customer, STATE } from "./customer.js";
import { manufacturer, supply } from "./manufacturer.js";
import { demandKinds } from "./parameters.js";
import { annoyance, joinInbox, takeFirst } from "./queue.js";
import { serviceFirm } from "./service-firm.js";
import { STAGE } from "./servitization.js";
import { settings } from "./settings.js";
import { nextTurn, turns } from "./use.js";

const NONE = demandKinds.indexOf("none");
const OWNERS = demandKinds.indexOf("owners");

/** Each maker shares its stock among its arcs and its customers; orders served leave, oldest first. */
export function shipOrders(world: World, from: number, to: number, tick: number): void {
	grantStock(world, from, to);
	shipToCustomers(world, from, to, tick);
	shipToBuyers(world, from, to, tick);
}

function grantStock(world: World, from: number, to: number): void {
	const own = columns(world, manufacturer);
	const { finished, backlog, shipped, shippedTotal, marketBacklog, marketShipped } = own;
	const edges = links(world, supply);
	const { incomingOffsets, incomingEdges, idle, backlog: owed, shipped: granted, remainder } = edges;
	const claims = { marketBacklog, marketShipped, incomingOffsets, incomingEdges, owed, granted, remainder };
	const returns = columns(world, settings).returns[0] === 1;
	for (let i = from; i < to; i++) {
		const wanted = backlog[i];
		const units = returns ? wanted : Math.min(Math.max(0, finished[i]), wanted);
		if (units === wanted) {
			marketShipped[i] = marketBacklog[i];
			for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++) {
				const e = incomingEdges[k];
				if (idle[e] === 0) granted[e] = owed[e];
			}
		} else grantShares(claims, i, units, wanted);
		finished[i] -= units;
		shipped[i] = units;
		shippedTotal[i] += units;
		backlog[i] = wanted - units;
	}
}

/** What sharing scarce stock reads and writes, as locals of the step. */
interface Claims {
	readonly marketBacklog: Int32Array;
	readonly marketShipped: Int32Array;
	readonly incomingOffsets: Uint32Array;
	readonly incomingEdges: Uint32Array;
	readonly owed: Int32Array;
	readonly granted: Int32Array;
	readonly remainder: Float64Array;
}

/**
 * Proportional shares in whole units by largest remainder (Hamilton's method): the customers first, then the
 * arcs in their order, which also breaks ties.
 */
function grantShares(
	{ marketBacklog, marketShipped, incomingOffsets, incomingEdges, owed, granted, remainder }: Claims,
	i: number,
	units: number,
	wanted: number,
): void {
	const first = incomingOffsets[i];
	const last = incomingOffsets[i + 1];
	const product = units * marketBacklog[i];
	marketShipped[i] = Math.floor(product / wanted);
	let marketRemainder = product - marketShipped[i] * wanted;
	let left = units - marketShipped[i];
	for (let k = first; k < last; k++) {
		const e = incomingEdges[k];
		const share = units * owed[e];
		granted[e] = Math.floor(share / wanted);
		remainder[e] = share - granted[e] * wanted;
		left -= granted[e];
	}
	for (; left > 0; left--) {
		let largest = marketRemainder;
		let winner = -1;
		for (let k = first; k < last; k++) {
			const e = incomingEdges[k];
			if (remainder[e] > largest) {
				largest = remainder[e];
				winner = e;
			}
		}
		if (winner < 0) {
			marketShipped[i] += 1;
			marketRemainder = -1;
		} else {
			granted[winner] += 1;
			remainder[winner] = -1;
		}
	}
}

/** Waiting customers get their machines, oldest order first; a carrier will bring them. */
function shipToCustomers(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { marketOrders, marketBacklog, marketWaiting, marketShipped, price } = own;
	const { marketFilled, marketOnTime, marketDue, marketLatePay, marketTotal, demandKind } = own;
	const { queueHead, annoyed, rentedNow } = own;
	const { promiseTicks, latePay, latePayTicks } = columns(world, settings);
	const { state, turnsAt, next, carrier, orderedAt, contract } = columns(world, customer);
	const contracts = contractsOf(world);
	const machines = turns(world);
	const deliveries = columns(world, serviceFirm).inbox;
	const width = marketWaiting.length / Math.max(1, marketBacklog.length);
	const promise = Math.floor(promiseTicks[0]);
	for (let i = from; i < to; i++) {
		if (demandKind[i] === NONE) continue;
		const base = i * width;
		const owed = marketBacklog[i];
		const units = marketShipped[i];
		const onTime = serveOldest(marketWaiting, base, width, tick, owed, units, promise);
		marketFilled[i] = Math.max(0, units - (owed - marketOrders[i]));
		marketOnTime[i] = onTime;
		marketDue[i] += onTime;
		marketBacklog[i] = owed - units;
		marketTotal[i] += units;
		const late = lateUnits(marketWaiting, base, width, tick, latePayTicks[0]);
		marketLatePay[i] = Math.round(late * latePay[0] * price[i]);
		if (demandKind[i] !== OWNERS) continue;
		let rented = 0;
		for (let k = 0; k < units; k++) {
			const id = takeFirst(own, i, next);
			if (contract[id] > 0) begin(contracts, id, tick);
			if (contract[id] === STAGE.embedded) rented++;
			state[id] = STATE.inDelivery;
			turnsAt[id] = AWAY + nextTurn(machines, id, 0);
			joinInbox(deliveries, carrier[id], id, id, next);
		}
		rentedNow[i] = rented;
		annoyed[i] = annoyance(queueHead[i], next, orderedAt, tick, promiseTicks[0]);
	}
}

/**
 * What is granted to an arc goes on its way. The oldest orders are served first, so that those which still wait are
 * the newest: late pay is due for as many of them as were read in the last latePayTicks + 1 ticks, but not in this one.
 */
function shipToBuyers(world: World, from: number, to: number, tick: number): void {
	const { price, latePayOut } = columns(world, manufacturer);
	const edges = links(world, supply);
	const { incomingOffsets, incomingEdges, ordered, backlog, recent, shipped, shippedTotal } = edges;
	const { latePay: paid, inTransit, transportTicks, idle } = edges;
	const { latePay: latePayShare, freightDelay } = columns(world, settings);
	const share = latePayShare[0];
	const delay = freightDelay[0];
	const width = inTransit.length / Math.max(1, backlog.length);
	const now = tick % width;
	for (let i = from; i < to; i++) {
		let out = 0;
		for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++) {
			const e = incomingEdges[k];
			if (idle[e] === 1) continue;
			const units = shipped[e];
			const left = backlog[e] - units;
			backlog[e] = left;
			shippedTotal[e] += units;
			const arrives = now + transportTicks[e] + delay;
			inTransit[e * width + (arrives < width ? arrives : arrives - width)] += units;
			const late = left > 0 ? Math.min(left, recent[e]) - Math.min(left, ordered[e]) : 0;
			paid[e] = late > 0 ? Math.round(late * share * price[i]) : 0;
			out += paid[e];
		}
		latePayOut[i] = out;
	}
}
