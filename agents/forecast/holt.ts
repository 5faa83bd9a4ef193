// Holt's trend: a level and a slope, both smoothed. Holt (1957), reprinted in International Journal of Forecasting 20(1), 2004.

import type { Hypothesis } from "./hypothesis.js";

/** L ← α D + (1 − α)(L + B), B ← β (L − L before) + (1 − β) B; F of h ticks ahead = L + h B. */
export const holt: Hypothesis = {
	learn(
		{ history, kept, newest, level, trend, holtAlpha, holtBeta, side },
		from,
		to,
		{ values, width, place },
	) {
		for (let i = from; i < to; i++) {
			const s = 2 * i + side;
			const expected = level[s] + trend[s];
			const now = expected + holtAlpha * (history[s * kept + newest] - expected);
			const slope = trend[s] + holtBeta * (now - level[s] - trend[s]);
			level[s] = now;
			trend[s] = slope;
			values[i * width + place] = now + slope;
		}
	},
	/** Σ L + h B over h = 1 … l. */
	lead({ level, trend, side }, i, l) {
		const s = 2 * i + side;
		return l * level[s] + (trend[s] * l * (l + 1)) / 2;
	},
};
