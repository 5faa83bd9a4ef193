// A generated supply network is one that goods can flow through, and it looks the same at every level.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer } from "../../agents/manufacturer.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import { boxCovering } from "../../engine/network/box-covering.js";
import { clustering } from "../../engine/network/clustering.js";
import { selfSimilarHierarchy } from "../../engine/network/generators/self-similar.js";
import { graphOf } from "../../engine/network/graph.js";
import { hierarchy } from "../../engine/network/hierarchy.js";
import { seriesOf } from "../../engine/record/recording.js";
import { columns } from "../../engine/world/world.js";
import { outcome, parametersOf, resultOf, worldOf } from "../agents/worlds.js";
import { faultsOf } from "./text.js";

/** Of its links, contracts alone: who stands in for a supplier is no partner. */
const city = (...sets: string[]): EcosystemParameters => {
	const all = parametersOf("fractal-city", sets);
	return { ...all, arcs: all.arcs.filter(({ alternativeTo }) => alternativeTo === undefined) };
};
const small = ["network.branching=3", "customers.owners=900"];

const undirected = ({ stages, arcs }: EcosystemParameters) =>
	graphOf({
		nodeCount: stages.length,
		sources: arcs.map(({ buyer }) => buyer),
		targets: arcs.map(({ supplier }) => supplier),
	});

/** r² of boxes that fall by a constant factor with each step of their size. */
function exponentialFit(counts: readonly { size: number; boxes: number }[]): number {
	const points = counts.map(({ size, boxes }) => [size, Math.log(boxes)] as const);
	const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
	const [mx, my] = [mean(0), mean(1)];
	const sum = (of: (dx: number, dy: number) => number) =>
		points.reduce((total, [x, y]) => total + of(x - mx, y - my), 0);
	return sum((dx, dy) => dx * dy) ** 2 / sum((dx) => dx * dx) / sum((_, dy) => dy * dy);
}

describe.each(["fractal", "a", "b", "c", "d"])("P8: the network of fractal-city, drawn from %s", (seed) => {
	const parameters = city(`network.seed=${seed}`);
	const graph = undirected(parameters);

	test("boxes follow a power law of their size, and better than an exponential one, as of a small world", () => {
		const { counts, dimension, r2 } = boxCovering(graph, { seed: "p8", orders: 20 });
		expect(dimension).toBeGreaterThan(2);
		expect(dimension).toBeLessThan(2.6);
		expect(r2).toBeGreaterThan(0.975);
		expect(r2 - exponentialFit(counts)).toBeGreaterThan(0.02);
	});

	test("clustering falls about as 1/degree", () => {
		const { exponent, r2 } = hierarchy(clustering(graph).byDegree);
		expect(exponent).toBeGreaterThan(-1.25);
		expect(exponent).toBeLessThan(-0.75);
		expect(r2).toBeGreaterThan(0.8);
	});

	test("two cells side by side have about as many links at every level: one or two", () => {
		const { arcs, hierarchy } = parameters;
		const paths = [...hierarchy.cellOf, parameters.stages.map((_, i) => i)];
		const crossing = paths.map(
			(cells, level) =>
				arcs.filter(
					({ buyer, supplier }) =>
						cells[buyer] !== cells[supplier] &&
						paths.slice(0, level).every((above) => above[buyer] === above[supplier]),
				).length,
		);
		// Pairs of siblings: 15 in each cell above, of which there are 1, 6, 36, 216.
		for (const [level, links] of crossing.entries()) {
			const each = links / (15 * 6 ** level);
			expect(each).toBeGreaterThan(0.6);
			expect(each).toBeLessThan(2.4);
		}
	});

	test("every cluster has end stages, and a supplier has several buyers", () => {
		const { stages, arcs, hierarchy } = parameters;
		const ends = new Set(
			stages.flatMap(({ tier }, i) => (tier === 1 ? [hierarchy.cellOf[0]?.[i] as number] : [])),
		);
		expect(ends.size).toBe(6);
		const suppliers = new Set(arcs.map(({ supplier }) => supplier));
		expect(arcs.length / suppliers.size).toBeGreaterThan(3);
	});
});

