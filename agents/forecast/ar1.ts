// AR(1): demand returns to a mean by 1 − ρ of its deviation a tick; both are estimated.

import { geometric, type Hypothesis } from "./hypothesis.js";

/** Fewer pairs of demands say nothing about ρ; it is 0 until then. */
const FEWEST_PAIRS = 10;
/** |ρ| stays below 1, else there is no mean to return to. */
const LARGEST_RHO = 0.99;

/**
 * The least-squares line of demand on the demand before, which is the conditional maximum-likelihood estimate (Hamilton
 * 1994, Time Series Analysis, §5.2): ρ = cov/var, μ = (y − ρ x)/(1 − ρ) with the means x of the demands before and y of
 * those after. Means, variance and covariance follow pair by pair with weight 1/n, from `memory` pairs on 1/memory:
 * old pairs are forgotten (West 1979, Communications of the ACM 22(9)).
 */
export const ar1: Hypothesis = {
	learn({ own, rules, side, tick, kept, newest }, from, to, { values, width, place }) {
		const { history, ar1Before, ar1Now, ar1Variance, ar1Covariance, ar1Rho } = own;
		const before = newest > 0 ? newest - 1 : kept - 1;
		// The pair of tick 0 has no demand before it: that of tick 1 counts in full and replaces it.
		const weight = 1 / Math.min(rules.forecastMemory[0], Math.max(1, tick));
		for (let i = from; i < to; i++) {
			const s = 2 * i + side;
			const now = history[s * kept + newest];
			const dx = history[s * kept + before] - ar1Before[s];
			const dy = now - ar1Now[s];
			ar1Before[s] += weight * dx;
			ar1Now[s] += weight * dy;
			ar1Variance[s] = (1 - weight) * (ar1Variance[s] + weight * dx * dx);
			ar1Covariance[s] = (1 - weight) * (ar1Covariance[s] + weight * dx * dy);
			const rho = tick >= FEWEST_PAIRS && ar1Variance[s] > 0 ? ar1Covariance[s] / ar1Variance[s] : 0;
			ar1Rho[s] = Math.max(-LARGEST_RHO, Math.min(LARGEST_RHO, rho));
			values[i * width + place] = ar1Now[s] + ar1Rho[s] * (now - ar1Before[s]);
		}
	},
	/** l μ + (F − μ)(1 + ρ + … + ρ^(l−1)). */
	lead({ own, side }, i, l, next) {
		const s = 2 * i + side;
		const rho = own.ar1Rho[s];
		const mean = (own.ar1Now[s] - rho * own.ar1Before[s]) / (1 - rho);
		return l * mean + (next - mean) * geometric(rho, l);
	},
};
