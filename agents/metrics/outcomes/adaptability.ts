// Adaptability: how well the ecosystem does after a shock, compared with before.

import type { OutcomeMetric } from "../outcome-metric.js";
import { overShocks } from "./recovery.js";

export const adaptability: OutcomeMetric = {
	name: "adaptability",
	unit: "0..1",
	range: "0..1",
	about:
		"mean of min(1, E/E before) over the 52 ticks from a shock on, E before the mean of the 52 ticks before it",
	better: "higher",
	of: (run) => overShocks(run, ({ efficacyKept }) => efficacyKept),
};
