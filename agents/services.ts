// §4.7 Services: requests queue at service firms; served = min(queue, labor · rate).

import { columns, type World } from "../engine/world/world.js";
import { customer, STATE } from "./customer.js";
import { appendJoiners, takeFirst } from "./queue.js";
import { serviceFirm, serviceKinds } from "./service-firm.js";

/** Requests of this tick join; as many of the queue as the contracted hours allow are served, oldest first. */
export function serve(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, serviceFirm);
	const { kind, hoursPerJob, contractedHours, begun, queue, requests, served } = own;
	const { requestedTotal, servedTotal } = own;
	const { state, mechanic, carrier, next } = columns(world, customer);
	requests.fill(0, from, to);
	for (let k = 0; k < serviceKinds.length; k++) {
		const [first, last] = firmsOfKind(kind, k, from, to);
		if (serviceKinds[k] === "maintenance")
			appendJoiners(world, own, first, last, tick, STATE.down, mechanic, requests);
		else appendJoiners(world, own, first, last, tick, STATE.inDelivery, carrier, requests);
	}
	for (let f = from; f < to; f++) {
		const waiting = queue[f] + requests[f];
		const hours = begun[f] + contractedHours[f];
		const most = Math.floor(hours / hoursPerJob[f]);
		const jobs = Math.min(waiting, most);
		begun[f] = most < waiting ? hours - most * hoursPerJob[f] : 0;
		const after = serviceKinds[kind[f]] === "maintenance" ? STATE.returned : STATE.received;
		for (let n = 0; n < jobs; n++) state[takeFirst(own, f, next)] = after;
		queue[f] = waiting - jobs;
		served[f] = jobs;
		requestedTotal[f] += requests[f];
		servedTotal[f] += jobs;
	}
}

/** Firms of one kind stand together: their part of rows [from, to). */
function firmsOfKind(kinds: Int32Array, kind: number, from: number, to: number): [number, number] {
	let first = from;
	while (first < to && kinds[first] !== kind) first++;
	let last = first;
	while (last < to && kinds[last] === kind) last++;
	return [first, last];
}
