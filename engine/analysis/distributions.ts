// Distributions of statistics: the one place that reaches jstat's, and what jstat does not give right.

import jstat from "jstat";
import { exp } from "../math/index.js";

/** z with Φ(z) = p (Wichura 1988); jstat's is −141 at p = 0. */
export { normalQuantile } from "../math/index.js";

/**
 * The p-quantile of Student's t with `degreesOfFreedom` > 0 (need not be whole), by jstat: relative error about 1e-7. ±Infinity at
 * p = 0 and 1. Throws RangeError for another p or degrees of freedom.
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
	if (!(p >= 0 && p <= 1)) throw new RangeError(`studentQuantile: p must lie in [0, 1], got ${p}`);
	if (!(degreesOfFreedom > 0 && degreesOfFreedom < Infinity)) {
		throw new RangeError(
			`studentQuantile: degrees of freedom must be positive and finite, got ${degreesOfFreedom}`,
		);
	}
	return jstat.studentt.inv(p, degreesOfFreedom);
}

/**
 * Φ(x), with a relative error below 1e-13 down to the smallest numbers, where jstat's is wrong below −7: a Taylor series near 0
 * (Marsaglia 2004), the continued fraction of Laplace (1805) in the tails.
 */
export function normalCdf(x: number): number {
	if (!(Math.abs(x) <= 3)) {
		const distance = Math.abs(x);
		let fraction = distance;
		for (let i = 40; i > 0; i--) fraction = distance + i / fraction;
		const tail = density(distance) / fraction;
		return x < 0 ? tail : 1 - tail;
	}
	let sum = x;
	let term = x;
	for (let i = 3, before = NaN; sum !== before; i += 2) {
		before = sum;
		term *= (x * x) / i;
		sum += term;
	}
	return 0.5 + sum * density(x);
}

const density = (x: number) => 0.3989422804014327 * exp(-0.5 * x * x);
