// Prediction: failures that were repaired tell how machines wear.
//
// Failures and use by age give the Weibull intensity by maximum likelihood, over all firms together. With the ages of a firm's fleet
// it gives the firm's failures per tick at usual use; how hard machines are used of late shows in failures over predicted ones.

import { columns, type World } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { fitIntensity, meanIntensities } from "../data/intensity.js";
import { maintenanceAge } from "../data/maintenance.js";
import { serviceFirm } from "../service-firm.js";
import { settings } from "../settings.js";
import { lifeOf } from "../use.js";
import { AGES } from "./columns.js";
import { predicts } from "./failure-ages.js";
import { reviews } from "./failure-record.js";

/** Weight of the newest tick in the level of use: the Kalman gain for the macro factor of `bulldozer`, seen through 315 failures. */
const LEVEL_WEIGHT = 0.2;
/** Failures from which on a law is fitted: its shape is then known to a fifth. */
const LEAST_FAILURES = 30;

/** All firms' failures and use together: the level of use after every tick, the law of failures after a review. */
export function fitFailures(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, accounts);
	if (!predicts(world)) {
		own.metersAt.fill(0, from, to);
		own.maintenanceAge.fill(0, from, to);
		return;
	}
	const { plannedFee, repairFee, maintainedAge } = columns(world, settings);
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
		const failures = overFirms(failuresAt);
		if (failures.reduce((sum, n) => sum + n, 0) < LEAST_FAILURES) continue;
		const width = lifeOf(world) / AGES;
		const law = fitIntensity({ width, failures, use: overFirms(usedAt) });
		if (!law) continue;
		own.fittedShape[a] = law.shape;
		own.fittedScale[a] = law.scale;
		const age = maintenanceAge(law, {
			planned: plannedFee[0],
			corrective: repairFee[0],
			left: maintainedAge[0],
		});
		own.maintenanceAge[a] = age < Infinity ? age : 0;
		own.failureIntensity.set(meanIntensities(law, width, AGES), a * AGES);
	}
}

/** By age, the firms' figures together, in the order of their rows. */
function overFirms(figures: ArrayLike<number>): Float64Array {
	const sums = new Float64Array(AGES);
	for (let k = 0; k < figures.length; k++) sums[k % AGES] = sums[k % AGES] + figures[k];
	return sums;
}
