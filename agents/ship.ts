// §4 phase 5 Ship: min(finished stock, backlog), in proportion to what each buyer is owed.

import { links } from "../engine/network/network.js";
import { columns, type World } from "../engine/world/world.js";
import { lateUnits, serveOldest } from "./cohorts.js";
import { customer, STATE } from "./customer.js";
import { manufacturer, supply } from "./manufacturer.js";
import { demandKinds } from "./parameters.js";
import { annoyance, joinInbox, takeFirst } from "./queue.js";
import { serviceFirm } from "./service-firm.js";
import { settings } from "./settings.js";

const NONE = demandKinds.indexOf("none");
const OWNERS = demandKinds.indexOf("owners");

/** Each maker shares its stock among its arcs and its customers; orders served leave, oldest first. */
export function shipOrders(world: World, from: number, to: number, tick: number): void {
	grantStock(world, from, to);
	shipToCustomers(world, from, to, tick);
	shipToBuyers(world, from, to, tick);
}

function grantStock(world: World, from: number, to: number): void {
	const { finished, backlog, shipped, shippedTotal, marketBacklog, marketShipped } = columns(
		world,
		manufacturer,
	);
	const { incomingOffsets, incomingEdges, backlog: owed, shipped: granted } = links(world, supply);
	const returns = columns(world, settings).returns[0] === 1;
	for (let i = from; i < to; i++) {
		const wanted = backlog[i];
		const units = returns ? wanted : Math.min(Math.max(0, finished[i]), wanted);
		if (units === wanted) {
			marketShipped[i] = marketBacklog[i];
			for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++)
				granted[incomingEdges[k]] = owed[incomingEdges[k]];
		} else grantShares(world, i, units, wanted);
		finished[i] -= units;
		shipped[i] = units;
		shippedTotal[i] += units;
		backlog[i] = wanted - units;
	}
}

/**
 * Proportional shares in whole units by largest remainder (Hamilton's method): the customers first, then the
 * arcs in their order, which also breaks ties.
 */
function grantShares(world: World, i: number, units: number, wanted: number): void {
	const { marketBacklog, marketShipped } = columns(world, manufacturer);
	const { incomingOffsets, incomingEdges, backlog, shipped, remainder } = links(world, supply);
	const first = incomingOffsets[i];
	const last = incomingOffsets[i + 1];
	const product = units * marketBacklog[i];
	marketShipped[i] = Math.floor(product / wanted);
	let marketRemainder = product - marketShipped[i] * wanted;
	let left = units - marketShipped[i];
	for (let k = first; k < last; k++) {
		const e = incomingEdges[k];
		const share = units * backlog[e];
		shipped[e] = Math.floor(share / wanted);
		remainder[e] = share - shipped[e] * wanted;
		left -= shipped[e];
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
			shipped[winner] += 1;
			remainder[winner] = -1;
		}
	}
}

/** Waiting customers get their machines, oldest order first; a carrier will bring them. */
function shipToCustomers(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { marketOrders, marketBacklog, marketWaiting, marketShipped, price } = own;
	const { marketFilled, marketOnTime, marketDue, marketLatePay, marketTotal, demandKind } = own;
	const { queueHead, annoyed } = own;
	const { promiseTicks, latePay, latePayTicks } = columns(world, settings);
	const { state, turnsAt, next, carrier, orderedAt } = columns(world, customer);
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
		for (let k = 0; k < units; k++) {
			const id = takeFirst(own, i, next);
			state[id] = STATE.inDelivery;
			turnsAt[id] = Infinity;
			joinInbox(deliveries, carrier[id], id, id, next);
		}
		annoyed[i] = annoyance(queueHead[i], next, orderedAt, tick, promiseTicks[0]);
	}
}

/** What is granted to an arc goes on its way and is taken off the oldest orders. */
function shipToBuyers(world: World, from: number, to: number, tick: number): void {
	const { price, latePayOut } = columns(world, manufacturer);
	const edges = links(world, supply);
	const { incomingOffsets, incomingEdges, ordered, backlog, waiting, shipped, shippedTotal } = edges;
	const { latePay: paid, inTransit, transportTicks } = edges;
	const { latePay, latePayTicks } = columns(world, settings);
	const share = latePay[0];
	const longest = latePayTicks[0];
	const cohorts = waiting.length / Math.max(1, backlog.length);
	const width = inTransit.length / Math.max(1, backlog.length);
	const newest = tick % cohorts;
	for (let i = from; i < to; i++) {
		let out = 0;
		for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++) {
			const e = incomingEdges[k];
			const units = shipped[e];
			const owed = backlog[e];
			const base = e * cohorts;
			let late = 0;
			if (units === owed) {
				// Nobody waits any longer.
				if (owed === ordered[e]) waiting[base + newest] = 0;
				else waiting.fill(0, base, base + cohorts);
			} else {
				serveOldest(waiting, base, cohorts, tick, owed, units, 0);
				late = lateUnits(waiting, base, cohorts, tick, longest);
			}
			backlog[e] = owed - units;
			shippedTotal[e] += units;
			inTransit[e * width + ((tick + transportTicks[e]) % width)] += units;
			const due = Math.round(late * share * price[i]);
			paid[e] = due;
			out += due;
		}
		latePayOut[i] = out;
	}
}