test("links that fall off more slowly make a small world: boxes fall exponentially", () => {
	const { counts, r2 } = boxCovering(undirected(city("network.falloff=1.3")), { seed: "p8", orders: 20 });
	expect(exponentialFit(counts) - r2).toBeGreaterThan(0.02);
});

test("links that do not fall off at all make no hierarchy: clustering is the same at any degree", () => {
	const graph = undirected(city("network.falloff=0", "network.density=0.0045"));
	expect(Math.abs(hierarchy(clustering(graph).byDegree).exponent)).toBeLessThan(0.5);
});

const shape = fc.record({
	branching: fc.integer({ min: 2, max: 5 }),
	levels: fc.integer({ min: 1, max: 3 }),
	density: fc.double({ min: 0.05, max: 1, noNaN: true }),
	falloff: fc.double({ min: 1.4, max: 3, noNaN: true }),
	seed: fc.integer(),
});
const ofShape = ({
	branching,
	levels,
	density,
	falloff,
	seed,
}: typeof shape extends fc.Arbitrary<infer T> ? T : never) =>
	city(
		`network={branching: ${branching}, levels: [${["a", "b", "c"].slice(0, levels)}], density: ${density}, falloff: ${falloff}, seed: "${seed}"}`,
		"customers.owners=1000",
	);

test("links keep the undirected graph that was drawn; each runs from a tier to a higher one, through all tiers before", () => {
	fc.assert(
		fc.property(shape, (drawn) => {
			const parameters = ofShape(drawn);
			const { stages, arcs } = parameters;
			const factor = drawn.branching ** -drawn.falloff;
			const links = selfSimilarHierarchy({
				branching: Array(drawn.levels + 1).fill(drawn.branching),
				density: Array.from(
					{ length: drawn.levels + 1 },
					(_, l) => drawn.density * factor ** (drawn.levels - l),
				),
				seed: String(drawn.seed),
			});
			const pairs = (graph: { sources: ArrayLike<number>; targets: ArrayLike<number> }) =>
				Array.from(graph.sources, (source, e) =>
					[source, graph.targets[e] as number].sort((a, b) => a - b).join(),
				).sort();
			expect(
				pairs({ sources: arcs.map(({ buyer }) => buyer), targets: arcs.map(({ supplier }) => supplier) }),
			).toEqual(pairs(links));
			const tierOf = (i: number) => stages[i]?.tier ?? 0;
			expect(arcs.every(({ buyer, supplier }) => tierOf(buyer) < tierOf(supplier))).toBe(true);
			const buyersOf = stages.map(() => new Set<number>());
			for (const { buyer, supplier } of arcs) buyersOf[supplier]?.add(tierOf(buyer));
			expect(buyersOf.map(({ size }) => size + 1)).toEqual(stages.map(({ tier }) => tier));
			expect(stages.every(({ tier, demand }) => (demand.kind === "owners") === (tier === 1))).toBe(true);
			expect(stages.every(({ mean }) => mean > 0)).toBe(true);
		}),
		{ numRuns: 30 },
	);
});

test("an end product costs what is said, and a part of it less with every tier", () => {
	const { stages } = city("network.value=8000");
	const costs = (tier: number) =>
		stages.filter((stage) => stage.tier === tier).map(({ unitCost }) => unitCost / 100);
	const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
	expect(median(costs(1)) / 8000).toBeGreaterThan(0.9);
	expect(median(costs(1)) / 8000).toBeLessThan(1.15);
	for (const tier of [2, 3, 4]) expect(median(costs(tier)) / (8000 * 0.2 ** (tier - 1))).toBeCloseTo(1, 0);
	// Costs, lead times and quality differ from maker to maker.
	for (const key of ["ownCost", "quality"] as const)
		expect(new Set(stages.map((stage) => stage[key])).size).toBeGreaterThan(1000);
	expect(new Set(stages.map(({ productionTicks }) => productionTicks))).toEqual(new Set([1, 2, 3]));
});

test("the same text seed gives the same network, another one another", () => {
	expect(city(...small)).toEqual(city(...small));
	const arcs = (seed: string) => city(...small, `network.seed=${seed}`).arcs;
	expect(arcs("x")).not.toEqual(arcs("y"));
	// The run's own seed is another thing.
	expect(arcs("x")).toEqual(arcs("x"));
});

