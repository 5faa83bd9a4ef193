// Minimum mean squared error for AR(1) demand whose mean and ρ are known. Lee, So & Tang (2000), Management Science 46(5).

import { geometric, type Hypothesis } from "./hypothesis.js";

/** F = μ + ρ (D − μ). */
export const mmse: Hypothesis = {
	learn({ own, rules, side, kept, newest }, from, to, { values, width, place }) {
		const { history, meanDemand } = own;
		const rho = rules.demandRho[0];
		for (let i = from; i < to; i++) {
			const mean = meanDemand[i];
			values[i * width + place] = mean + rho * (history[(2 * i + side) * kept + newest] - mean);
		}
	},
	lead({ own, rules }, i, l, next) {
		const mean = own.meanDemand[i];
		return l * mean + (next - mean) * geometric(rules.demandRho[0], l);
	},
};
