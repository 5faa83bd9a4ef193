// Moving average: the mean of the last p demands. MA(p) of Chen et al. (2000), Management Science 46(3).

import { alike, type Hypothesis } from "./hypothesis.js";

export const movingAverage: Hypothesis = {
	learn({ own, rules, side, kept, newest }, from, to, { values, width, place }) {
		const { history } = own;
		const window = rules.forecastWindow[0];
		for (let i = from; i < to; i++) {
			const base = (2 * i + side) * kept;
			let sum = 0;
			for (let k = 0, slot = newest; k < window; k++, slot = slot > 0 ? slot - 1 : kept - 1)
				sum += history[base + slot];
			values[i * width + place] = sum / window;
		}
	},
	lead: alike,
};
