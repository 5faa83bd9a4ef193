// The supply network as a graph: makers who buy from each other are joined, once, without direction or weight.

import { type Graph, graphOf } from "../../engine/network/graph.js";
import { links } from "../../engine/network/network.js";
import type { World } from "../../engine/world/world.js";
import { manufacturer, supply } from "../manufacturer.js";

export function supplyGraph(world: World): Graph {
	const { sources, targets } = links(world, supply);
	return graphOf({ nodeCount: world.rows[manufacturer.name], sources, targets });
}
