// How much more makers of one module supply each other than chance would have them.

import type { OutcomeMetric } from "../outcome-metric.js";

/** Newman's Q, each link once, without direction. */
export const modularity: OutcomeMetric = {
	name: "modularity",
	unit: "1",
	range: "-0.5..1",
	about:
		"Newman's Q of the modules in the supply network, as last taken; left out where makers are not divided",
	of: (run) => run.last("network", "modularity"),
};
