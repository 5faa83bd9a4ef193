// Prediction of a fleet's failures: the power-law intensity of machines that are repaired as old as they were.

import { solveRising } from "../../engine/analysis/quadrature.js";
import { exp } from "../../engine/math/exp.js";
import { log } from "../../engine/math/log.js";
import { pow } from "../../engine/math/pow.js";
import type { Weibull } from "./weibull.js";

/** Failures and use by age: bin b from b·width to (b + 1)·width. Use is what all machines together were used while in the bin. */
export interface AgeRecord {
	readonly width: number;
	readonly failures: ArrayLike<number>;
	readonly use: ArrayLike<number>;
}

/**
 * Maximum likelihood of the cumulative intensity (v/η)^β from counts by age (Crow 1974; grouped: Crow & Basu 1988), each count Poisson with mean
 * use_b/width · ((v + width)^β − v^β)/η^β: machines that have not failed, or not any more, count with their use. Undefined until
 * failures were seen in two bins.
 */
export function fitIntensity({ width, failures, use }: AgeRecord): Weibull | undefined {
	const bins = failures.length;
	let total = 0;
	let later = 0;
	for (let b = 0; b < bins; b++) {
		total += failures[b];
		if (b > 0) later += failures[b];
	}
	if (later === 0 || Math.max(...Array.from(failures)) === total) return undefined;
	/** Σ use·g, and the derivative of the logarithm of the likelihood times −β/total. */
	const at = (shape: number) => {
		let exposed = 0;
		let steeper = 0;
		let seen = 0;
		let [below, belowSlope] = [0, 0];
		for (let b = 0; b < bins; b++) {
			// In units of the last bound: x^β and its derivative.
			const l = log((b + 1) / bins);
			const above = exp(shape * l);
			const aboveSlope = above * l;
			const g = above - below;
			const slope = aboveSlope - belowSlope;
			exposed += use[b] * g;
			steeper += use[b] * slope;
			if (failures[b] > 0) seen += (failures[b] * slope) / g;
			[below, belowSlope] = [above, aboveSlope];
		}
		return { exposed, score: shape * (steeper / exposed - seen / total) };
	};
	const shape = solveRising((beta) => (beta === 0 ? -later / total : at(beta).score), 0);
	if (!(shape < Infinity)) return undefined;
	const scale = width * bins * pow(at(shape).exposed / (total * width), 1 / shape);
	return scale > 0 && scale < Infinity ? { shape, scale } : undefined;
}

/** Failures to expect per unit of use in each bin: the mean intensity from b·width to (b + 1)·width. */
export function meanIntensities({ shape, scale }: Weibull, width: number, bins: number): Float64Array {
	let below = 0;
	return Float64Array.from({ length: bins }, (_, b) => {
		const above = pow(((b + 1) * width) / scale, shape);
		const mean = (above - below) / width;
		below = above;
		return mean;
	});
}
