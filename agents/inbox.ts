// §4 phase 4 Inbox: purchase orders written informationDelay ticks ago join the supplier's backlog.

import { links } from "../engine/network/network.js";
import { columns, type World } from "../engine/world/world.js";
import { openCohort } from "./cohorts.js";
import { manufacturer, supply, usage } from "./manufacturer.js";
import { settings } from "./settings.js";

/** Per arc: the orders due to be read enter its backlog as this tick's cohort. */
export function readOrders(world: World, from: number, to: number, tick: number): void {
	const { placed, ordered, backlog, waiting, readTotal } = links(world, supply);
	const width = placed.length / ordered.length;
	const cohorts = waiting.length / ordered.length;
	for (let e = from; e < to; e++) {
		const slot = e * width + (tick % width);
		const units = placed[slot];
		placed[slot] = 0;
		ordered[e] = units;
		readTotal[e] += units;
		backlog[e] += units;
		openCohort(waiting, e * cohorts, cohorts, tick, units);
	}
}

/** Per maker: all orders read in this tick, and all that wait. */
export function sumOrders(world: World, from: number, to: number): void {
	const { demandNow, backlog, marketOrders, marketBacklog } = columns(world, manufacturer);
	const { incomingOffsets, incomingEdges, ordered, backlog: owed } = links(world, supply);
	for (let i = from; i < to; i++) {
		let orders = marketOrders[i];
		let waiting = marketBacklog[i];
		for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++) {
			const e = incomingEdges[k];
			orders += ordered[e];
			waiting += owed[e];
		}
		demandNow[i] = orders;
		backlog[i] = waiting;
	}
}

/** End demand that each buyer knew at the end of the last tick sets out along each arc, as its orders do. */
export function passEndDemand(world: World, from: number, to: number, tick: number): void {
	const { endDemand } = columns(world, manufacturer);
	const { sources, quantity, endDemand: passed } = links(world, supply);
	const delay = passed.length / quantity.length;
	const sent = (tick + delay - 1) % delay;
	for (let e = from; e < to; e++) passed[e * delay + sent] = endDemand[sources[e]] * quantity[e];
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
	for (let i = from; i < to; i++) {
		let sum = marketOrders[i];
		if (lagged)
			for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++)
				sum += passed[incomingEdges[k] * delay + (tick % delay)];
		else
			for (let k = ends.offsets[i]; k < ends.offsets[i + 1]; k++)
				sum += marketOrders[ends.targets[k]] * ends.quantity[k];
		endDemand[i] = sum;
	}
}
