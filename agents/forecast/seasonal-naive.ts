// Seasonal naive: each tick as the same tick of the last season. Hyndman & Athanasopoulos (2021), Forecasting, 3rd ed., §5.2.

import type { Hypothesis } from "./hypothesis.js";

/** F of h ticks ahead = D of h − m ⌈h/m⌉ ticks ahead, m ticks in a season. */
export const seasonalNaive: Hypothesis = {
	learn({ history, kept, newest, season, side }, from, to, { values, width, place }) {
		const first = (newest + 1 + kept - season) % kept;
		for (let i = from; i < to; i++) values[i * width + place] = history[(2 * i + side) * kept + first];
	},
	lead({ history, kept, newest, season, side }, i, l) {
		const base = (2 * i + side) * kept;
		const first = newest + 1 + kept - season;
		let sum = 0;
		for (let h = 0; h < l; h++) sum += history[base + ((first + (h % season)) % kept)];
		return sum;
	},
};
