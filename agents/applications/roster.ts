// Prediction at work: maintenance firms set their hours by the failures that are to come.

import { accounts } from "../accounts.js";
import { decides, type KnownWorld, known } from "../known.js";
import { serviceFirm } from "../service-firm.js";
import { settings } from "../settings.js";

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
