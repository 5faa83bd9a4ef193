// Whether modules nest in modules: how clustering falls with degree.

import { clustering } from "../../../engine/network/clustering.js";
import { hierarchy } from "../../../engine/network/hierarchy.js";
import type { OutcomeMetric } from "../outcome-metric.js";
import { supplyGraph } from "../supply-graph.js";

/** b of C(k) ∝ k^b (Ravasz & Barabási 2003), of the links at the end of the run; not defined without triangles of two degrees. */
export const clusteringSlope: OutcomeMetric = {
	name: "clusteringSlope",
	unit: "1",
	range: "any",
	about:
		"exponent of clustering by degree in the supply network at the end: near −1 in a hierarchy, near 0 at random",
	of: ({ world }) => hierarchy(clustering(supplyGraph(world)).byDegree).exponent,
};
