// The shape of the supply network, as contracts move and modules are cut anew.

import { boxCovering } from "../../engine/network/box-covering.js";
import { clustering } from "../../engine/network/clustering.js";
import type { Graph } from "../../engine/network/graph.js";
import { hierarchy } from "../../engine/network/hierarchy.js";
import { modularity } from "../../engine/network/modularity.js";
import type { Metric } from "../../engine/record/metric.js";
import { columns, type World } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { manufacturer } from "../manufacturer.js";
import { module } from "../module.js";
import { supplyGraph } from "./supply-graph.js";

export const network: Metric = {
	name: "network",
	unit: "makers, 1, 1",
	about:
		"shape of the supply network by the contracts in force, taken every 13 ticks: partners of a maker, mean; exponent of clustering by degree; Newman's Q of the modules. Empty where not defined",
	labels: ["meanDegree", "clusteringSlope", "modularity"],
	over: accounts.name,
	every: 13,
	observe(world, from, to, _tick, out) {
		if (from === to) return;
		const graph = supplyGraph(world);
		out[0] = (2 * graph.edgeCount) / graph.nodeCount;
		out[1] = hierarchy(clustering(graph).byDegree).exponent;
		out[2] = modularityOf(world, graph);
	},
};

/** NaN where makers are not divided: one module of all, or a module for each. */
function modularityOf(world: World, { nodeCount, offsets, neighbors }: Graph): number {
	const { size } = columns(world, module);
	const modules = size.reduce((sum, s) => sum + Math.min(1, s), 0);
	if (modules < 2 || modules === nodeCount) return Number.NaN;
	// Each link in either direction: Q is the same.
	const sources = new Uint32Array(neighbors.length);
	for (let i = 0; i < nodeCount; i++) sources.fill(i, offsets[i], offsets[i + 1]);
	return modularity({ nodeCount, sources, targets: neighbors }, columns(world, manufacturer).module);
}

/** Coloring orders tried for each box size, where `fractwin network` tries 200: two digits of the dimension. */
const ORDERS = 3;
const NEVER = Number.POSITIVE_INFINITY;

/** It takes the distances of all pairs: once in three years, and where contracts cannot move once at all. */
export const boxDimension = (moves: boolean): Metric => ({
	name: "boxDimension",
	unit: "1",
	about:
		"box-covering dimension of the supply network by the contracts in force, taken every 156 ticks. Empty where not defined",
	over: accounts.name,
	every: moves ? 156 : NEVER,
	observe(world, from, to, _tick, out) {
		if (from === to) return;
		out[0] = boxCovering(supplyGraph(world), { seed: "box dimension", orders: ORDERS }).dimension;
	},
});
