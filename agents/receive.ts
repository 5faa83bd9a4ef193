// §4 phase 1 Receive: finished work enters stock, shipments enter component stock; some of both is lost unseen.

import { links, type NetworkViews } from "../engine/network/network.js";
import { binomial } from "../engine/random/binomial.js";
import { purpose } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { Words } from "./drawn.js";
import { manufacturer, supply } from "./manufacturer.js";
import { settings } from "./settings.js";

const LOSS = purpose("finished loss");
const COMPONENT_LOSS = purpose("component loss");
const words = new Words();

/** Work due now is recorded into stock; of it Binomial(units, y) is lost, which no record shows. */
export function receiveWork(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { finished, making, scheduled, lostNow, lost, received, inProgress, madeTotal } = own;
	const loss = columns(world, settings).finishedLoss[0];
	const width = making.length / finished.length;
	const due = tick % width;
	const drawn = words.draw(draws(world, LOSS), from, to, tick);
	for (let i = from; i < to; i++) {
		const units = making[i * width + due];
		const gone = binomial(drawn[i - from], Math.max(0, units), loss);
		making[i * width + due] = 0;
		scheduled[i * width + due] = 0;
		finished[i] += units - gone;
		inProgress[i] -= units;
		received[i] = units;
		lostNow[i] = gone;
		madeTotal[i] += units;
		lost[i] += gone;
	}
}

/** Shipments due now reach the buyers [from, to); of all that is then on hand Binomial(units, y_c) is lost. */
export function receiveComponents(world: World, from: number, to: number, tick: number): void {
	const edges = links(world, supply);
	const { offsets, components, inTransit, arrived, onOrder, lostNow, lost, arrivedTotal, idle } = edges;
	const loss = columns(world, settings).componentLoss[0];
	const width = inTransit.length / Math.max(1, components.length);
	const due = tick % width;
	const first = offsets[from];
	const last = offsets[to];
	const drawn = words.draw(draws(world, COMPONENT_LOSS), first, last, tick);
	for (let e = first; e < last; e++) {
		if (idle[e] === 1) continue;
		const units = inTransit[e * width + due];
		const onHand = components[e] + units;
		const gone = binomial(drawn[e - first], Math.max(0, onHand), loss);
		inTransit[e * width + due] = 0;
		components[e] = onHand - gone;
		arrived[e] = units;
		onOrder[e] -= units;
		lostNow[e] = gone;
		arrivedTotal[e] += units;
		lost[e] += gone;
	}
	handOver(edges, first, last);
	if (columns(world, settings).returns[0] === 0) rest(edges, first, last);
}

/** What came along an alternative to a contract enters its component stock, whole. */
function handOver(edges: NetworkViews<typeof supply.groups>, first: number, last: number): void {
	const { contract, idle, components, arrived, lost, lostNow, usedTotal, substitutedTotal } = edges;
	for (let e = first; e < last; e++) {
		const c = contract[e];
		if (c < 0 || idle[e] === 1) continue;
		const units = components[e] + lostNow[e];
		components[e] = 0;
		lost[e] -= lostNow[e];
		lostNow[e] = 0;
		arrived[e] = 0;
		usedTotal[e] += units;
		components[c] += units;
		arrived[c] += units;
		substitutedTotal[c] += units;
	}
}

/**
 * An alternative on which all has come to rest is idle, and passed over until something is ordered along it: its columns of a tick are 0. Only
 * without returns: with them a sum of 0 may hide what goes to and fro.
 */
function rest(edges: NetworkViews<typeof supply.groups>, first: number, last: number): void {
	const { contract, idle, active, onOrder, recent, ordered, shipped, latePay } = edges;
	for (let e = first; e < last; e++) {
		if (idle[e] === 1 || contract[e] < 0 || active[e] === 1) continue;
		if (onOrder[e] === 0 && recent[e] === 0 && ordered[e] === 0 && shipped[e] === 0 && latePay[e] === 0)
			idle[e] = 1;
	}
}
