// §4.5 Verification and correction: what was said of this tick against what came; the best so far is used from now on.

import { HYPOTHESES } from "./columns.js";
import { FIRST_LEARNING, SHARED } from "./hypotheses.js";
import { type Makers, OWN, type Rules, seriesOf } from "./hypothesis.js";

/** Weight of the newest squared error in s². */
const ERROR_WEIGHT = 0.05;
/** Weight of the newest percentage error: 13 ticks, smoothed exponentially. */
const MAPE_WEIGHT = 1 / 13;
/** An error counts as no more than this: what a boundary function takes in (§6.2). */
const LARGEST_ERROR = 2;

/** |D − F| over demand, which is taken as a unit at least, so that it is defined without demand. */
const percentageError = (demand: number, forecast: number) =>
	Math.min(LARGEST_ERROR, Math.abs(demand - forecast) / Math.max(1, Math.abs(demand)));

/** e_h ← (1 − w) e_h + w (D − F_h)² of each hypothesis h; s² and the percentage errors of the forecast that was used. */
export function verify(own: Makers, rules: Rules, from: number, to: number, tick: number): void {
	const { demandNow, history, hypothesisNext, hypothesisError } = own;
	const { forecast, errorVariance, forecastMape, naiveMape } = own;
	const forgetting = rules.forecastForgetting[0];
	const least = rules.returns[0] === 1 ? -Infinity : 0;
	const { kept, newest } = seriesOf(own, rules, OWN, tick);
	const before = newest > 0 ? newest - 1 : kept - 1;
	for (let i = from; i < to; i++) {
		const demand = demandNow[i];
		const error = demand - forecast[i];
		errorVariance[i] = (1 - ERROR_WEIGHT) * errorVariance[i] + ERROR_WEIGHT * error * error;
		forecastMape[i] += MAPE_WEIGHT * (percentageError(demand, forecast[i]) - forecastMape[i]);
		const naive = percentageError(demand, history[2 * i * kept + before]);
		naiveMape[i] += MAPE_WEIGHT * (naive - naiveMape[i]);
		for (let h = i * HYPOTHESES; h < (i + 1) * HYPOTHESES; h++) {
			const missed = demand - Math.max(least, hypothesisNext[h]);
			hypothesisError[h] += forgetting * (missed * missed - hypothesisError[h]);
		}
	}
}

/**
 * In the closed loop the hypothesis of least error, if that is below (1 − hysteresis) times the error of the one in use;
 * else the scenario's fixed one, with shared demand.
 */
export function choose(own: Makers, rules: Rules, from: number, to: number): void {
	const { hypothesis, hypothesisError, switched } = own;
	const closed = rules.closedLoop[0] === 1;
	const needed = 1 - rules.forecastHysteresis[0];
	for (let i = from; i < to; i++) {
		const before = hypothesis[i];
		let used = SHARED;
		if (closed) {
			const base = i * HYPOTHESES;
			let best = FIRST_LEARNING;
			for (let h = best + 1; h < HYPOTHESES; h++)
				if (hypothesisError[base + h] < hypothesisError[base + best]) best = h;
			used = hypothesisError[base + best] < needed * hypothesisError[base + before] ? best : before;
		}
		switched[i] = used === before ? 0 : 1;
		hypothesis[i] = used;
	}
}
