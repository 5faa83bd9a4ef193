// What maintenance firms know of failures: meters, read every few ticks, and the age of use at every failure, less what
// maintenance took off it.

import { columns, type World } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { AWAY, customer, PARTS, STATE } from "../customer.js";
import { serviceFirm, serviceKinds } from "../service-firm.js";
import { settings } from "../settings.js";
import { clockOf, lifeOf } from "../use.js";
import { AGES } from "./columns.js";

const MAINTENANCE = serviceKinds.indexOf("maintenance");

export const predicts = (world: World) => columns(world, settings).usePrediction[0] === 1;
export const reviews = (world: World, tick: number) => tick % columns(world, settings).reviewEvery[0] === 0;
const ageBin = (age: number, life: number) =>
	Math.min(AGES - 1, Math.max(0, Math.floor((age / life) * AGES)));

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

/** Firms [from, to) note the ages of machines that failed in this tick, and take over meters that were read in it. */
export function noteFailures(world: World, from: number, to: number, tick: number): void {
	if (!predicts(world)) return;
	const { inbox, kind, meters, fleetUse, usedAt, failuresAt, failureRate } = columns(world, serviceFirm);
	const { next, age, turnsAt, useRate, younger } = columns(world, customer);
	const { metersAt, useClock, failureIntensity } = columns(world, accounts);
	const life = lifeOf(world);
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
		if (since > 0)
			for (let i = inbox[f]; i >= 0; i = next[i]) {
				// A machine that is away has the time to its next turn where else stands when that is.
				const left = (useRate[i] * (turnsAt[i] - AWAY)) / PARTS;
				failuresAt[base + ageBin(age[i] - left - younger[i], life)]++;
			}
		if (!review) continue;
		for (let b = base; b < base + AGES; b++) {
			usedAt[b] += fleetUse[b] * used;
			fleetUse[b] = meters[b] / PARTS;
			meters[b] = 0;
		}
	}
}
