// Who has come to accept services.

import type { OutcomeMetric } from "../outcome-metric.js";

export const adopters: OutcomeMetric = {
	name: "adopters",
	unit: "share",
	range: "0..1",
	about: "of customers, ready for services at the end",
	of: (run) => run.values("adoption").at(-1) ?? Number.NaN,
};
