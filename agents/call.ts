// §5 Service modes: which firm a customer calls when its machine fails. Queues are those that the last tick left.

import { gumbel, uniform } from "../engine/random/continuous.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { customer } from "./customer.js";
import { serviceFirm } from "./service-firm.js";
import { settings } from "./settings.js";

/** How services are found: each stage goes on from the one before it. */
export const MODE = { networked: 0, onDemand: 1, customerOriented: 2, serviceOriented: 3 } as const;
const CALL = purpose("service call");
/** Firms that a customer compares, its partner among them. */
const COMPARED = 8;

/** What calls read, as locals of a step. */
export function callsOf(world: World) {
	const { mechanic, events, contract } = columns(world, customer);
	const { place, ofKind, queue, contractedHours, hoursPerJob, logPrice, quality } = columns(
		world,
		serviceFirm,
	);
	const { serviceMode, priceWeight, qualityWeight, delayWeight } = columns(world, settings);
	return {
		mechanic,
		events,
		contract,
		place,
		ofKind,
		queue,
		contractedHours,
		hoursPerJob,
		logPrice,
		quality,
		mode: serviceMode[0],
		wp: priceWeight[0],
		wq: qualityWeight[0],
		wd: delayWeight[0],
		stream: draws(world, CALL),
	};
}
type Calls = ReturnType<typeof callsOf>;

/** The firm that the customer calls: its partner, someone near who has time, or who suits it best among all. */
export function firmFor(calls: Calls, id: number): number {
	const partner = calls.mechanic[id];
	if (calls.mode === MODE.networked) return partner;
	if (calls.mode === MODE.serviceOriented) return bestFirm(calls, id, partner);
	return calls.queue[partner] === 0 ? partner : idleFirm(calls, id, partner);
}

/**
 * Where the partner is busy: one of it and its two neighbors, by chance in proportion to the jobs that each can do in a tick
 * beyond its queue, so that not all run to the same one. Nobody has time: the partner.
 */
function idleFirm(calls: Calls, id: number, partner: number): number {
	const { place, ofKind, queue, contractedHours, hoursPerJob, stream, events } = calls;
	const count = ofKind[partner];
	const first = partner - place[partner];
	const free = (firm: number) => Math.max(0, contractedHours[firm] / hoursPerJob[firm] - queue[firm]);
	const next = first + ((place[partner] + 1) % count);
	const previous = first + ((place[partner] + count - 1) % count);
	const own = free(partner);
	const after = next === partner ? 0 : free(next);
	const before = previous === next ? 0 : free(previous);
	let at = uniform(word(stream, id, events[id], 0)) * (own + after + before) - own;
	if (at <= 0) return partner;
	at -= after;
	return at <= 0 ? next : previous;
}

/**
 * Logit over firms: U = −w_p ln(price) + w_q quality − w_d · (ticks that its queue takes) + G, G Gumbel. Under a contract the price is not
 * the customer's. Of many firms it compares its partner and others in a row, from one drawn anew for each call.
 */
function bestFirm(calls: Calls, id: number, partner: number): number {
	const { place, ofKind, queue, contractedHours, hoursPerJob, logPrice, quality } = calls;
	const { wp, wq, wd, contract, stream, events } = calls;
	const count = ofKind[partner];
	const first = partner - place[partner];
	const pays = contract[id] === 0 ? wp : 0;
	const compared = Math.min(COMPARED, count);
	const start =
		count > COMPARED ? Math.floor(uniform(word(stream, id, events[id], COMPARED)) * count) : place[partner];
	let best = partner;
	let most = -Infinity;
	for (let k = 0; k < compared; k++) {
		const firm = k === 0 ? partner : first + ((start + k) % count);
		const delay = (queue[firm] * hoursPerJob[firm]) / contractedHours[firm];
		const utility = -pays * logPrice[firm] + wq * quality[firm] - wd * delay;
		const value = utility + gumbel(word(stream, id, events[id], k));
		if (value > most) {
			most = value;
			best = firm;
		}
	}
	return best;
}
