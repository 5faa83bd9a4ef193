// A self-similar supply network: cells in cells, linked by the same law at every level (MODEL §3.4).

import { exp } from "../engine/math/exp.js";
import { pow } from "../engine/math/pow.js";
import { rint } from "../engine/math/rint.js";
import { selfSimilarHierarchy } from "../engine/network/generators/self-similar.js";
import { type Graph, graphOf } from "../engine/network/graph.js";
import { normal, uniform } from "../engine/random/continuous.js";
import { keyFromText } from "../engine/random/seed.js";
import { purpose, streamKey, word } from "../engine/random/stream.js";
import type { WrittenStage } from "./bill-of-materials.js";
import type { Scenario } from "./schema.js";

export type Network = NonNullable<Scenario["network"]>;

const MAKER = purpose("network maker");
const QUANTITY = purpose("network quantity");
/** Standard deviation of the logarithm of a product's cost within its tier. */
const COST_SPREAD = 0.1;
/** What a maker adds at least, share of its product's usual cost, however much it buys. */
const LEAST_ADDED = 0.25;
/** One link in so many takes two of the part. */
const PAIRS = 5;
const LEAD_WEEKS = 3;

/** Makers in a cell of a level, 0 for the largest cells; level −1: in all; below the last level a maker is its own cell. */
export function makersIn({ branching, levels }: Network, level: number): number {
	let makers = 1;
	for (let below = level; below < levels.length; below++) makers *= branching;
	return makers;
}

/** Makers of a network: the leaves of its tree. */
export const makersOf = (network: Network): number => makersIn(network, -1);

/** From the top, the probability of a link between two makers that part there. */
export const densities = ({ branching, density, falloff, levels }: Network): number[] =>
	[...levels, "maker"].map((_, level) => density * pow(branching, falloff * (level - levels.length)));

/** The numbers, from 1, of the cells that a maker belongs to, from the largest, and last its own within them. */
export const addressOf = (network: Network, maker: number): number[] =>
	[...network.levels, "maker"].map(
		(_, level) => 1 + (Math.floor(maker / makersIn(network, level)) % network.branching),
	);

/**
 * Stages in the order of the tree. The links stay those of the undirected graph, so its dimension and clustering do, too: each runs from
 * the maker of the lower tier, who buys, to that of the higher. Tiers are the colors of a greedy coloring; so a maker of tier
 * k buys from no one below it and sells to one at least of every tier before k, to customers in tier 1, and no chain is longer
 * than there are colors: no direction of the links has a shorter longest chain than the best coloring (Gallai 1968; Roy 1967).
 *
 * What a maker's purchases leave of its product's cost it adds itself, a quarter at least. Lead times are 1 to 3 weeks.
 */
export function generateStages(
	network: Network,
	{ demand, tick }: Pick<Scenario, "demand" | "tick">,
): WrittenStage[] {
	const links = selfSimilarHierarchy({
		branching: densities(network).map(() => network.branching),
		density: densities(network),
		seed: network.seed,
	});
	const key = keyFromText(network.seed);
	const [makers, quantities] = [streamKey(...key, MAKER), streamKey(...key, QUANTITY)];
	const tier = greedyColors(graphOf(links));
	const purchases: { supplier: number; quantity: number }[][] = Array.from(tier, () => []);
	links.sources.forEach((source, e) => {
		const target = links.targets[e];
		const [buyer, supplier] = tier[source] < tier[target] ? [source, target] : [target, source];
		const quantity = uniform(word(quantities, e, 0, 0)) < 1 / PAIRS ? 2 : 1;
		purchases[buyer].push({ supplier, quantity });
	});
	const added = new Float64Array(tier.length);
	const cost = new Float64Array(tier.length);
	for (const i of [...tier.keys()].sort((a, b) => tier[b] - tier[a] || a - b)) {
		const bought = purchases[i].reduce((sum, { supplier, quantity }) => sum + quantity * cost[supplier], 0);
		const usual =
			network.value *
			pow(network.valuePerTier, tier[i] - 1) *
			exp(COST_SPREAD * normal(word(makers, i, 0, 0)));
		added[i] = rint(100 * Math.max(LEAST_ADDED * usual, usual - bought)) / 100;
		cost[i] = added[i] + bought;
	}
	// Owners make the mean; deviation² = mean, as Poisson demand has it.
	const asked =
		demand.kind === "owners"
			? { meanPerDay: 1, sdPerDay: 1 }
			: { meanPerDay: demand.mean / tick.days, sdPerDay: demand.sd / Math.sqrt(tick.days) };
	const nameOf = (i: number) => `maker ${addressOf(network, i).join(".")}`;
	return Array.from(tier, (own, i) => ({
		name: nameOf(i),
		cost: added[i],
		leadDays: 7 * (1 + Math.floor(LEAD_WEEKS * uniform(word(makers, i, 0, 1)))),
		transportDays: 0,
		quality: 0.4 + 0.2 * uniform(word(makers, i, 0, 2)),
		options: own === 1 ? optionsOf(i) : {},
		...(network.kinds > 0 && own > 1 && { item: `${own}.${i % network.kinds}` }),
		upstream: Object.fromEntries(purchases[i].map(({ supplier, quantity }) => [nameOf(supplier), quantity])),
		...(own === 1 && { demand: asked }),
	}));

	/** Of what an end stage buys, the last parts, as many as the share says, each for half the variants. */
	function optionsOf(i: number): Record<string, number> {
		const bought = purchases[i] ?? [];
		const count = Math.floor(network.options * bought.length);
		const parts = count > 0 ? bought.slice(-count) : [];
		return Object.fromEntries(parts.map(({ supplier }) => [nameOf(supplier), 0.5]));
	}
}

/** Node after node, the lowest color from 1 on that no neighbor has yet. */
function greedyColors({ nodeCount, offsets, neighbors }: Graph): Int32Array {
	const color = new Int32Array(nodeCount);
	for (let node = 0; node < nodeCount; node++) {
		const taken = new Set<number>();
		for (let i = offsets[node]; i < offsets[node + 1]; i++) taken.add(color[neighbors[i]]);
		color[node] = 1;
		while (taken.has(color[node])) color[node]++;
	}
	return color;
}
