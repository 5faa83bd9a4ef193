// What maintenance firms know of the use of machines: meters, read every few ticks.

import { columns, type World } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { customer, PARTS, STATE } from "../customer.js";
import { serviceFirm, serviceKinds } from "../service-firm.js";
import { settings } from "../settings.js";
import { clockOf, lifeOf } from "../use.js";
import { AGES } from "./columns.js";
import { ageBin, predicts } from "./failure-ages.js";

const MAINTENANCE = serviceKinds.indexOf("maintenance");

export const reviews = (world: World, tick: number) => tick % columns(world, settings).reviewEvery[0] === 0;

/** In a tick of review, the machines at work of customers [from, to) are added up at their service firms, by age. */
export function readMeters(world: World, from: number, to: number, tick: number): void {
	if (!predicts(world) || !reviews(world, tick)) return;
	const { state, age, turnsAt, useRate, mechanic, younger } = columns(world, customer);
	const { meters } = columns(world, serviceFirm);
	const clock = clockOf(world);
	const life = lifeOf(world);
	const read = new Int32Array(AGES);
	let firm = -1;
	const report = () => {
		for (let b = 0; b < AGES; b++) if (read[b] > 0) Atomics.add(meters, firm * AGES + b, read[b]);
		read.fill(0);
	};
	for (let i = from; i < to; i++) {
		if (state[i] !== STATE.working) continue;
		if (mechanic[i] !== firm) {
			if (firm >= 0) report();
			firm = mechanic[i];
		}
		const left = (useRate[i] * (turnsAt[i] - clock)) / PARTS;
		read[ageBin(age[i] - left - younger[i], life)] += Math.round(useRate[i] * PARTS);
	}
	if (firm >= 0) report();
}

/** Firms [from, to) take over the meters that were read in this tick, and with last tick's what they lead to expect. */
export function takeMeters(world: World, from: number, to: number, tick: number): void {
	if (!predicts(world)) return;
	const { kind, meters, fleetUse, usedAt, failureRate } = columns(world, serviceFirm);
	const { metersAt, useClock, failureIntensity } = columns(world, accounts);
	const since = metersAt[0];
	const review = reviews(world, tick);
	const used = since > 0 ? useClock[0] - since : 0;
	const renewed = reviews(world, tick - 1);
	for (let f = from; f < to; f++) {
		if (kind[f] !== MAINTENANCE) continue;
		const base = f * AGES;
		if (renewed) {
			let rate = 0;
			for (let b = 0; b < AGES; b++) rate += fleetUse[base + b] * failureIntensity[b];
			failureRate[f] = rate;
		}
		if (!review) continue;
		for (let b = base; b < base + AGES; b++) {
			usedAt[b] += fleetUse[b] * used;
			fleetUse[b] = meters[b] / PARTS;
			meters[b] = 0;
		}
	}
}
