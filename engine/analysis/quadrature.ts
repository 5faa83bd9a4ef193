// Expectations over a normal or a χ² variable as weighted sums, and the root of a rising function.

import { exp, log } from "../math/index.js";

/** The expectation of g is the sum of weight[i]·g(at[i]); the weights sum to 1. */
export interface Nodes {
	readonly at: Float64Array;
	readonly weight: Float64Array;
}

/**
 * The trapezoidal rule, which converges geometrically for analytic functions that vanish at both ends (Trefethen & Weideman 2014).
 * From the peak outward until the density has fallen by e^−36.
 */
function trapezoid(logDensity: (t: number) => number, peak: number, step: number): Nodes {
	const at: number[] = [];
	const height = logDensity(peak);
	const high = (t: number) => logDensity(t) > height - 36;
	for (let t = peak; high(t); t -= step) at.push(t);
	at.reverse();
	for (let t = peak + step; high(t); t += step) at.push(t);
	const weight = Float64Array.from(at, (t) => exp(logDensity(t) - height));
	const sum = weight.reduce((a, b) => a + b, 0);
	return { at: Float64Array.from(at), weight: weight.map((w) => w / sum) };
}

/** Nodes of the standard normal distribution. */
export const normalNodes: Nodes = trapezoid((z) => (-z * z) / 2, 0, 1 / 6);

/** Nodes of the χ² distribution with `degreesOfFreedom` ≥ 1, evenly spaced in its logarithm. */
export function chiSquareNodes(degreesOfFreedom: number): Nodes {
	const logDensity = (t: number) => (degreesOfFreedom * t - exp(t)) / 2;
	const step = Math.min(0.3, Math.sqrt(2 / degreesOfFreedom) / 2);
	const { at, weight } = trapezoid(logDensity, log(degreesOfFreedom), step);
	return { at: at.map(exp), weight };
}

/** The x > 0 at which a rising function reaches `target`, by false position (Illinois variant: Dowell & Jarratt 1971), to 1e-11; Infinity if never. */
export function solveRising(f: (x: number) => number, target: number): number {
	let [low, high] = [0, 1];
	let [below, above] = [f(low) - target, f(high) - target];
	while (above < 0) {
		if (high === Infinity) return Infinity;
		[low, below] = [high, above];
		high *= 2;
		above = f(high) - target;
	}
	for (let i = 0, last = 0; i < 200 && high - low > 1e-11 * high && below < 0; i++) {
		const x = (low * above - high * below) / (above - below);
		const value = f(x) - target;
		if (value === 0) return x;
		const side = Math.sign(value);
		if (side < 0) {
			if (last < 0) above /= 2;
			[low, below] = [x, value];
		} else {
			if (last > 0) below /= 2;
			[high, above] = [x, value];
		}
		last = side;
	}
	return (low + high) / 2;
}
