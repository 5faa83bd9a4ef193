// The supply network as a graph: makers of whom one buys from the other are joined, once, without direction or weight.

import { type Graph, graphOf } from "../../engine/network/graph.js";
import { links } from "../../engine/network/network.js";
import type { World } from "../../engine/world/world.js";
import { manufacturer, supply } from "../manufacturer.js";

/** By the contracts as they stand now: who could deliver, but has no contract, is no partner. */
export function supplyGraph(world: World): Graph {
	const { sources, targets, active } = links(world, supply);
	const partners = (_: number, e: number) => active[e] === 1;
	return graphOf({
		nodeCount: world.rows[manufacturer.name],
		sources: sources.filter(partners),
		targets: targets.filter(partners),
	});
}
