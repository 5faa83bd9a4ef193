// §4.7 Services: requests queue at service firms; served = min(queue, labor · rate).

import type { Step } from "../engine/schedule/model.js";
import { columns, type World } from "../engine/world/world.js";
import { AWAY, customer, STATE } from "./customer.js";
import { openBooks } from "./ledger.js";
import { annoyance, takeFirst, takeJoiners } from "./queue.js";
import { serviceFirm, serviceKinds } from "./service-firm.js";
import { settings } from "./settings.js";
import { clockOf } from "./use.js";

const MAINTENANCE = serviceKinds.indexOf("maintenance");

export const openFirmPages: Step = (world, from, to) => openBooks(columns(world, serviceFirm), from, to);

/**
 * Requests of this tick join; as many of the queue as the hours allow are served, oldest first:
 * their machines go to work with the next tick.
 */
export function serve(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, serviceFirm);
	const { kind, hoursPerJob, rosteredHours, begun, queue, requests, served } = own;
	const { requestedTotal, servedTotal, queueHead, annoyed } = own;
	const { state, turnsAt, next, orderedAt } = columns(world, customer);
	const promise = columns(world, settings).promiseTicks[0];
	const clock = clockOf(world);
	for (let f = from; f < to; f++) {
		const repairs = kind[f] === MAINTENANCE;
		const joined = takeJoiners(own, f, next);
		const waiting = queue[f] + joined;
		const hours = begun[f] + rosteredHours[f];
		const most = Math.floor(hours / hoursPerJob[f]);
		const jobs = Math.min(waiting, most);
		begun[f] = most < waiting ? hours - most * hoursPerJob[f] : 0;
		for (let n = 0; n < jobs; n++) {
			const id = takeFirst(own, f, next);
			state[id] = STATE.working;
			turnsAt[id] += clock - AWAY;
		}
		requests[f] = joined;
		queue[f] = waiting - jobs;
		served[f] = jobs;
		annoyed[f] = repairs ? waiting - jobs : annoyance(queueHead[f], next, orderedAt, tick, promise);
		requestedTotal[f] += joined;
		servedTotal[f] += jobs;
	}
}
