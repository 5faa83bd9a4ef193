// Constant: the demand that was expected at the start, as in Sterman's (1989) benchmark rule.

import { alike, type Hypothesis } from "./hypothesis.js";

export const constant: Hypothesis = {
	learn({ own }, from, to, { values, width, place }) {
		for (let i = from; i < to; i++) values[i * width + place] = own.meanDemand[i];
	},
	lead: alike,
};
