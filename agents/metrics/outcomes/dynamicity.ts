// Dynamicity: how well decisions follow the state.

import type { OutcomeMetric } from "../outcome-metric.js";

export const dynamicity: OutcomeMetric = {
	name: "dynamicity",
	unit: "0..1",
	range: "0..1",
	about: "1/(1 + twin's error/books' error): .5 with books alone, 1 with a perfect twin",
	better: "higher",
	of: (run) => {
		const books = run.mean("sensing", "booksError");
		return books > 0 ? 1 / (1 + run.mean("sensing", "error") / books) : Number.NaN;
	},
};
