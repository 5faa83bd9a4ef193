// Exponential smoothing: F ← F + α (D − F). Brown (1959), Statistical Forecasting for Inventory Control.

import { alike, type Hypothesis } from "./hypothesis.js";

export const exponential: Hypothesis = {
	learn({ history, kept, newest, smoothed, alpha, side }, from, to, { values, width, place }) {
		for (let i = from; i < to; i++) {
			const s = 2 * i + side;
			smoothed[s] += alpha * (history[s * kept + newest] - smoothed[s]);
			values[i * width + place] = smoothed[s];
		}
	},
	lead: alike,
};
