// §4 phase 4 Inbox: purchase orders written informationDelay ticks ago join the supplier's backlog.

import { links } from "../engine/network/network.js";
import { columns, type World } from "../engine/world/world.js";
import { manufacturer, supply, usage } from "./manufacturer.js";
import { settings } from "./settings.js";

/** Keeps what `fetch` adds up from being left out as useless. */
const fetched = new Float64Array(1);

/**
 * What buyers [from, to) ordered, most of it from each other, is asked for in the order in which it lies in memory: supplier by supplier, each order would wait for it
 * alone. The sum means nothing: suppliers may be at these orders by now.
 */
function fetch(world: World, from: number, to: number, tick: number): void {
	const { offsets, idle, placed, ordered, backlog, reads, recent, readTotal } = links(world, supply);
	const width = placed.length / Math.max(1, ordered.length);
	const kept = reads.length / Math.max(1, ordered.length);
	const due = tick % width;
	const newest = tick % kept;
	let sum = 0;
	for (let e = offsets[from]; e < offsets[to]; e++)
		if (idle[e] === 0)
			sum += placed[e * width + due] + backlog[e] + reads[e * kept + newest] + recent[e] + readTotal[e];
	fetched[0] = sum;
}

/** The orders due to be read enter the backlog of their arc; per maker, all that was read and all that waits. */
export function readOrders(world: World, from: number, to: number, tick: number): void {
	const { demandNow, backlog, marketOrders, marketBacklog } = columns(world, manufacturer);
	const edges = links(world, supply);
	const { incomingOffsets, incomingEdges, placed, ordered, backlog: owed, reads, recent, readTotal } = edges;
	const { idle } = edges;
	fetch(world, from, to, tick);
	const width = placed.length / Math.max(1, ordered.length);
	const kept = reads.length / Math.max(1, ordered.length);
	const due = tick % width;
	const newest = tick % kept;
	for (let i = from; i < to; i++) {
		let orders = marketOrders[i];
		let waits = marketBacklog[i];
		for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++) {
			const e = incomingEdges[k];
			if (idle[e] === 1) continue;
			const units = placed[e * width + due];
			placed[e * width + due] = 0;
			ordered[e] = units;
			readTotal[e] += units;
			owed[e] += units;
			recent[e] += units - reads[e * kept + newest];
			reads[e * kept + newest] = units;
			orders += units;
			waits += owed[e];
		}
		demandNow[i] = orders;
		backlog[i] = waits;
	}
}

/** End demand that each buyer knew at the end of the last tick sets out along each active arc, as its orders do. */
export function passEndDemand(world: World, from: number, to: number, tick: number): void {
	const { endDemand } = columns(world, manufacturer);
	const { offsets, sources, quantity, share, contract, active, endDemand: passed } = links(world, supply);
	const delay = passed.length / Math.max(1, quantity.length);
	const sent = (tick + delay - 1) % delay;
	for (let e = offsets[from]; e < offsets[to]; e++) {
		const c = contract[e] < 0 ? e : contract[e];
		passed[e * delay + sent] = active[e] === 1 ? endDemand[sources[e]] * quantity[c] * share[c] : 0;
	}
}

/**
 * End demand that each maker serves, in its own units. With the lag it is what its buyers handed on informationDelay
 * ticks ago, so that it comes as late per tier as orders do; without, this tick's orders of the end stages it works for.
 */
export function sumEndDemand(world: World, from: number, to: number, tick: number): void {
	const { endDemand, marketOrders } = columns(world, manufacturer);
	const { incomingOffsets, incomingEdges, endDemand: passed } = links(world, supply);
	const ends = links(world, usage);
	const lagged = columns(world, settings).sharingLag[0] === 1;
	const delay = passed.length / Math.max(1, incomingEdges.length);
	const arrived = tick % delay;
	for (let i = from; i < to; i++) {
		let sum = marketOrders[i];
		if (lagged)
			for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++)
				sum += passed[incomingEdges[k] * delay + arrived];
		else
			for (let k = ends.offsets[i]; k < ends.offsets[i + 1]; k++)
				sum += marketOrders[ends.targets[k]] * ends.quantity[k];
		endDemand[i] = sum;
	}
}
