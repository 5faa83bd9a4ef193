// §4.2 Operation and need: machines age with use, fail, and reach the end of their life; their owners replace them.
//
// Minimal repair makes the failures of a machine a Poisson process with cumulative intensity (v/η)^β in its age
// of use v (Barlow & Hunter 1960), the limit of the discrete Weibull hazard 1 − exp((v/η)^β − ((v+1)/η)^β) per
// unit of use. So the age at the next failure is drawn once: η ((v/η)^β + e)^(1/β), e exponential.
//
// All machines are used by the same clock, Σ z, each at its owner's rate: when a machine will fail or end is known on
// this clock as soon as it goes to work, and until then there is nothing to be done about it.

import { exp } from "../engine/math/exp.js";
import { exponential, uniform } from "../engine/random/continuous.js";
import { purpose, type StreamKey, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { failureNotes, noteFailure } from "./applications/failure-ages.js";
import { returnBin } from "./applications/grade-returns.js";
import { callsOf, firmFor } from "./call.js";
import { choices, chooseOffer } from "./choice.js";
import { conditionOf, trueAge } from "./condition.js";
import { contractsOf, end, fail } from "./contract.js";
import { AWAY, customer, PARTS, STATE } from "./customer.js";
import { Normals } from "./drawn.js";
import { type FailureLaw, weibullLaw } from "./failure-law.js";
import { manufacturer } from "./manufacturer.js";
import { cancelHazard } from "./options.js";
import { isCaught, maintain, preventionOf } from "./prevention.js";
import { joinInbox } from "./queue.js";
import { askFor } from "./request.js";
import { KIND, serviceFirm } from "./service-firm.js";
import { STAGE, stageOf } from "./servitization.js";
import { settings } from "./settings.js";

const USE = purpose("use rate");
const normals = new Normals();
const FAILURE = purpose("failure");
const CANCEL = purpose("cancel");

/** Room for the ids of those whose turn it is. */
let turning = new Int32Array(0);
/** Keeps what `fetch` adds up from being left out as useless. */
const fetched = new Float64Array(1);

/** Age of use at the next failure of a machine of age v, by the customer's `event`-th draw. */
export function nextFailure(
	stream: StreamKey,
	id: number,
	event: number,
	age: number,
	law: FailureLaw,
): number {
	return law.ageAt(law.hazardAt(age) + exponential(word(stream, id, event, 0)));
}

/** How hard each owner uses its machines: lognormal with mean 1. */
export function drawUseRates(world: World): void {
	const { useRate } = columns(world, customer);
	const [spread] = columns(world, settings).useSpread;
	const drawn = normals.draw(draws(world, USE), 0, useRate.length, 0);
	for (let i = 0; i < useRate.length; i++) useRate[i] = exp(spread * drawn[i] - (spread * spread) / 2);
}

/** What it takes to know when a machine will fail or end, as locals of a step. */
export function turns(world: World) {
	const { useRate, age, events, younger, contract, dueByAge } = columns(world, customer);
	const { failureScale, failureShape } = columns(world, settings);
	const life = lifeOf(world);
	return {
		useRate,
		age,
		events,
		younger,
		contract,
		dueByAge,
		life,
		condition: conditionOf(world, columns(world, accounts).maintenanceAge[0]),
		law: weibullLaw(failureScale[0], failureShape[0]),
		failures: draws(world, FAILURE),
	};
}

/**
 * Time on the clock of use from when the customer's machine, now of age v, 0 if new, goes to work to when it fails or ends. A
 * machine is repaired as old as it was, and the draw is the customer's next: both are known before anybody has come to repair it.
 * Under contracts with prevention it is maintained before, when it is believed to be of the virtual age that costs least, where the law of
 * failures is known.
 */
export function nextTurn(machines: ReturnType<typeof turns>, id: number, v: number): number {
	const { useRate, age, events, younger, contract, dueByAge, life, condition } = machines;
	const { law, failures } = machines;
	const event = events[id] + 1;
	if (v === 0) younger[id] = 0;
	const off = younger[id];
	let turn = Math.fround(Math.min(life, off + nextFailure(failures, id, event, v - off, law)));
	dueByAge[id] = 0;
	if (condition.age > 0 && contract[id] >= STAGE.enhanced) {
		const due = Math.fround(Math.max(v, off + trueAge(condition, id, event, useRate[id])));
		if (due < turn) {
			turn = due;
			dueByAge[id] = 1;
		}
	}
	events[id] = event;
	age[id] = turn;
	return timeOf(turn - v, useRate[id]);
}

/** Machines are used, those that end are replaced (§4.3), patience ends. */
export function useAndChoose(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, customer);
	const { useRate, age, turnsAt, state, maker, mechanic, orderedAt, next, contract, dueByAge } = own;
	const { inbox: calls, planned } = columns(world, serviceFirm);
	const { inbox: orders, plannedBilled, agedBilled, returned } = columns(world, manufacturer);
	const clock = clockOf(world);
	const machines = turns(world);
	const hazard = cancelHazard(world);
	const cancels = draws(world, CANCEL);
	const offers = choices(world);
	const contracts = contractsOf(world);
	const prevention = preventionOf(world);
	const firms = callsOf(world);
	const notes = failureNotes(world);
	if (turning.length < to - from) turning = new Int32Array(to - from);
	let count = 0;
	for (let i = from; i < to; i++) if (turnsAt[i] <= clock) turning[count++] = i;
	fetch(world, count);
	let undecided = 0;
	let ended = 0;
	let ownedByMakers = 0;
	const graded = columns(world, settings).useClustering[0] === 1;
	const { returnAges } = columns(world, accounts);
	// Who calls the same firm as the one before calls together: one list of them from `head` to `tail`.
	let firm = -1;
	let head = -1;
	let tail = -1;
	for (let k = 0; k < count; k++) {
		const i = turning[k];
		let now: number = state[i];
		if (now === STATE.working) {
			// It is used to the end of the tick in which it fails.
			const v = age[i] + (useRate[i] * (clock - turnsAt[i])) / PARTS;
			if (v < machines.life && dueByAge[i] === 1) {
				// Whose contract has ended meanwhile goes on as it is.
				if (contract[i] >= STAGE.enhanced) {
					maintain(prevention, i, v);
					Atomics.add(agedBilled, maker[i], 1);
					Atomics.add(planned, mechanic[i], 1);
				}
				turnsAt[i] = clock + nextTurn(machines, i, v);
				continue;
			}
			if (v < machines.life && isCaught(prevention, i)) {
				maintain(prevention, i, v);
				turnsAt[i] = clock + nextTurn(machines, i, v);
				Atomics.add(plannedBilled, maker[i], 1);
				Atomics.add(planned, mechanic[i], 1);
				continue;
			}
			if (v < machines.life) {
				state[i] = STATE.down;
				if (contract[i] > 0) fail(contracts, i, tick);
				turnsAt[i] = AWAY + nextTurn(machines, i, v);
				const chosen = firmFor(firms, i);
				noteFailure(notes, chosen, i, machines.life);
				if (chosen === firm) next[i] = head;
				else {
					joinInbox(calls, firm, head, tail, next);
					firm = chosen;
					tail = i;
				}
				head = i;
				continue;
			}
			ended++;
			if (graded) Atomics.add(returnAges, returnBin(useRate[i]), 1);
			now = STATE.deciding;
			turnsAt[i] = 0;
			if (contract[i] > 0) {
				if (contract[i] === STAGE.embedded) {
					Atomics.add(returned, maker[i], 1);
					ownedByMakers++;
				}
				end(contracts, i, tick);
			}
		}
		if (now === STATE.deciding) {
			const chosen = chooseOffer(offers, i, tick);
			if (chosen >= 0) {
				now = STATE.ordered;
				maker[i] = chosen;
				orderedAt[i] = tick;
				contract[i] = offers.adoptedAt[i] < 0 ? 0 : stageOf(offers.lever, offers.serviceRank[chosen]);
				joinInbox(orders, chosen, i, i, next);
			} else undecided++;
		} else if (now === STATE.ordered && uniform(word(cancels, i, tick, 0)) < hazard) now = STATE.cancelling;
		state[i] = now;
	}
	joinInbox(calls, firm, head, tail, next);
	Atomics.add(columns(world, accounts).undecided, 0, undecided);
	askFor(world, KIND.recycling, ended, ended - ownedByMakers);
	Atomics.add(columns(world, accounts).ended, 0, ended);
}

/** What the first `count` whose turn it is will need is asked for at once: one by one, each would wait for memory alone. */
function fetch(world: World, count: number): void {
	const { useRate, mechanic, age, younger, dueByAge, state, next, events, contract } = columns(
		world,
		customer,
	);
	let sum = 0;
	for (let k = 0; k < count; k++) {
		const i = turning[k];
		sum += useRate[i] + mechanic[i] + age[i] + younger[i] + dueByAge[i];
		sum += state[i] + next[i] + events[i] + contract[i];
	}
	fetched[0] = sum;
}

/** The clock of use after this tick, in its parts. */
export const clockOf = (world: World) => Math.floor(columns(world, accounts).useClock[0] * PARTS);
/** The life of a machine, as ages are held. */
export const lifeOf = (world: World) => Math.fround(columns(world, settings).lifeTicks[0]);
/** On the clock of use, so much use at this rate; no more than half of what the clock can tell. */
export const timeOf = (use: number, rate: number) => Math.min(Math.ceil((use / rate) * PARTS), AWAY / 2);
