// §4.7 Services: requests queue at service firms; served = min(queue, labor · rate).

import { columns, type World } from "../engine/world/world.js";
import { customer, STATE } from "./customer.js";
import { annoyance, takeFirst, takeJoiners } from "./queue.js";
import { serviceFirm, serviceKinds } from "./service-firm.js";
import { settings } from "./settings.js";

const MAINTENANCE = serviceKinds.indexOf("maintenance");

/** Requests of this tick join; as many of the queue as the contracted hours allow are served, oldest first. */
export function serve(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, serviceFirm);
	const { kind, hoursPerJob, contractedHours, begun, queue, requests, served } = own;
	const { requestedTotal, servedTotal, queueHead, annoyed } = own;
	const promise = columns(world, settings).promiseTicks[0];
	const { state, turnsAt, next, orderedAt } = columns(world, customer);
	for (let f = from; f < to; f++) {
		const joined = takeJoiners(own, f, next);
		const waiting = queue[f] + joined;
		const hours = begun[f] + contractedHours[f];
		const most = Math.floor(hours / hoursPerJob[f]);
		const jobs = Math.min(waiting, most);
		begun[f] = most < waiting ? hours - most * hoursPerJob[f] : 0;
		const repairs = kind[f] === MAINTENANCE;
		const after = repairs ? STATE.returned : STATE.received;
		for (let n = 0; n < jobs; n++) {
			const id = takeFirst(own, f, next);
			state[id] = after;
			turnsAt[id] = 0;
		}
		requests[f] = joined;
		queue[f] = waiting - jobs;
		served[f] = jobs;
		annoyed[f] = repairs ? waiting - jobs : annoyance(queueHead[f], next, orderedAt, tick, promise);
		requestedTotal[f] += joined;
		servedTotal[f] += jobs;
	}
}
