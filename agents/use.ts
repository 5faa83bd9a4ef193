// §4.2 Operation and need: machines age with use, fail, and reach the end of their life; their owners replace them.
//
// Minimal repair makes the failures of a machine a Poisson process with cumulative intensity (v/η)^β in its age
// of use v (Barlow & Hunter 1960), the limit of the discrete Weibull hazard 1 − exp((v/η)^β − ((v+1)/η)^β) per
// unit of use. So the age at the next failure is drawn once: η ((v/η)^β + e)^(1/β), e exponential.
//
// All machines are used by the same clock, Σ z, each at its owner's rate: when a machine will fail or end is known on
// this clock as soon as it goes to work, and until then there is nothing to be done about it.

import { exp } from "../engine/math/exp.js";
import { log } from "../engine/math/log.js";
import { exponential, uniform } from "../engine/random/continuous.js";
import { purpose, type StreamKey, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { choices, chooseOffer } from "./choice.js";
import { customer, STATE } from "./customer.js";
import { manufacturer } from "./manufacturer.js";
import { joinInbox } from "./queue.js";
import { serviceFirm } from "./service-firm.js";
import { settings } from "./settings.js";

const FAILURE = purpose("failure");
const CANCEL = purpose("cancel");

/** Age of use at the next failure of a machine of age v, by the customer's `event`-th draw. */
export function nextFailure(
	stream: StreamKey,
	id: number,
	event: number,
	age: number,
	scale: number,
	shape: number,
): number {
	const exposed = age / scale;
	const so = shape === 2 ? exposed * exposed : exp(shape * log(exposed));
	const hazard = so + exponential(word(stream, id, event, 0));
	return scale * (shape === 2 ? Math.sqrt(hazard) : exp(log(hazard) / shape));
}

/** What handing over a machine reads and writes, as locals of a step. */
export function handOvers(world: World) {
	const { useRate, age, turnsAt, state, events } = columns(world, customer);
	const { failureScale, failureShape } = columns(world, settings);
	return {
		useRate,
		age,
		turnsAt,
		state,
		events,
		clock: columns(world, accounts).useClock[0],
		life: lifeOf(world),
		scale: failureScale[0],
		shape: failureShape[0],
		failures: draws(world, FAILURE),
	};
}

/** A customer gets its machine, repaired or new, which goes to work with the next tick. */
export function handOver(
	{ useRate, age, turnsAt, state, events, clock, life, scale, shape, failures }: ReturnType<typeof handOvers>,
	id: number,
	isNew: boolean,
): void {
	const event = events[id] + 1;
	const v = isNew ? 0 : age[id];
	const turn = Math.fround(Math.min(life, nextFailure(failures, id, event, v, scale, shape)));
	events[id] = event;
	age[id] = turn;
	turnsAt[id] = clock + (turn - v) / useRate[id];
	state[id] = STATE.working;
}

/** Machines are used, those that end are replaced (§4.3), patience ends. */
export function useAndChoose(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, customer);
	const { useRate, age, turnsAt, state, maker, mechanic, orderedAt, next } = own;
	const calls = columns(world, serviceFirm).inbox;
	const orders = columns(world, manufacturer).inbox;
	const clock = columns(world, accounts).useClock[0];
	const life = lifeOf(world);
	const hazard = columns(world, settings).cancel[0];
	const cancels = draws(world, CANCEL);
	const offers = choices(world);
	let undecided = 0;
	// Who calls the same firm as the one before calls together: one list of them from `head` to `tail`.
	let firm = -1;
	let head = -1;
	let tail = -1;
	for (let i = from; i < to; i++) {
		if (turnsAt[i] > clock) continue;
		let now: number = state[i];
		if (now === STATE.working) {
			// It is used to the end of the tick in which it fails.
			const v = age[i] + useRate[i] * (clock - turnsAt[i]);
			age[i] = v;
			if (v < life) {
				state[i] = STATE.down;
				turnsAt[i] = Infinity;
				if (mechanic[i] === firm) next[i] = head;
				else {
					joinInbox(calls, firm, head, tail, next);
					firm = mechanic[i];
					tail = i;
				}
				head = i;
				continue;
			}
			now = STATE.deciding;
			turnsAt[i] = 0;
		}
		if (now === STATE.deciding) {
			const chosen = chooseOffer(offers, i, tick);
			if (chosen >= 0) {
				now = STATE.ordered;
				maker[i] = chosen;
				orderedAt[i] = tick;
				joinInbox(orders, chosen, i, i, next);
			} else undecided++;
		} else if (now === STATE.ordered && uniform(word(cancels, i, tick, 0)) < hazard) now = STATE.cancelling;
		state[i] = now;
	}
	joinInbox(calls, firm, head, tail, next);
	Atomics.add(columns(world, accounts).undecided, 0, undecided);
}

/** The life of a machine as ages hold it. */
export const lifeOf = (world: World) => Math.fround(columns(world, settings).lifeTicks[0]);
