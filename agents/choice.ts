// §4.3 Choice: whoever needs a machine compares the offers by a multinomial logit, or waits a tick.

import { log } from "../engine/math/log.js";
import { links } from "../engine/network/network.js";
import { gumbel } from "../engine/random/continuous.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { customer, market } from "./customer.js";
import { manufacturer } from "./manufacturer.js";
import { markets } from "./parameters.js";
import { stageOf, stageUtilities } from "./servitization.js";
import { settings } from "./settings.js";

const SELLER = markets.indexOf("seller");
const CHOICE = purpose("choice");

/** What choices read, as locals of a step. */
export function choices(world: World) {
	const { offsets, targets } = links(world, market);
	const { logPrice, quality, expectedDelay, renown, serviceRank, closed } = columns(world, manufacturer);
	const rules = columns(world, settings);
	const {
		priceWeight,
		qualityWeight,
		delayWeight,
		renownWeight,
		varietyWeight,
		outsideUtility,
		servitization,
	} = rules;
	return {
		offsets,
		targets,
		logPrice,
		quality,
		expectedDelay,
		closed,
		variant: columns(world, customer).variant,
		mismatch: rules.market[0] === SELLER ? varietyWeight[0] : 0,
		wp: priceWeight[0],
		wq: qualityWeight[0],
		wd: delayWeight[0],
		renown,
		wf: renownWeight[0],
		outside: outsideUtility[0],
		adoptedAt: columns(world, customer).adoptedAt,
		serviceRank,
		lever: servitization[0],
		worth: stageUtilities(world),
		stream: draws(world, CHOICE),
	};
}

/**
 * U = −w_p ln(price) + w_q quality − w_d expectedDelay + w_f ln(renown) + r_k · (what the seller's stage is worth) − w_v · mismatch + G, G Gumbel,
 * r_k 1 for who is ready for services, else 0; mismatch 1 where a seller's market does not have one's own variant; waiting has
 * U_0 = u_0 − w_p ln(p_ref) + G. Who waits decides anew in the next tick, so the outside option postpones a need and never loses it. Returns the maker
 * that customer `id` orders from, −1 to wait.
 */
export function chooseOffer(
	{
		offsets,
		targets,
		logPrice,
		quality,
		expectedDelay,
		closed,
		variant,
		mismatch,
		wp,
		wq,
		wd,
		renown,
		wf,
		outside,
		adoptedAt,
		serviceRank,
		lever,
		worth,
		stream,
	}: ReturnType<typeof choices>,
	id: number,
	tick: number,
): number {
	let best = -1;
	let utility = outside + gumbel(word(stream, id, tick, 0));
	const ready = adoptedAt[id] >= 0;
	const odd = variant[id] === 0 ? 0 : mismatch;
	const first = offsets[id];
	for (let e = first; e < offsets[id + 1]; e++) {
		const j = targets[e];
		if (closed[j] === 1) continue;
		const service = ready ? worth[stageOf(lever, serviceRank[j])] : 0;
		const known = wf > 0 ? wf * log(renown[j]) : 0;
		const value = -wp * logPrice[j] + wq * quality[j] - wd * expectedDelay[j] + known + service - odd;
		const offer = value + gumbel(word(stream, id, tick, e - first + 1));
		if (offer > utility) {
			utility = offer;
			best = j;
		}
	}
	return best;
}
