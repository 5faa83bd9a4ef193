// Prediction: failures that were repaired tell how machines wear, and how many hours service firms will need.
//
// Meters are read every few ticks; between readings every repair notes the age of use at failure. Failures and use by
// age give the Weibull intensity by maximum likelihood, over all firms together; the ages of a firm's fleet then give its failures
// per tick at usual use, and how hard machines are used of late shows in failures over predicted ones.

import { columns, type World } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { AWAY, customer, PARTS, STATE } from "../customer.js";
import { fitIntensity, meanIntensities } from "../data/intensity.js";
import { decides, type KnownWorld, known } from "../known.js";
import { serviceFirm, serviceKinds } from "../service-firm.js";
import { settings } from "../settings.js";
import { clockOf, lifeOf } from "../use.js";
import { AGES } from "./columns.js";

const MAINTENANCE = serviceKinds.indexOf("maintenance");
/** Weight of the newest tick in the level of use: the Kalman gain for the macro factor of `bulldozer`, seen through 315 failures. */
const LEVEL_WEIGHT = 0.2;
/** Failures from which on a law is fitted: its shape is then known to a fifth. */
const LEAST_FAILURES = 30;

const inUse = (world: World) => columns(world, settings).usePrediction[0] === 1;
const reviews = (world: World, tick: number) => tick % columns(world, settings).reviewEvery[0] === 0;
const ageBin = (age: number, life: number) =>
	Math.min(AGES - 1, Math.max(0, Math.floor((age / life) * AGES)));

/** In a tick of review, the machines at work of customers [from, to) are added up at their service firms, by age. */
export function readMeters(world: World, from: number, to: number, tick: number): void {
	if (!inUse(world) || !reviews(world, tick)) return;
	const { state, age, turnsAt, useRate, mechanic } = columns(world, customer);
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
		read[ageBin(age[i] - left, life)] += Math.round(useRate[i] * PARTS);
	}
	if (firm >= 0) report();
}

/** Firms [from, to) note the ages of machines that failed in this tick, and take over meters that were read in it. */
export function noteFailures(world: World, from: number, to: number, tick: number): void {
	if (!inUse(world)) return;
	const { inbox, kind, meters, fleetUse, usedAt, failuresAt, failureRate } = columns(world, serviceFirm);
	const { next, age, turnsAt, useRate } = columns(world, customer);
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
				failuresAt[base + ageBin(age[i] - left, life)]++;
			}
		if (!review) continue;
		for (let b = base; b < base + AGES; b++) {
			usedAt[b] += fleetUse[b] * used;
			fleetUse[b] = meters[b] / PARTS;
			meters[b] = 0;
		}
	}
}

/** All firms' failures and use together: the level of use after every tick, the law of failures after a review. */
export function fitFailures(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, accounts);
	if (!inUse(world)) {
		own.metersAt.fill(0, from, to);
		return;
	}
	const { kind, requests, failureRate, failuresAt, usedAt } = columns(world, serviceFirm);
	for (let a = from; a < to; a++) {
		let came = 0;
		let predicted = 0;
		for (let f = 0; f < kind.length; f++) {
			if (failureRate[f] === 0) continue;
			came += requests[f];
			predicted += failureRate[f];
		}
		if (predicted === 0) own.useLevel[a] = 1;
		else own.useLevel[a] += LEVEL_WEIGHT * (came / predicted - own.useLevel[a]);
		if (!reviews(world, tick)) continue;
		own.metersAt[a] = own.useClock[a];
		const failures = new Float64Array(AGES);
		let seen = 0;
		const use = new Float64Array(AGES);
		for (let k = 0; k < failuresAt.length; k++) {
			seen += failuresAt[k];
			failures[k % AGES] = failures[k % AGES] + failuresAt[k];
			use[k % AGES] = use[k % AGES] + usedAt[k];
		}
		const width = lifeOf(world) / AGES;
		const law = seen < LEAST_FAILURES ? undefined : fitIntensity({ width, failures, use });
		if (!law) continue;
		own.fittedShape[a] = law.shape;
		own.fittedScale[a] = law.scale;
		own.failureIntensity.set(meanIntensities(law, width, AGES), a * AGES);
	}
}

/**
 * Hours of the next tick: for what waits, what is predicted, and a reserve of so many of its standard deviations, as far as hours may
 * differ from the contract; without a prediction those of the contract.
 */
function roster(world: KnownWorld, from: number, to: number): void {
	const own = known(world, serviceFirm);
	const { contractedHours, rosteredHours, hoursPerJob, queue, begun, failureRate } = own;
	const { usePrediction, flexibility, reserve } = known(world, settings);
	const { useLevel } = known(world, accounts);
	for (let f = from; f < to; f++) {
		const contract = contractedHours[f];
		rosteredHours[f] = contract;
		if (usePrediction[0] === 0 || failureRate[f] === 0) continue;
		const failures = failureRate[f] * useLevel[0];
		const jobs = queue[f] + failures + reserve[0] * Math.sqrt(failures);
		const least = contract * (1 - flexibility[0]);
		const most = contract * (1 + flexibility[0]);
		rosteredHours[f] = Math.min(most, Math.max(least, jobs * hoursPerJob[f] - begun[f]));
	}
}

export const rosterHours = decides(roster);
