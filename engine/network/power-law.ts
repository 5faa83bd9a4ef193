// A power law through points: a straight line in logarithms, by least squares.

import { log } from "../math/log.js";

export interface PowerLaw {
	/** b of y ∝ x^b; NaN where all x are the same. */
	readonly exponent: number;
	/** Share of the variance of log y that the line explains; NaN where all x, or all y, are the same. */
	readonly r2: number;
}

/** Ordinary least squares of log y on log x, each point of the same weight; x and y > 0. */
export function powerLaw(points: readonly (readonly [x: number, y: number])[]): PowerLaw {
	const x = deviations(points.map(([value]) => log(value)));
	const y = deviations(points.map(([, value]) => log(value)));
	const exponent = product(x, y) / product(x, x);
	return { exponent, r2: (exponent * product(x, y)) / product(y, y) };
}

/** From the mean; exactly 0 where all are the same. */
function deviations(values: readonly number[]): readonly number[] {
	const first = values[0] ?? 0;
	const shifted = values.map((value) => value - first);
	const mean = shifted.reduce((sum, value) => sum + value, 0) / values.length;
	return shifted.map((value) => value - mean);
}

const product = (a: readonly number[], b: readonly number[]) =>
	a.reduce((sum, value, i) => sum + value * b[i], 0);
