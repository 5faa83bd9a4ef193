// The supply network as a graph: makers who buy from each other are joined, once, without direction or weight.

import { type Graph, graphOf } from "../../engine/network/graph.js";
import { links } from "../../engine/network/network.js";
import type { World } from "../../engine/world/world.js";
import { manufacturer, supply } from "../manufacturer.js";

export function supplyGraph(world: World): Graph {
	const { sources, targets, contract } = links(world, supply);
	// Who stands in for a supplier is no partner.
	const partners = (_: number, e: number) => contract[e] < 0;
	return graphOf({
		nodeCount: world.rows[manufacturer.name],
		sources: sources.filter(partners),
		targets: targets.filter(partners),
	});
}
