// §4 phase 5 Ship: min(finished stock, backlog), in proportion to what each buyer is owed.

import { links } from "../engine/network/network.js";
import { columns, type World } from "../engine/world/world.js";
import { lateUnits, serveOldest } from "./cohorts.js";
import { customer, customerBlock, STATE } from "./customer.js";
import { manufacturer, supply } from "./manufacturer.js";
import { demandKinds } from "./parameters.js";
import { announce, takeFirst } from "./queue.js";
import { settings } from "./settings.js";

/** Each maker shares its stock among its arcs and its customers; orders served leave, oldest first. */
export function shipOrders(world: World, from: number, to: number, tick: number): void {
	const { finished, backlog, shipped, shippedTotal } = columns(world, manufacturer);
	const returns = columns(world, settings).returns[0] === 1;
	for (let i = from; i < to; i++) {
		const wanted = backlog[i];
		const units = returns ? wanted : Math.min(Math.max(0, finished[i]), wanted);
		if (units === wanted) grantAll(world, i);
		else grantShares(world, i, units, wanted);
		finished[i] -= units;
		shipped[i] = units;
		shippedTotal[i] += units;
		backlog[i] = wanted - units;
		shipToCustomers(world, i, tick);
		shipToBuyers(world, i, tick);
	}
}

function grantAll(world: World, i: number): void {
	const { marketBacklog, marketShipped } = columns(world, manufacturer);
	const { incomingOffsets, incomingEdges, backlog, shipped } = links(world, supply);
	marketShipped[i] = marketBacklog[i];
	for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++) {
		const e = incomingEdges[k];
		shipped[e] = backlog[e];
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
function shipToCustomers(world: World, i: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { marketOrders, marketBacklog, marketWaiting, marketShipped, price } = own;
	const { marketFilled, marketOnTime, marketDue, marketLatePay, demandKind } = own;
	const { promiseTicks, latePay, latePayTicks } = columns(world, settings);
	const width = marketWaiting.length / marketBacklog.length;
	const base = i * width;
	const owed = marketBacklog[i];
	const units = marketShipped[i];
	const promise = Math.floor(promiseTicks[0]);
	const onTime = serveOldest(marketWaiting, base, width, tick, owed, units, promise);
	marketFilled[i] = Math.max(0, units - (owed - marketOrders[i]));
	marketOnTime[i] = onTime;
	marketDue[i] += onTime;
	marketBacklog[i] = owed - units;
	own.marketTotal[i] += units;
	const late = lateUnits(marketWaiting, base, width, tick, latePayTicks[0]);
	marketLatePay[i] = Math.round(late * latePay[0] * price[i]);
	if (demandKinds[demandKind[i]] !== "owners") return;
	const { state, next, joinedAt } = columns(world, customer);
	const blocks = columns(world, customerBlock).joinedAt;
	for (let k = 0; k < units; k++) {
		const id = takeFirst(own, i, next);
		state[id] = STATE.inDelivery;
		announce(id, tick, joinedAt, blocks);
	}
}

/** What is granted to an arc goes on its way and is taken off the oldest orders. */
function shipToBuyers(world: World, i: number, tick: number): void {
	const edges = links(world, supply);
	const { incomingOffsets, incomingEdges, backlog, waiting, shipped, shippedTotal } = edges;
	const { latePay: paid, inTransit, transportTicks } = edges;
	const { latePay, latePayTicks } = columns(world, settings);
	const price = columns(world, manufacturer).price[i];
	const cohorts = waiting.length / backlog.length;
	const width = inTransit.length / backlog.length;
	for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++) {
		const e = incomingEdges[k];
		const units = shipped[e];
		const base = e * cohorts;
		serveOldest(waiting, base, cohorts, tick, backlog[e], units, 0);
		backlog[e] -= units;
		shippedTotal[e] += units;
		const slot = e * width + ((tick + transportTicks[e]) % width);
		inTransit[slot] += units;
		const late = lateUnits(waiting, base, cohorts, tick, latePayTicks[0]);
		paid[e] = Math.round(late * latePay[0] * price);
	}
}
