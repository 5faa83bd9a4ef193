// §4.2 Operation and need: machines age with use, fail, and reach the end of their life; their owners replace them.
//
// Minimal repair makes the failures of a machine a Poisson process with cumulative intensity (v/η)^β in its age
// of use v (Barlow & Hunter 1960), the limit of the discrete Weibull hazard 1 − exp((v/η)^β − ((v+1)/η)^β) per
// unit of use. So the age at the next failure is drawn once: η ((v/η)^β + e)^(1/β), e exponential.
//
// All machines are used by the same clock, Σ z, each at its owner's rate: when a machine will fail or end is known on
// this clock as soon as it goes to work, and until then there is nothing to be done about it.

import { pow } from "../engine/math/pow.js";
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
	const hazard = pow(age / scale, shape) + exponential(word(stream, id, event, 0));
	return scale * pow(hazard, 1 / shape);
}

/** Hand-overs are taken in, machines are used, those that ended are replaced (§4.3), patience ends. */
export function useAndChoose(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, customer);
	const { useRate, age, turnsAt, state, maker, mechanic, orderedAt, events, next } = own;
	const { failureScale, failureShape, cancel } = columns(world, settings);
	const calls = columns(world, serviceFirm).inbox;
	const orders = columns(world, manufacturer).inbox;
	const clock = columns(world, accounts).useClock[0];
	const start = clock - columns(world, accounts).macro[0];
	const life = lifeOf(world);
	const scale = failureScale[0];
	const shape = failureShape[0];
	const hazard = cancel[0];
	const failures = draws(world, FAILURE);
	const cancels = draws(world, CANCEL);
	const offers = choices(world);
	let undecided = 0;
	for (let i = from; i < to; i++) {
		if (turnsAt[i] > clock) continue;
		let now: number = state[i];
		if (now === STATE.returned || now === STATE.received) {
			const event = events[i] + 1;
			const v = now === STATE.received ? 0 : age[i];
			events[i] = event;
			age[i] = Math.min(life, nextFailure(failures, i, event, v, scale, shape));
			turnsAt[i] = start + (age[i] - v) / useRate[i];
			now = STATE.working;
		}
		if (now === STATE.working && turnsAt[i] <= clock) {
			// It is used to the end of the tick in which it fails.
			age[i] += useRate[i] * (clock - turnsAt[i]);
			if (age[i] >= life) {
				now = STATE.deciding;
				turnsAt[i] = 0;
			} else {
				now = STATE.down;
				turnsAt[i] = Infinity;
				joinInbox(calls, mechanic[i], i, next);
			}
		}
		if (now === STATE.deciding) {
			const chosen = chooseOffer(offers, i, tick);
			if (chosen >= 0) {
				now = STATE.ordered;
				maker[i] = chosen;
				orderedAt[i] = tick;
				joinInbox(orders, chosen, i, next);
			} else undecided++;
		} else if (now === STATE.ordered && uniform(word(cancels, i, tick, 0)) < hazard) now = STATE.cancelling;
		state[i] = now;
	}
	Atomics.add(columns(world, accounts).undecided, 0, undecided);
}

/** The life of a machine as ages hold it. */
export const lifeOf = (world: World) => Math.fround(columns(world, settings).lifeTicks[0]);