describe("cells", () => {
	test("are named by where they lie, and each lies in one above", () => {
		const { hierarchy, stages } = city();
		expect(hierarchy.levels.map(({ name, cells }) => [name, cells.length])).toEqual([
			["cluster", 6],
			["enterprise", 36],
			["module", 216],
		]);
		expect(hierarchy.levels[1]?.cells.slice(5, 7)).toEqual(["enterprise 1.6", "enterprise 2.1"]);
		expect(stages[7 * 36]?.name).toBe("maker 2.2.1.1");
		expect(hierarchy.cellOf.map((cells) => cells[7 * 36])).toEqual([1, 7, 42]);
	});

	test("of written stages are those that they say", () => {
		const { levels, cellOf } = parametersOf("bulldozer", [
			"stages.Engine.cluster=North",
			"stages.Fans.cluster=North",
			"stages.Engine.module=Press",
			"stages.Case.module=Press",
		]).hierarchy;
		expect(levels).toEqual([
			{ name: "cluster", cells: ["no cluster", "North"] },
			{
				name: "module",
				cells: ["no cluster / no module", "no cluster / Press", "North / Press", "North / no module"],
			},
		]);
		expect(cellOf[0]?.filter((cell) => cell === 1)).toHaveLength(2);
	});

	test("are one of all where nobody says any", () => {
		const { levels, cellOf } = parametersOf("bulldozer").hierarchy;
		expect(levels).toEqual([{ name: "cluster", cells: ["all"] }]);
		expect(cellOf).toEqual([new Array(22).fill(0)]);
	});

	test("stand in the world, by level, beside the places", () => {
		const { hierarchy } = city(...small);
		const { cell, place } = columns(worldOf("fractal-city", small), manufacturer);
		hierarchy.cellOf.forEach((cells, level) => {
			expect(Array.from(cells, (_, i) => cell[3 * i + level])).toEqual(cells);
		});
		expect(Array.from(place)).toEqual(hierarchy.place);
	});
});

describe("places", () => {
	test("are a permutation in which the cells of every level are blocks", () => {
		fc.assert(
			fc.property(shape, (drawn) => {
				const { cellOf, place } = ofShape(drawn).hierarchy;
				const order = new Array<number>(place.length).fill(-1);
				place.forEach((at, maker) => {
					order[at] = maker;
				});
				expect(order.includes(-1)).toBe(false);
				for (const cells of cellOf) {
					const changes = order.filter(
						(maker, at) => at > 0 && cells[maker] !== cells[order[at - 1] as number],
					);
					expect(changes.length).toBe(new Set(cells).size - 1);
				}
			}),
			{ numRuns: 30 },
		);
	});

	test("go along a chain, and along the branches of a tree", () => {
		expect(parametersOf("serial-chain", ["stages=5"]).hierarchy.place).toEqual([0, 1, 2, 3, 4]);
		const { stages, arcs, hierarchy } = parametersOf("bulldozer");
		const order = stages.map((_, at) => stages[hierarchy.place.indexOf(at)]?.name);
		expect(order.slice(0, 6)).toEqual([
			"Final_Assembly",
			"Main_Assembly",
			"Chassis&Platform",
			"Platform_Group",
			"Fender_Group",
			"Roll_Over_Group",
		]);
		// In a tree each maker that buys is followed by one of its suppliers.
		for (const buyer of new Set(arcs.map((arc) => arc.buyer)))
			expect(
				arcs.filter((arc) => arc.buyer === buyer).map(({ supplier }) => hierarchy.place[supplier]),
			).toContain((hierarchy.place[buyer] as number) + 1);
	});
});

