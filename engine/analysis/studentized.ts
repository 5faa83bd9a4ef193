// Quantiles of studentized statistics of several normal means: the largest range, and the largest lead over one.

import { pow } from "../math/index.js";
import { wholeNumber } from "./arguments.js";
import { normalCdf } from "./distributions.js";
import { chiSquareNodes, type Nodes, normalNodes, solveRising } from "./quadrature.js";

/** The expectation over s, the root of a χ² variable over its degrees of freedom. */
function overSpread({ at, weight }: Nodes, degreesOfFreedom: number, g: (s: number) => number): number {
	let sum = 0;
	for (let i = 0; i < at.length; i++) sum += weight[i] * g(Math.sqrt(at[i] / degreesOfFreedom));
	return sum;
}

const overNormal = (g: (z: number, i: number) => number) =>
	normalNodes.weight.reduce((sum, weight, i) => sum + weight * g(normalNodes.at[i], i), 0);

const cdfAtNodes = normalNodes.at.map(normalCdf);

/** P(the range of `count` standard normal values ≤ w). */
const rangeCdf = (w: number, count: number) =>
	count * overNormal((z, i) => pow(cdfAtNodes[i] - normalCdf(z - w), count - 1));

/**
 * The p-quantile, 0 < p < 1, of the studentized range of `count` ≥ 2 means with `degreesOfFreedom` ≥ 1 (Tukey 1953), right to about 1e-8 by own
 * integration: jstat's and R's are up to 20 % off at two degrees of freedom, and jstat's is NaN at one. Throws RangeError outside.
 */
export function studentizedRangeQuantile(p: number, count: number, degreesOfFreedom: number): number {
	check("studentizedRangeQuantile", p, degreesOfFreedom);
	wholeNumber("studentizedRangeQuantile", "count", count, 2);
	const nodes = chiSquareNodes(degreesOfFreedom);
	return solveRising((q) => overSpread(nodes, degreesOfFreedom, (s) => rangeCdf(q * s, count)), p);
}

/**
 * The p-quantile, ½ ≤ p < 1, of the largest of t statistics that compare several means with one, one-sided (Dunnett 1955).
 * loadings[j] = √(n_j/(n_j + n_0)), within (0, 1), of the n values of the j-th compared mean and those of the one: √½ for equal numbers.
 * Degrees of freedom ≥ 1 of the pooled variance. Throws RangeError outside.
 */
export function dunnettQuantile(p: number, loadings: readonly number[], degreesOfFreedom: number): number {
	check("dunnettQuantile", p, degreesOfFreedom);
	if (p < 0.5) throw new RangeError(`dunnettQuantile: p must be at least 0.5, got ${p}`);
	if (!(loadings.length > 0 && loadings.every((loading) => loading > 0 && loading < 1))) {
		throw new RangeError(`dunnettQuantile: loadings must lie in (0, 1), got [${loadings}]`);
	}
	// Equal loadings are one factor to a power.
	const times = new Map<number, number>();
	for (const loading of loadings) times.set(loading, (times.get(loading) ?? 0) + 1);
	const factors = [...times].map(([loading, power]) => ({
		loading,
		power,
		rest: Math.sqrt(1 - loading * loading),
	}));
	const cdf = (d: number) =>
		overNormal((z) =>
			factors.reduce(
				(product, { loading, power, rest }) => product * pow(normalCdf((loading * z + d) / rest), power),
				1,
			),
		);
	const nodes = chiSquareNodes(degreesOfFreedom);
	return solveRising((d) => overSpread(nodes, degreesOfFreedom, (s) => cdf(d * s)), p);
}

function check(name: string, p: number, degreesOfFreedom: number): void {
	if (!(p > 0 && p < 1)) throw new RangeError(`${name}: p must lie in (0, 1), got ${p}`);
	if (!(degreesOfFreedom >= 1 && degreesOfFreedom < Infinity)) {
		throw new RangeError(
			`${name}: degrees of freedom must be at least 1 and finite, got ${degreesOfFreedom}`,
		);
	}
}
