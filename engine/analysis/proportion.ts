// The interval of a proportion.

import { checkLevel, wholeNumber } from "./arguments.js";
import { normalQuantile } from "./distributions.js";
import type { Interval } from "./intervals.js";

/**
 * Wilson's score interval (1927) for the share of `successes` in `trials`, without continuity correction; within [0, 1], right also for
 * shares at or near 0 and 1 and for few trials, where the normal interval is not (Newcombe 1998). The level in (0, 1).
 * Throws RangeError when trials are not a whole number from 1 on, successes not one from 0 to trials, or for another level.
 */
export function wilsonInterval(successes: number, trials: number, level: number): Interval {
	wholeNumber("wilsonInterval", "trials", trials, 1);
	if (!(Number.isInteger(successes) && successes >= 0 && successes <= trials)) {
		throw new RangeError(
			`wilsonInterval: successes must be a whole number from 0 to ${trials}, got ${successes}`,
		);
	}
	checkLevel("wilsonInterval", level);
	const z = normalQuantile(0.5 + level / 2);
	const share = successes / trials;
	const center = share + (z * z) / (2 * trials);
	const half = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * trials)) / trials);
	const whole = 1 + (z * z) / trials;
	return {
		low: successes === 0 ? 0 : (center - half) / whole,
		high: successes === trials ? 1 : (center + half) / whole,
	};
}
