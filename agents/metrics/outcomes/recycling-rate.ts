// How much material comes back.

import type { OutcomeMetric } from "../outcome-metric.js";

export const recyclingRate: OutcomeMetric = {
	name: "recyclingRate",
	unit: "share",
	range: "0..1",
	about: "of the material that making used, recovered from machines",
	better: "higher",
	of: (run) => {
		const recovered = run.mean("material", "recovered");
		// Where returns are allowed, material may be given back.
		const virgin = Math.max(0, run.mean("resources", "material"));
		return recovered / (recovered + virgin);
	},
};