describe("the outcomes of a run", () => {
	const still = [...small, "sourcing.on=false"];
	test("say the shape of its supply network", () => {
		const result = resultOf("fractal-city", still, { ticks: 20 });
		const parameters = city(...small);
		const graph = undirected(parameters);
		expect(outcome(result, "meanDegree")).toBeCloseTo((2 * graph.edgeCount) / 81, 12);
		expect(outcome(result, "clusteringSlope")).toBeCloseTo(
			hierarchy(clustering(graph).byDegree).exponent,
			12,
		);
		expect(outcome(result, "boxDimension")).toBeCloseTo(boxCovering(graph, { seed: "x" }).dimension, 1);
		// Far more links lie within modules than chance would put there.
		expect(outcome(result, "modularity")).toBeGreaterThan(0.25);
	});

	test("are the last of a series that follows contracts as they move, and stands still where they cannot", () => {
		const shape = (sets: string[]) => {
			const result = resultOf("fractal-city", sets, { ticks: 120 });
			const { values, labels } = seriesOf(result.recording, "network");
			const at = (tick: number) => [...values.subarray(tick * labels.length, (tick + 1) * labels.length)];
			expect(at(119)).toEqual(labels.map((label) => outcome(result, label)));
			// Taken every 13 ticks.
			expect(at(12)).toEqual(at(0));
			return [at(0), at(119)];
		};
		const [first, last] = shape(still);
		expect(last).toEqual(first);
		const [before, after] = shape([...small, "sourcing.hysteresis=0.1"]);
		expect(after).not.toEqual(before);
	});

	test("leave out what is not defined: no triangles, no modules, no links", () => {
		const names = (name: string, sets: string[]) =>
			resultOf(name, sets, { ticks: 20 }).outcomes.map(({ name }) => name);
		const tree = names("bulldozer", ["customers.owners=500", "modules.size=1"]);
		expect(tree).toContain("boxDimension");
		expect(tree).not.toContain("clusteringSlope");
		expect(tree).not.toContain("modularity");
		expect(names("serial-chain", [])).not.toContain("boxDimension");
		expect(names("fractal-city", ["network.levels=[a,b,c,d]", "network.branching=5"])).not.toContain(
			"boxDimension",
		);
	});
});

test("each of a market's parts compares the sellers near it, and what they expect is what owners need", () => {
	const { stages, customers } = city();
	const expected = stages.reduce((sum, { demand }) => sum + demand.mean, 0);
	expect(customers?.offers).toBe(4);
	expect(expected).toBeCloseTo(98_600 / 156, 6);
	const world = ecosystem.build(parametersOf("fractal-city"), "part");
	expect(world.rows.manufacturer + world.rows.customer + world.rows.serviceFirm).toBe(1296 + 98_600 + 116);
});

test.each([
	["neither stages nor network", "name: x", /stages: missing; expected .*, or network in their place/],
	[
		"both",
		"name: x\nstages: 3\nnetwork: {}",
		/stages are both listed and generated; expected one of the two/,
	],
	["one cell of one", "name: x\nnetwork: {branching: 1}", /network\.branching: 1 is too small/],
	["no levels", "name: x\nnetwork: {levels: []}", /network\.levels: the list is too short/],
	["a probability above 1", "name: x\nnetwork: {density: 1.5}", /network\.density: 1.5 is too large/],
	[
		"more makers than can be",
		"name: x\nnetwork: {branching: 30}",
		/3 levels of 30 cells are 810000 makers; expected at most 100000/,
	],
	[
		"everyone with everyone",
		"name: x\nnetwork: {branching: 8, falloff: 0}",
		/about 7\.55e\+6 links; expected at most 1000000/,
	],
	[
		"chains that multiply",
		"name: x\nnetwork: {branching: 6, falloff: 0.5}",
		/network: stocks and orders of "maker .*" may reach/,
	],
	[
		"targets for nobody",
		"name: x\nnetwork: {}\nordering: {kind: anchorAndAdjust}",
		/needs the target of each stage/,
	],
	[
		"lead times for others",
		"name: x\nnetwork: {branching: 2}\nleadTime: [1, 2]",
		/a list of 2 lead times for 16 stages/,
	],
	[
		"an odd ring",
		"name: x\nnetwork: {}\ncustomers: {peers: 3}",
		/customers\.peers: 3 is odd; expected as many neighbors/,
	],
	[
		"more peers than people",
		"name: x\nnetwork: {branching: 2}\ncustomers: {owners: 4, peers: 4}",
		/4 peers of 4 customers/,
	],
	[
		"a circle of too many",
		"name: x\nnetwork: {}\ncustomers: {peers: complete}",
		/each of 18200 customers in touch/,
	],
	[
		"too many offers",
		"name: x\nnetwork: {branching: 9}",
		/owners choose among \d+ end stages; .*customers\.offers/,
	],
])("%s: a fault", (_what, text, fault) => {
	expect(faultsOf(() => parametersOf(text))).toEqual([expect.stringMatching(fault)]);
});
