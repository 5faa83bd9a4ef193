// Hierarchy: clustering falls with degree where modules nest in modules (Ravasz & Barabási 2003).

import { type PowerLaw, powerLaw } from "./power-law.js";

/**
 * The power law C(k) ∝ k^−β over the degrees k ≥ 2 that nodes have, each degree once; those without a triangle (C(k) = 0) have no
 * logarithm and are left out. `byDegree` is that of `clustering`. `exponent` is −β: near −1 in a hierarchical network, near 0 in a random one.
 */
export function hierarchy(byDegree: Float64Array): PowerLaw {
	return powerLaw([...byDegree.entries()].filter(([k, c]) => k >= 2 && c > 0));
}
