// Minimum mean squared error for AR(1) demand whose mean and ρ are known. Lee, So & Tang (2000), Management Science 46(5).

import { geometric, type Hypothesis } from "./hypothesis.js";

/** F = μ + ρ (D − μ). */
export const mmse: Hypothesis = {
	learn({ history, kept, newest, meanDemand, rho, side }, from, to, { values, width, place }) {
		for (let i = from; i < to; i++) {
			const mean = meanDemand[i];
			values[i * width + place] = mean + rho * (history[(2 * i + side) * kept + newest] - mean);
		}
	},
	lead({ meanDemand, rho }, i, l, next) {
		return l * meanDemand[i] + (next - meanDemand[i]) * geometric(rho, l);
	},
};
