// Macro factor: demand follows z, which fades. What demand would be at z = 1 is smoothed, and what is known of z put back.

import { geometric, type Hypothesis } from "./hypothesis.js";

/**
 * B ← B + α (D/z^ − B), F of h ticks ahead = B (1 + ρ^h (z^ − 1)), z^ as the maker believes it to be now (§4.4) and ρ of the macro factor.
 * Where makers follow no macro factor z^ is 1, and this is exponential smoothing.
 */
export const macro: Hypothesis = {
	learn({ own, rules, side, kept, newest }, from, to, { values, width, place }) {
		const { history, deflatedDemand, believedMacro } = own;
		const alpha = rules.forecastAlpha[0];
		const rho = rules.macroRho[0];
		for (let i = from; i < to; i++) {
			const s = 2 * i + side;
			const z = believedMacro[i];
			deflatedDemand[s] += alpha * (history[s * kept + newest] / z - deflatedDemand[s]);
			values[i * width + place] = deflatedDemand[s] * (1 + rho * (z - 1));
		}
	},
	/** B (l + (z^ − 1) ρ (1 + ρ + … + ρ^(l−1))). */
	lead({ own, rules, side }, i, l) {
		const rho = rules.macroRho[0];
		return own.deflatedDemand[2 * i + side] * (l + (own.believedMacro[i] - 1) * rho * geometric(rho, l));
	},
};
