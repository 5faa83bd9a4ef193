// §4.3 Choice: whoever needs a machine compares the offers by a multinomial logit, or waits a tick.

import { exp } from "../engine/math/exp.js";
import { links } from "../engine/network/network.js";
import { gumbel } from "../engine/random/continuous.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { customer, customerBlock, market, STATE } from "./customer.js";
import { manufacturer } from "./manufacturer.js";
import { announce } from "./queue.js";
import { settings } from "./settings.js";

const CHOICE = purpose("choice");

/**
 * U = −w_p ln(price) + w_q quality − w_d expectedDelay + G, G Gumbel; waiting has U_0 = u_0 − w_p ln(p_ref) + G.
 * Who waits decides anew in the next tick, so the outside option postpones a need and never loses it.
 */
export function chooseOffers(world: World, from: number, to: number, tick: number): void {
	const { state, maker, joinedAt, orderedAt } = columns(world, customer);
	const { offsets, targets } = links(world, market);
	const { logPrice, quality, expectedDelay } = columns(world, manufacturer);
	const { priceWeight, qualityWeight, delayWeight, outsideUtility } = columns(world, settings);
	const blocks = columns(world, customerBlock).joinedAt;
	const wp = priceWeight[0];
	const wq = qualityWeight[0];
	const wd = delayWeight[0];
	const outside = outsideUtility[0];
	const stream = draws(world, CHOICE);
	for (let i = from; i < to; i++) {
		if (state[i] !== STATE.deciding) continue;
		let best = -1;
		let utility = outside + gumbel(word(stream, i, tick, 0));
		const first = offsets[i];
		for (let e = first; e < offsets[i + 1]; e++) {
			const j = targets[e];
			const value = -wp * logPrice[j] + wq * quality[j] - wd * expectedDelay[j];
			const offer = value + gumbel(word(stream, i, tick, e - first + 1));
			if (offer > utility) {
				utility = offer;
				best = j;
			}
		}
		if (best < 0) continue;
		maker[i] = best;
		state[i] = STATE.ordered;
		orderedAt[i] = tick;
		announce(i, tick, joinedAt, blocks);
	}
}

/** s ← .9 s + .1·2^(−delay/promise), 0 in place of the power while the machine is down. */
export function feelServed(world: World, from: number, to: number, tick: number): void {
	const { state, orderedAt, satisfaction } = columns(world, customer);
	const promise = columns(world, settings).promiseTicks[0];
	for (let i = from; i < to; i++) {
		const now = state[i];
		let felt = 1;
		if (now === STATE.down) felt = 0;
		else if (now === STATE.ordered || now === STATE.inDelivery)
			felt = exp((-Math.LN2 * (tick - orderedAt[i])) / promise);
		satisfaction[i] = 0.9 * satisfaction[i] + 0.1 * felt;
	}
}
