// Holt's trend: a level and a slope, both smoothed. Holt (1957), reprinted in International Journal of Forecasting 20(1), 2004.

import type { Hypothesis } from "./hypothesis.js";

/** L ← α D + (1 − α)(L + B), B ← β (L − L before) + (1 − β) B; F of h ticks ahead = L + h B. */
export const holt: Hypothesis = {
	learn({ own, rules, side, kept, newest }, from, to, { values, width, place }) {
		const { history, holtLevel, holtTrend } = own;
		const alpha = rules.holtAlpha[0];
		const beta = rules.holtBeta[0];
		for (let i = from; i < to; i++) {
			const s = 2 * i + side;
			const expected = holtLevel[s] + holtTrend[s];
			const now = expected + alpha * (history[s * kept + newest] - expected);
			const slope = holtTrend[s] + beta * (now - holtLevel[s] - holtTrend[s]);
			holtLevel[s] = now;
			holtTrend[s] = slope;
			values[i * width + place] = now + slope;
		}
	},
	/** Σ L + h B over h = 1 … l. */
	lead({ own, side }, i, l) {
		const { holtLevel, holtTrend } = own;
		const s = 2 * i + side;
		return l * holtLevel[s] + (holtTrend[s] * l * (l + 1)) / 2;
	},
};
