// Shared end demand: F = (1 − ψ) F_own + ψ F_end, both by the scenario's fixed hypothesis (§4.6).

import type { Forecasts, Hypothesis, Series } from "./hypothesis.js";

/** `psi`: by maker; `ofOwn`: what `fixed` has said of own orders in this tick; `ofEnd`: room for what it says of the end demand. */
export const shared = (
	fixed: Hypothesis,
	end: Series,
	psi: Float64Array,
	ofOwn: Forecasts,
	ofEnd: Forecasts,
): Hypothesis => {
	const said = ({ values, width, place }: Forecasts, i: number) => values[i * width + place];
	return {
		learn(_own, from, to, { values, width, place }) {
			fixed.learn(end, from, to, ofEnd);
			for (let i = from; i < to; i++)
				values[i * width + place] = (1 - psi[i]) * said(ofOwn, i) + psi[i] * said(ofEnd, i);
		},
		lead(own, i, l) {
			const orders = fixed.lead(own, i, l, said(ofOwn, i));
			return (1 - psi[i]) * orders + psi[i] * fixed.lead(end, i, l, said(ofEnd, i));
		},
	};
};
