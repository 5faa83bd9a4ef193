// How much of the time machines work.

import type { OutcomeMetric } from "../outcome-metric.js";

export const uptime: OutcomeMetric = {
	name: "uptime",
	unit: "share",
	range: "0..1",
	about: "of owners' machines, at work rather than down",
	better: "higher",
	of: (run) => {
		const working = run.mean("machines", "working");
		return working / (working + run.mean("machines", "down"));
	},
};
