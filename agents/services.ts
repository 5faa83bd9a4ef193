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

/**
 * Requests of this tick join; as many of the queue as the hours allow are served, those whose contract gives them
 * priority first, then oldest first: their machines go to work with the next tick.
 */
export function serve(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, serviceFirm);
	const { kind, place, ofKind, hoursPerJob, rosteredHours, begun, queue, requests, served, planned } = own;
	const { requestedTotal, servedTotal, queueHead, annoyed, billed, urgentHead, urgentTail } = own;
	const { state, turnsAt, next, orderedAt, contract } = columns(world, customer);
	const { asked, askedByOwners } = columns(world, accounts);
	const contracts = contractsOf(world);
	const urgent = { queueHead: urgentHead, queueTail: urgentTail };
	const { promiseTicks, plannedWork: work, serviceMode } = columns(world, settings);
	// Firms that go by the customer put any contract before none; else the terms of the higher ones do.
	const least = serviceMode[0] >= MODE.customerOriented ? STAGE.addOn : STAGE.enhanced;
	const isUrgent = (id: number) => contract[id] >= least;
	const promise = promiseTicks[0];
	const plannedWork = work[0];
	const clock = clockOf(world);
	for (let f = from; f < to; f++) {
		const repairs = kind[f] === KIND.maintenance;
		const counted = kind[f] > KIND.logistics;
		const part = (jobs: Int32Array) => partOf(jobs[kind[f]], place[f], ofKind[f], tick);
		const joined = repairs
			? takeJoinersApart(own, urgent, f, next, isUrgent)
			: counted
				? part(asked)
				: takeJoiners(own, f, next);
		const waiting = queue[f] + joined;
		// Planned maintenance had its time set aside; what it took too long is missing in the next tick.
		const hours = begun[f] + rosteredHours[f] - planned[f] * plannedWork * hoursPerJob[f];
		const most = Math.max(0, Math.floor(hours / hoursPerJob[f]));
		const jobs = Math.min(waiting, most);
		begun[f] = most < waiting ? hours - most * hoursPerJob[f] : Math.min(0, hours);
		let paidByMakers = counted ? joined - part(askedByOwners) : 0;
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
		requests[f] = joined;
		queue[f] = waiting - jobs;
		served[f] = jobs;
		annoyed[f] = repairs ? waiting - jobs : annoyance(queueHead[f], next, orderedAt, tick, promise);
		requestedTotal[f] += joined;
		servedTotal[f] += jobs;
	}
}
