// §4.2 Operation and need: machines age with use, fail, and reach the end of their life.
//
// Minimal repair makes the failures of a machine a Poisson process with cumulative intensity (v/η)^β in its age
// of use v (Barlow & Hunter 1960), the limit of the discrete Weibull hazard 1 − exp((v/η)^β − ((v+1)/η)^β) per
// unit of use. So the age at the next failure is drawn once: η ((v/η)^β + e)^(1/β), e exponential.

import { pow } from "../engine/math/pow.js";
import { exponential, uniform } from "../engine/random/continuous.js";
import { purpose, type StreamKey, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { customer, customerBlock, STATE } from "./customer.js";
import { announce } from "./queue.js";
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

/** Hand-overs are taken in, machines are used, patience ends. */
export function useMachines(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, customer);
	const { useRate, age, failsAt, state, joinedAt, orderedAt, events } = own;
	const { lifeTicks, failureScale, failureShape, cancel } = columns(world, settings);
	const blocks = columns(world, customerBlock).joinedAt;
	const z = columns(world, accounts).macro[0];
	const life = lifeTicks[0];
	const scale = failureScale[0];
	const shape = failureShape[0];
	const hazard = cancel[0];
	const failures = draws(world, FAILURE);
	const cancels = draws(world, CANCEL);
	for (let i = from; i < to; i++) {
		const now = state[i];
		if (now === STATE.returned || now === STATE.received) {
			const event = events[i] + 1;
			if (now === STATE.received) age[i] = 0;
			events[i] = event;
			failsAt[i] = nextFailure(failures, i, event, age[i], scale, shape);
			state[i] = STATE.working;
		}
		if (state[i] === STATE.working) {
			const used = age[i] + useRate[i] * z;
			age[i] = used;
			if (used >= life) state[i] = STATE.deciding;
			else if (used >= failsAt[i]) {
				state[i] = STATE.down;
				announce(i, tick, joinedAt, blocks);
			}
		} else if (now === STATE.ordered && tick > orderedAt[i]) {
			if (uniform(word(cancels, i, tick, 0)) < hazard) state[i] = STATE.cancelling;
		}
	}
}
