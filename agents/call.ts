// §5 Service modes: which firm a customer calls when its machine fails. Queues are those that the last tick left.

import { gumbel, uniform } from "../engine/random/continuous.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
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
	const { place, ofKind, queue, contractedHours, rosteredHours, hoursPerJob, logPrice, quality } = columns(
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
		rosteredHours,
		hoursPerJob,
		logPrice,
		quality,
		expected: columns(world, accounts).usualCalls[0],
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
	return nearFirm(calls, id, partner);
}

/**
 * Where the partner is expected to be busy to the end of the tick: so many of its calls, by chance, that it and its two
 * neighbors would all take as long, to those who would be done before, in proportion to what they lack of it. Queues are as
 * old as a tick, and all running to the shortest would make it the longest; so the calls that will come meanwhile count
 * like those that wait (Dahlin 2000).
 */
function nearFirm(calls: Calls, id: number, partner: number): number {
	const { place, ofKind, queue, rosteredHours, hoursPerJob, expected, stream, events } = calls;
	const jobs = (firm: number) => rosteredHours[firm] / hoursPerJob[firm];
	const load = (firm: number) => queue[firm] + expected;
	if (load(partner) <= jobs(partner)) return partner;
	const count = ofKind[partner];
	const first = partner - place[partner];
	const next = first + ((place[partner] + 1) % count);
	const previous = first + ((place[partner] + count - 1) % count);
	let loads = 0;
	let all = 0;
	for (let k = 0; k < Math.min(3, count); k++) {
		const firm = k === 0 ? partner : k === 1 ? next : previous;
		loads += load(firm);
		all += jobs(firm);
	}
	const over = (firm: number) => load(firm) - (loads / all) * jobs(firm);
	const leaving = over(partner) / Math.max(1, expected);
	const after = Math.max(0, -over(next));
	const before = previous === next ? 0 : Math.max(0, -over(previous));
	const at = uniform(word(stream, id, events[id], 0));
	// Nobody leaves where all take as long, or have no hours at all.
	if (!(at < leaving && after + before > 0)) return partner;
	return at * (after + before) < Math.min(1, leaving) * after ? next : previous;
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
