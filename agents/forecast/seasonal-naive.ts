// Seasonal naive: each tick as the same tick of the last season. Hyndman & Athanasopoulos (2021), Forecasting, 3rd ed., §5.2.

import type { Hypothesis } from "./hypothesis.js";

/** F of h ticks ahead = D of h − m ⌈h/m⌉ ticks ahead, m ticks in a season. */
export const seasonalNaive: Hypothesis = {
	learn({ own, rules, side, kept, newest }, from, to, { values, width, place }) {
		const { history } = own;
		const season = rules.forecastSeason[0];
		const first = (newest + 1 + kept - season) % kept;
		for (let i = from; i < to; i++) values[i * width + place] = history[(2 * i + side) * kept + first];
	},
	lead({ own, rules, side, kept, newest }, i, l) {
		const { history } = own;
		const season = rules.forecastSeason[0];
		const base = (2 * i + side) * kept;
		const first = newest + 1 + kept - season;
		let sum = 0;
		for (let h = 0; h < l; h++) sum += history[base + ((first + (h % season)) % kept)];
		return sum;
	},
};
