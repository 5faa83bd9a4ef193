// Service kept: what is left of service after a shock, until recovery.

import type { OutcomeMetric } from "../outcome-metric.js";
import { overShocks } from "./recovery.js";

export const serviceKept: OutcomeMetric = {
	name: "serviceKept",
	unit: "share",
	range: "≥ 0",
	about:
		"on-time service over what was usual before a shock, mean of the ticks from its beginning until recovery",
	better: "higher",
	of: (run) => overShocks(run, ({ kept }) => kept),
};
