// Whether modules nest in modules: how clustering falls with degree.

import type { OutcomeMetric } from "../outcome-metric.js";

/** b of C(k) ∝ k^b (Ravasz & Barabási 2003); not defined without triangles of two degrees. */
export const clusteringSlope: OutcomeMetric = {
	name: "clusteringSlope",
	unit: "1",
	range: "any",
	about:
		"exponent of clustering by degree in the supply network, as last taken: near −1 in a hierarchy, near 0 at random",
	of: (run) => run.last("network", "clusteringSlope"),
};
