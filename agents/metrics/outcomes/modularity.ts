// How much more makers of one cell supply each other than chance would have them.

import { modularity as newman } from "../../../engine/network/modularity.js";
import { links } from "../../../engine/network/network.js";
import { manufacturer, supply } from "../../manufacturer.js";
import type { OutcomeMetric } from "../outcome-metric.js";

/** Newman's Q of the cells of the hierarchy's last level, each link of the end of the run once, without direction. */
export const modularity: OutcomeMetric = {
	name: "modularity",
	unit: "1",
	range: "-0.5..1",
	about:
		"Newman's Q of the smallest cells in the supply network at the end; left out where there is one cell",
	of({ world, parameters }) {
		const { levels, cellOf } = parameters.hierarchy;
		const last = levels.length - 1;
		if (levels[last].cells.length < 2) return Number.NaN;
		const { sources, targets } = links(world, supply);
		return newman({ nodeCount: world.rows[manufacturer.name], sources, targets }, cellOf[last]);
	},
};
