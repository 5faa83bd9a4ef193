// How many partners a maker has.

import type { OutcomeMetric } from "../outcome-metric.js";
import { supplyGraph } from "../supply-graph.js";

export const meanDegree: OutcomeMetric = {
	name: "meanDegree",
	unit: "makers",
	range: "≥ 0",
	about: "suppliers and buyers of a maker at the end, mean",
	of({ world }) {
		const { edgeCount, nodeCount } = supplyGraph(world);
		return (2 * edgeCount) / nodeCount;
	},
};
