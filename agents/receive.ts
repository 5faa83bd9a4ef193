// §4 phase 1 Receive: finished work enters stock, shipments enter component stock; some of both is lost unseen.

import { links } from "../engine/network/network.js";
import { binomial } from "../engine/random/binomial.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { manufacturer, supply } from "./manufacturer.js";
import { settings } from "./settings.js";

const LOSS = purpose("finished loss");
const COMPONENT_LOSS = purpose("component loss");

/** Work due now is recorded into stock; of it Binomial(units, y) is lost, which no record shows. */
export function receiveWork(world: World, from: number, to: number, tick: number): void {
	const { finished, making, lostNow, lost, received, inProgress, madeTotal } = columns(world, manufacturer);
	const loss = columns(world, settings).finishedLoss[0];
	const width = making.length / finished.length;
	const stream = draws(world, LOSS);
	for (let i = from; i < to; i++) {
		const slot = i * width + (tick % width);
		const units = making[slot];
		const gone = binomial(word(stream, i, tick, 0), Math.max(0, units), loss);
		making[slot] = 0;
		finished[i] += units - gone;
		inProgress[i] -= units;
		received[i] = units;
		lostNow[i] = gone;
		madeTotal[i] += units;
		lost[i] += gone;
	}
}

/** Shipments due now reach the buyer; of all that is then on hand Binomial(units, y_c) is lost. */
export function receiveComponents(world: World, from: number, to: number, tick: number): void {
	const edges = links(world, supply);
	const { components, inTransit, arrived, onOrder, lostNow, lost, arrivedTotal } = edges;
	const loss = columns(world, settings).componentLoss[0];
	const width = inTransit.length / components.length;
	const stream = draws(world, COMPONENT_LOSS);
	for (let e = from; e < to; e++) {
		const slot = e * width + (tick % width);
		const units = inTransit[slot];
		const onHand = components[e] + units;
		const gone = binomial(word(stream, e, tick, 0), Math.max(0, onHand), loss);
		inTransit[slot] = 0;
		components[e] = onHand - gone;
		arrived[e] = units;
		onOrder[e] -= units;
		lostNow[e] = gone;
		arrivedTotal[e] += units;
		lost[e] += gone;
	}
}
