// Exponential smoothing: F ← F + α (D − F). Brown (1959), Statistical Forecasting for Inventory Control.

import { alike, type Hypothesis } from "./hypothesis.js";

export const exponential: Hypothesis = {
	learn({ own, rules, side, kept, newest }, from, to, { values, width, place }) {
		const { history, smoothedDemand } = own;
		const alpha = rules.forecastAlpha[0];
		for (let i = from; i < to; i++) {
			const s = 2 * i + side;
			smoothedDemand[s] += alpha * (history[s * kept + newest] - smoothedDemand[s]);
			values[i * width + place] = smoothedDemand[s];
		}
	},
	lead: alike,
};
