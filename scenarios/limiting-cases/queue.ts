// A repair shop in discrete time: Poisson many machines come in a tick, at most c are served at its end.

import { customer, STATE } from "../../agents/customer.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { KIND, serviceFirm } from "../../agents/service-firm.js";
import { mean } from "../../engine/analysis/summary.js";
import { exp } from "../../engine/math/exp.js";
import { log } from "../../engine/math/log.js";
import { step } from "../../engine/schedule/simulate.js";
import { columns } from "../../engine/world/world.js";
import { type LimitingCase, lineOf, worldOf } from "./limiting-case.js";

const HOURS = 40;
const SERVED = 40;
const WARM_UP = 1000;
const OWNERS = 2000;
const LIFE = 520;
const SCALE = 173;
/** Failures a tick of machines of all ages, minimal repair: (life/η)^β in a life. */
const arrivals = ((LIFE / SCALE) * (LIFE / SCALE) * OWNERS) / LIFE;

const shop = `
name: repair-shop
ticks: 30000
warmUp: ${WARM_UP}
demand: {kind: owners}
customers: {owners: ${OWNERS}, lifeWeeks: ${LIFE}, failureScaleWeeks: ${SCALE}, failureShape: 2}
economics: {capacity: null, creditWeeks: 1000000}
services: {maintenance: {firms: 1, hoursPerJob: ${HOURS}, capacity: ${SERVED / arrivals}}, logistics: {capacity: 10}}
stages:
  - {name: Maker, cost: 100, demand: {meanPerDay: 10, sdPerDay: 1}}
`;

/**
 * Stationary mean of W ← max(0, W + A − c), A Poisson(λ): Σ_n E[max(0, A_1 + … + A_n − nc)]/n (Spitzer 1956), where the
 * sum of n is Poisson(nλ) and E[max(0, X − k)] = m P(X ≥ k) − k P(X ≥ k + 1) for a Poisson X of mean m.
 */
export function bulkQueueMean(rate: number, served: number): number {
	let total = 0;
	for (let n = 1; ; n++) {
		const m = n * rate;
		const k = n * served;
		const { atLeast, above } = poissonTail(m, k);
		const term = (m * atLeast - k * above) / n;
		total += term;
		if (term < 1e-9 * total || n > 100_000) return total;
	}
}

/** P(X ≥ k) and P(X ≥ k + 1) of a Poisson of mean m, for k above m: sums of falling terms. */
function poissonTail(m: number, k: number): { atLeast: number; above: number } {
	let logFactorial = 0;
	for (let j = 2; j <= k; j++) logFactorial += log(j);
	const first = exp(k * log(m) - m - logFactorial);
	let above = 0;
	for (let j = k + 1, term = (first * m) / j; term > 1e-18; j++, term *= m / j) above += term;
	return { atLeast: first + above, above };
}

const WATCHED = 3000;

/** L/(λ W) of a shop that is somewhat too small: jobs that wait after a tick, as the firm counts them, over repairs a tick times the mean wait of each machine. */
function littlesRatio(): number {
	const world = worldOf({ scenario: shop, sets: ["services.maintenance.capacity=0.9"] });
	const { queue, kind } = columns(world, serviceFirm);
	const { state } = columns(world, customer);
	const downSince = new Int32Array(state.length).fill(-1);
	let [waiting, repaired, waited] = [0, 0, 0];
	for (let t = 0; t < WATCHED; t++) {
		step(world, ecosystem);
		queue.forEach((jobs, firm) => {
			if (kind[firm] === KIND.maintenance) waiting += jobs;
		});
		state.forEach((now, id) => {
			const since = downSince[id] as number;
			if (now === STATE.down && since < 0) downSince[id] = t;
			if (now !== STATE.down && since >= 0) {
				repaired++;
				waited += t - since;
				downSince[id] = -1;
			}
		});
	}
	const rate = repaired / WATCHED;
	return waiting / WATCHED / (rate * (waited / repaired));
}

export const queues: readonly LimitingCase[] = [
	{
		name: "repair shop: mean queue over that of the bulk-service queue with the same arrivals",
		expected: 1,
		// Three standard errors over 29,000 ticks, of which some six together tell something new.
		tolerance: 0.1,
		source: "Spitzer (1956), Transactions of the AMS 82: mean of a reflected random walk",
		runs: [{ scenario: shop }],
		find: ([result]) => {
			if (!result) return Number.NaN;
			const queue = mean(lineOf(result, "services", "maintenanceQueue", WARM_UP));
			const rate = mean(lineOf(result, "services", "maintenanceServed", WARM_UP));
			return queue / bulkQueueMean(rate, SERVED);
		},
	},
	{
		name: "repair shop: mean queue over arrivals a tick times mean wait",
		expected: 1,
		// Who still waits at the end: W of the 3,000 ticks watched.
		tolerance: 0.005,
		source: "Little (1961), Operations Research 9(3): L = λ W",
		runs: [],
		find: littlesRatio,
	},
];
