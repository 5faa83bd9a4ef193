// §4.2 The law of failures: a machine's hazard so far by its age of use, and back. Weibull; each repair leaves the machine as old as it was.

import { exp } from "../engine/math/exp.js";
import { log } from "../engine/math/log.js";

export interface FailureLaw {
	/** Cumulated hazard H of a machine of that age, in ticks of use. */
	hazardAt(age: number): number;
	/** The age at which H is that. */
	ageAt(hazard: number): number;
}

/** H = (age/scale)^shape. */
export function weibullLaw(scale: number, shape: number): FailureLaw {
	if (shape === 2)
		return {
			hazardAt: (age) => (age / scale) * (age / scale),
			ageAt: (hazard) => scale * Math.sqrt(hazard),
		};
	return {
		hazardAt: (age) => exp(shape * log(age / scale)),
		ageAt: (hazard) => scale * exp(log(hazard) / shape),
	};
}

/** Steps of a table from age 0 to the end of life. */
const STEPS = 1024;

/** A law looked up, straight from step to step, for where a whole fleet is drawn at once; who outlives `life` never fails. */
export function tabulated(law: FailureLaw, life: number): FailureLaw {
	const step = life / STEPS;
	const table = Float64Array.from({ length: STEPS + 1 }, (_, k) => law.hazardAt(k * step));
	return {
		hazardAt(age) {
			const at = age / step;
			const k = Math.min(STEPS - 1, Math.floor(at));
			return table[k] + (at - k) * (table[k + 1] - table[k]);
		},
		ageAt(hazard) {
			if (hazard >= table[STEPS]) return Infinity;
			let low = 0;
			let high = STEPS;
			while (high - low > 1) {
				const middle = (low + high) >> 1;
				if (table[middle] <= hazard) low = middle;
				else high = middle;
			}
			return step * (low + (hazard - table[low]) / (table[high] - table[low]));
		},
	};
}
