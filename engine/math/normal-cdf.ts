// normalCdf: the standard normal distribution, the same bits in every JavaScript engine.

import { exp } from "./exp.js";

/**
 * Φ(z), absolute error below 1e-14. Hart's rational function (Hart et al. 1968, algorithm 5666) with a continued fraction in
 * the tails, as in West (2005), Wilmott Magazine, 70–76. 0 and 1 at −Infinity and Infinity.
 */
export function normalCdf(z: number): number {
	const size = Math.abs(z);
	const tail = size > 37 ? 0 : exp((-size * size) / 2) * (size < 7.07106781186547 ? near(size) : far(size));
	return z > 0 ? 1 - tail : tail;
}

function near(z: number): number {
	const a = (0.0352624965998911 * z + 0.700383064443688) * z + 6.37396220353165;
	const above = (((a * z + 33.912866078383) * z + 112.079291497871) * z + 221.213596169931) * z;
	const b = ((0.0883883476483184 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461;
	const below = (((b * z + 296.564248779674) * z + 637.333633378831) * z + 793.826512519948) * z;
	return (above + 220.206867912376) / (below + 440.413735824752);
}

function far(z: number): number {
	return 1 / ((z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) * 2.506628274631);
}
