// §4.7 Services: requests queue at service firms; served = min(queue, labor · rate).

import type { Step } from "../engine/schedule/model.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { MODE } from "./call.js";
import { contractsOf, deliver, repair } from "./contract.js";
import { AWAY, customer, STATE } from "./customer.js";
import { openBooks } from "./ledger.js";
import { annoyance, takeFirst, takeJoiners, takeJoinersApart } from "./queue.js";
import { partOf } from "./request.js";
import { KIND, serviceFirm } from "./service-firm.js";
import { STAGE } from "./servitization.js";
import { settings } from "./settings.js";
import { clockOf } from "./use.js";

export const openFirmPages: Step = (world, from, to) => openBooks(columns(world, serviceFirm), from, to);

/** Requests of this tick join the queue; whole hours that are missing to serve it all, or left over when it is served. */
export function takeRequests(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, serviceFirm);
	const { kind, place, ofKind, hoursPerJob, rosteredHours, begun, queue, requests, planned } = own;
	const { requestedTotal, urgentHead, urgentTail, hours, shortHours, idleHours, hoursIn, hoursOut } = own;
	const { next, contract } = columns(world, customer);
	const { asked } = columns(world, accounts);
	const { plannedWork, serviceMode } = columns(world, settings);
	const urgent = { queueHead: urgentHead, queueTail: urgentTail };
	// Firms that go by the customer put any contract before none; else the terms of the higher ones do.
	const least = serviceMode[0] >= MODE.customerOriented ? STAGE.addOn : STAGE.enhanced;
	const isUrgent = (id: number) => contract[id] >= least;
	for (let f = from; f < to; f++) {
		requests[f] =
			kind[f] === KIND.maintenance
				? takeJoinersApart(own, urgent, f, next, isUrgent)
				: kind[f] === KIND.logistics
					? takeJoiners(own, f, next)
					: partOf(asked[kind[f]], place[f], ofKind[f], tick);
		requestedTotal[f] += requests[f];
		const waiting = queue[f] + requests[f];
		// Planned maintenance had its time set aside; what it took too long is missing in the next tick.
		hours[f] = begun[f] + rosteredHours[f] - planned[f] * plannedWork[0] * hoursPerJob[f];
		const left = hours[f] - waiting * hoursPerJob[f];
		const isShort = Math.floor(hours[f] / hoursPerJob[f]) < waiting;
		shortHours[f] = isShort ? Math.max(1, Math.ceil(-left)) : 0;
		idleHours[f] = isShort ? 0 : Math.max(0, Math.floor(left));
		hoursIn[f] = 0;
		hoursOut[f] = 0;
	}
}

/**
 * As many of the queue as the hours allow are served, those whose contract gives them priority first, then oldest first:
 * their machines go to work with the next tick.
 */
export function serve(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, serviceFirm);
	const { kind, place, ofKind, hoursPerJob, rosteredHours, begun, queue, requests, served } = own;
	const { servedTotal, queueHead, annoyed, billed, urgentHead, urgentTail } = own;
	const { hours, shortHours, hoursIn, hoursOut, load } = own;
	const { state, turnsAt, next, orderedAt, contract } = columns(world, customer);
	const { askedByOwners } = columns(world, accounts);
	const contracts = contractsOf(world);
	const urgent = { queueHead: urgentHead, queueTail: urgentTail };
	const promise = columns(world, settings).promiseTicks[0];
	const clock = clockOf(world);
	for (let f = from; f < to; f++) {
		const repairs = kind[f] === KIND.maintenance;
		const counted = kind[f] > KIND.logistics;
		const waiting = queue[f] + requests[f];
		const roster = rosteredHours[f];
		load[f] = roster > 0 ? (roster - hours[f] + waiting * hoursPerJob[f]) / roster : 0;
		const mine = hours[f] + hoursIn[f] - hoursOut[f];
		const most = hoursIn[f] < shortHours[f] ? Math.max(0, Math.floor(mine / hoursPerJob[f])) : waiting;
		const jobs = Math.min(waiting, most);
		begun[f] = most < waiting ? mine - most * hoursPerJob[f] : Math.min(0, mine);
		let paidByMakers = counted ? requests[f] - partOf(askedByOwners[kind[f]], place[f], ofKind[f], tick) : 0;
		for (let n = counted ? jobs : 0; n < jobs; n++) {
			const id = takeFirst(urgentHead[f] < 0 ? own : urgent, f, next);
			state[id] = STATE.working;
			turnsAt[id] += clock - AWAY;
			if (contract[id] > 0) {
				if (repairs) {
					repair(contracts, id, tick);
					paidByMakers++;
				} else deliver(contracts, id, tick);
			}
		}
		billed[f] = paidByMakers;
		queue[f] = waiting - jobs;
		served[f] = jobs;
		annoyed[f] = repairs ? waiting - jobs : annoyance(queueHead[f], next, orderedAt, tick, promise);
		servedTotal[f] += jobs;
	}
}
