// Satisfaction (§6.3): how customers feel served at the end of the tick; and where their machines are then.

import { exp } from "../engine/math/exp.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { customer, STATE } from "./customer.js";
import { settings } from "./settings.js";

/** The counts of the tick begin at 0. */
export function clearCounts(world: World): void {
	columns(world, accounts).machines.fill(0);
}

/**
 * s ← .9 s + .1·2^(−delay/promise), 0 in place of the power while the machine is down. Machines are counted for the
 * accounts; handed over in this tick is at work in it.
 */
export function feelServed(world: World, from: number, to: number, tick: number): void {
	const { state, orderedAt, satisfaction } = columns(world, customer);
	const { machines } = columns(world, accounts);
	const promise = columns(world, settings).promiseTicks[0];
	let deciding = 0;
	let ordered = 0;
	let inDelivery = 0;
	let down = 0;
	for (let i = from; i < to; i++) {
		const now = state[i];
		let felt = 1;
		if (now !== STATE.working) {
			if (now === STATE.down) {
				felt = 0;
				down++;
			} else if (now === STATE.ordered || now === STATE.inDelivery) {
				felt = exp((-Math.LN2 * (tick - orderedAt[i])) / promise);
				if (now === STATE.ordered) ordered++;
				else inDelivery++;
			} else if (now === STATE.deciding) deciding++;
		}
		satisfaction[i] = 0.9 * satisfaction[i] + 0.1 * felt;
	}
	Atomics.add(machines, STATE.working, to - from - deciding - ordered - inDelivery - down);
	Atomics.add(machines, STATE.deciding, deciding);
	Atomics.add(machines, STATE.ordered, ordered);
	Atomics.add(machines, STATE.inDelivery, inDelivery);
	Atomics.add(machines, STATE.down, down);
}
