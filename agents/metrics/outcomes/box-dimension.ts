// Whether the supply network looks the same at every scale: its box-covering dimension.

import { boxCovering, MOST_NODES_OF_BOX_COVERING } from "../../../engine/network/box-covering.js";
import type { OutcomeMetric } from "../outcome-metric.js";
import { supplyGraph } from "../supply-graph.js";

/** Coloring orders tried for each box size: a tenth of what `fractwin network` takes, for two digits of the dimension. */
const ORDERS = 20;

/**
 * d of boxes ∝ size^−d over all box sizes (Song, Havlin & Makse 2005), of the links at the end of the run.
 */
export const boxDimension: OutcomeMetric = {
	name: "boxDimension",
	unit: "1",
	range: "≥ 0",
	about: `box-covering dimension of the supply network at the end; left out above ${MOST_NODES_OF_BOX_COVERING} makers, since it takes the distances of all pairs`,
	of({ world }) {
		const graph = supplyGraph(world);
		if (graph.nodeCount > MOST_NODES_OF_BOX_COVERING) return Number.NaN;
		return boxCovering(graph, { seed: "box dimension", orders: ORDERS }).dimension;
	},
};
