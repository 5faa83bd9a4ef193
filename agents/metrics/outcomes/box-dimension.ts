// Whether the supply network looks the same at every scale: its box-covering dimension.

import { MOST_NODES_OF_BOX_COVERING } from "../../../engine/network/box-covering.js";
import type { OutcomeMetric } from "../outcome-metric.js";

/** d of boxes ∝ size^−d over all box sizes (Song, Havlin & Makse 2005). */
export const boxDimension: OutcomeMetric = {
	name: "boxDimension",
	unit: "1",
	range: "≥ 0",
	about: `box-covering dimension of the supply network, as last taken; left out above ${MOST_NODES_OF_BOX_COVERING} makers, since it takes the distances of all pairs`,
	of: (run) => run.last("boxDimension"),
};
