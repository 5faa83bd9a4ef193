// §4.5 Verification and correction: what was said of this tick against what came; the best so far is used from now on.

import { HYPOTHESES } from "./columns.js";
import { SHARED } from "./hypotheses.js";
import { type Makers, OWN, type Rules, seriesOf } from "./hypothesis.js";

/** Weight of the newest squared error in s². */
const ERROR_WEIGHT = 0.05;
/** Weight of the newest percentage error: 13 ticks, smoothed exponentially. */
const MAPE_WEIGHT = 1 / 13;
/** An error counts as no more than this: what a boundary function takes in (§6.2). */
const LARGEST_ERROR = 2;

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
		// Demand is taken as a unit at least, so that the error is defined without demand.
		const scale = 1 / Math.max(1, Math.abs(demand));
		const percentage = Math.min(LARGEST_ERROR, Math.abs(error) * scale);
		const naive = Math.min(LARGEST_ERROR, Math.abs(demand - history[2 * i * kept + before]) * scale);
		forecastMape[i] += MAPE_WEIGHT * (percentage - forecastMape[i]);
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
			let best = 0;
			for (let h = 1; h < HYPOTHESES; h++)
				if (hypothesisError[base + h] < hypothesisError[base + best]) best = h;
			used = hypothesisError[base + best] < needed * hypothesisError[base + before] ? best : before;
		}
		switched[i] = used === before ? 0 : 1;
		hypothesis[i] = used;
	}
}
