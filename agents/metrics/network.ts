// The shape of the supply network, from its links at the end of a run (MODEL §3.4).

import { boxCovering, MOST_NODES_OF_BOX_COVERING } from "../../engine/network/box-covering.js";
import { clustering } from "../../engine/network/clustering.js";
import { graphOf } from "../../engine/network/graph.js";
import { hierarchy } from "../../engine/network/hierarchy.js";
import { modularity } from "../../engine/network/modularity.js";
import { links } from "../../engine/network/network.js";
import type { Outcome } from "../../engine/record/recording.js";
import type { World } from "../../engine/world/world.js";
import { manufacturer, supply } from "../manufacturer.js";
import type { EcosystemParameters } from "../parameters.js";

/** Coloring orders tried for each box size: enough for the third digit of the dimension. */
const ORDERS = 20;

/**
 * Links count once, without direction or weight. The dimension is that of all box sizes up to the diameter; a larger network has none here, since
 * all distances would have to be held at once. Modularity is Newman's Q of the smallest cells of the hierarchy.
 */
export function networkOutcomes(world: World, { hierarchy: cells }: EcosystemParameters): Outcome[] {
	const { sources, targets } = links(world, supply);
	const nodeCount = world.rows[manufacturer.name];
	const graph = graphOf({ nodeCount, sources, targets });
	const { byDegree } = clustering(graph);
	const moduleOf = cells.cellOf.at(-1) ?? [];
	const dimension =
		nodeCount <= MOST_NODES_OF_BOX_COVERING
			? boxCovering(graph, { seed: "box dimension", orders: ORDERS }).dimension
			: Number.NaN;
	const divided = (cells.levels.at(-1)?.cells.length ?? 0) > 1;
	return [
		{
			name: "boxDimension",
			value: dimension,
			unit: "1",
			about: `of the supply network at the end: boxes needed ∝ size^−dimension; up to ${MOST_NODES_OF_BOX_COVERING} makers, since it takes the distances of all pairs`,
		},
		{
			name: "modularity",
			value: divided ? modularity({ nodeCount, sources, targets }, moduleOf) : Number.NaN,
			unit: "1",
			about:
				"of the smallest cells in the supply network at the end, Newman's Q; where there is more than one",
		},
		{
			name: "meanDegree",
			value: (2 * graph.edgeCount) / nodeCount,
			unit: "links",
			about: "suppliers and buyers of a maker at the end, mean",
		},
		{
			name: "clusteringSlope",
			value: hierarchy(byDegree).exponent,
			unit: "1",
			about:
				"b of clustering ∝ degree^b in the supply network at the end; near −1 where modules nest in modules",
		},
	];
}
