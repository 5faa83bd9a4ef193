// Partition: the quality it tells, proven optima, its objectives as kin of each other, and degenerate graphs.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { purpose, sequence } from "../../../engine/random/index.js";
import { type GeneralObjective, partition } from "../../../optimizers/index.js";
import { leiden } from "../../../optimizers/partition/leiden.js";
import { type PartitionObjective, problemOf, worthOf } from "../../../optimizers/partition/problem.js";
import { movesBetween } from "../../../optimizers/partition/switching.js";
import { partitionResults } from "../../../scenarios/known-results/partition.js";
import { sharedData } from "../../shared.js";
import { type Graph, graphs, membersOf, partitionsOf, pottsOf, readEdges, weightWithin } from "./graphs.js";

/** Newman's Q, directed or not, of weights that are not negative, over all pairs. */
function modularityOf(graph: Graph, of: ArrayLike<number>, resolution: number, directed: boolean): number {
	const total = graph.weights.reduce((sum, w) => sum + w, 0);
	if (total === 0) return 0;
	const out = new Float64Array(graph.nodeCount);
	const into = new Float64Array(graph.nodeCount);
	graph.weights.forEach((w, e) => {
		out[graph.sources[e]] += w;
		into[graph.targets[e]] += w;
	});
	let chance = 0;
	for (let i = 0; i < graph.nodeCount; i++)
		for (let j = 0; j < graph.nodeCount; j++)
			if (of[i] === of[j])
				chance += directed ? out[i] * into[j] : ((out[i] + into[i]) * (out[j] + into[j])) / 4;
	return weightWithin(graph, of) / total - (resolution * chance) / (total * total);
}

function generalOf(
	graph: Graph,
	of: ArrayLike<number>,
	objective: GeneralObjective,
	directed: boolean,
): number {
	const { kappa, beta = 2, sizes, friction = 0, previous, switchingCost = 0 } = objective;
	let sum = 0;
	graph.weights.forEach((w, e) => {
		const [a, b] = [graph.sources[e], graph.targets[e]];
		if (a === b) return;
		const cost = typeof friction === "number" ? friction : friction[e];
		sum += (directed ? 1 : 2) * w * (of[a] === of[b] ? 1 : -cost);
	});
	for (const members of membersOf(of))
		sum -= kappa * members.reduce((size, v) => size + (sizes ? sizes[v] : 1), 0) ** beta;
	return previous ? sum - switchingCost * movesBetween(previous, of) : sum;
}

describe("proven optima (integer programmes; VALIDATION)", () => {
	test.each<[string, string, number | undefined, number]>([
		["karate", "communities/karate.edges.csv", undefined, 0.41978961],
		["dolphins", "communities/dolphins.edges.csv", undefined, 0.52851944],
		["lesmis", "communities/lesmis.edges.csv", undefined, 0.56000837],
		["lesmis, weighted", "communities/lesmis.edges.csv", 2, 0.56668798],
		["football", "communities/football.edges.csv", undefined, 0.60456956],
		["climate control", "dsm/climate_control_edges.csv", 8, 0.390918],
	])("%s", (_name, file, column, optimum) => {
		const path = sharedData(file);
		if (!path) return;
		const edges = readEdges(path, column);
		for (const seed of ["a", "b", "c"]) expect(partition({ ...edges, seed }).quality).toBeCloseTo(optimum, 6);
	});

	test.each(partitionResults)("$name", async ({ find, expected, tolerance }) => {
		expect(Math.abs((await find()) - expected)).toBeLessThanOrEqual(tolerance);
	});
});

describe("quality", () => {
	const resolution = fc.double({ min: 0, max: 3, noNaN: true });

	test("is that of the modules, and no partition of few nodes has more: modularity", () => {
		fc.assert(
			fc.property(graphs(6), resolution, fc.boolean(), (graph, resolution, directed) => {
				const { quality, moduleOf } = partition({ ...graph, resolution, directed });
				const of = (modules: ArrayLike<number>) => modularityOf(graph, modules, resolution, directed);
				expect(quality).toBeCloseTo(of(moduleOf), 9);
				expect(quality).toBeGreaterThanOrEqual(Math.max(...partitionsOf(graph.nodeCount).map(of)) - 1e-9);
			}),
			{ numRuns: 40 },
		);
	});

	test("with negative weights: (W⁺Q⁺ − W⁻Q⁻)/(W⁺ + W⁻)", () => {
		fc.assert(
			fc.property(graphs(6, -4), (graph) => {
				const signed = (sign: number) => ({
					...graph,
					weights: graph.weights.map((w) => Math.max(0, sign * w)),
				});
				const total = (g: Graph) => g.weights.reduce((sum, w) => sum + w, 0);
				const [plus, minus] = [signed(1), signed(-1)];
				const all = total(plus) + total(minus);
				const of = (modules: ArrayLike<number>) =>
					all === 0
						? 0
						: (total(plus) * modularityOf(plus, modules, 1, false) -
								total(minus) * modularityOf(minus, modules, 1, false)) /
							all;
				const { quality, moduleOf } = partition(graph);
				expect(quality).toBeCloseTo(of(moduleOf), 9);
				expect(quality).toBeGreaterThanOrEqual(Math.max(...partitionsOf(graph.nodeCount).map(of)) - 1e-9);
			}),
			{ numRuns: 40 },
		);
	});

	test("of the constant Potts model: weight within less the resolution for each pair", () => {
		fc.assert(
			fc.property(graphs(6, -2), resolution, (graph, resolution) => {
				const of = (modules: ArrayLike<number>) => pottsOf(graph, modules, resolution);
				const { quality, moduleOf } = partition({ ...graph, objective: "cpm", resolution });
				expect(quality).toBeCloseTo(of(moduleOf), 9);
				expect(quality).toBeGreaterThanOrEqual(Math.max(...partitionsOf(graph.nodeCount).map(of)) - 1e-9);
			}),
			{ numRuns: 40 },
		);
	});

	test("of the general objective: sizes, powers, friction", () => {
		const parts = fc.record({
			kappa: fc.double({ min: 0, max: 2, noNaN: true }),
			beta: fc.constantFrom(1, 1.5, 2, 2.7),
			friction: fc.double({ min: 0, max: 1, noNaN: true }),
		});
		fc.assert(
			fc.property(graphs(6), parts, fc.boolean(), (graph, given, directed) => {
				const sizes = Array.from({ length: graph.nodeCount }, (_, v) => (v % 3) / 2);
				const objective = {
					...given,
					sizes,
					friction: graph.weights.map((_, e) => given.friction * (e % 2)),
				};
				const of = (modules: ArrayLike<number>) => generalOf(graph, modules, objective, directed);
				const { quality, moduleOf } = partition({ ...graph, objective, directed });
				expect(quality).toBeCloseTo(of(moduleOf), 9);
				expect(quality).toBeGreaterThanOrEqual(Math.max(...partitionsOf(graph.nodeCount).map(of)) - 1e-9);
			}),
			{ numRuns: 40 },
		);
	});

	test("counts moves against the partition in force; where they cost enough, nobody moves", () => {
		fc.assert(
			fc.property(graphs(6), fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }), (graph, names) => {
				const previous = names.slice(0, graph.nodeCount);
				const dear = { kappa: 0.5, previous, switchingCost: 100 };
				const stayed = partition({ ...graph, objective: dear });
				expect(movesBetween(previous, stayed.moduleOf)).toBe(0);
				const cheap = { ...dear, switchingCost: 0.7 };
				const { quality, moduleOf } = partition({ ...graph, objective: cheap });
				expect(quality).toBeCloseTo(generalOf(graph, moduleOf, cheap, false), 9);
				expect(quality).toBeGreaterThanOrEqual(generalOf(graph, previous, cheap, false) - 1e-9);
			}),
			{ numRuns: 40 },
		);
	});
});

test("what the search keeps account of, gain by gain, is what its partition is worth", () => {
	const objectives: PartitionObjective[] = ["modularity", "cpm", { kappa: 0.4, beta: 1.5, friction: 0.3 }];
	fc.assert(
		fc.property(graphs(30, -2), fc.constantFrom(...objectives), fc.boolean(), (graph, objective, limited) => {
			const problem = problemOf(graph, objective, 0.8, limited ? { minSize: 2, maxSize: 5 } : undefined);
			const { moduleOf, value } = leiden(problem, sequence("account", purpose("test.partition")));
			expect(value).toBeCloseTo(worthOf(problem, moduleOf), 8);
		}),
		{ numRuns: 200 },
	);
});

describe("the general objective", () => {
	test("with sizes 1 and power 2 is twice the constant Potts quality, less kappa for each node", () => {
		fc.assert(
			fc.property(graphs(7), fc.double({ min: 0, max: 3, noNaN: true }), (graph, kappa) => {
				const sources = graph.sources;
				const weights = graph.weights.map((w, e) => (sources[e] === graph.targets[e] ? 0 : w));
				const potts = partition({ ...graph, weights, objective: "cpm", resolution: kappa });
				const general = partition({ ...graph, objective: { kappa } });
				expect(general.quality).toBeCloseTo(2 * potts.quality - kappa * graph.nodeCount, 8);
			}),
			{ numRuns: 40 },
		);
	});

	test("with sizes k/√(2W) is 2W times modularity", () => {
		fc.assert(
			fc.property(graphs(7), fc.double({ min: 0, max: 3, noNaN: true }), (graph, kappa) => {
				const weights = graph.weights.map((w, e) => (graph.sources[e] === graph.targets[e] ? 0 : w));
				const twice = 2 * weights.reduce((sum, w) => sum + w, 0);
				fc.pre(twice > 0);
				const sizes = new Float64Array(graph.nodeCount);
				weights.forEach((w, e) => {
					sizes[graph.sources[e]] += w / Math.sqrt(twice);
					sizes[graph.targets[e]] += w / Math.sqrt(twice);
				});
				const newman = partition({ ...graph, weights, resolution: kappa });
				const general = partition({ ...graph, weights, objective: { kappa, sizes } });
				expect(general.quality).toBeCloseTo(twice * newman.quality, 8);
			}),
			{ numRuns: 40 },
		);
	});
});

describe("graphs of any kind", () => {
	test("no nodes, no modules; no edges, quality 0", () => {
		const none = { sources: [], targets: [] };
		expect(partition({ nodeCount: 0, ...none })).toEqual({
			quality: 0,
			moduleOf: [],
			modules: 0,
		});
		expect(partition({ nodeCount: 3, ...none })).toMatchObject({ quality: 0, modules: 3 });
		expect(partition({ nodeCount: 3, ...none, objective: "cpm" }).quality).toBe(0);
	});

	test("equal edges add up, and so do those of either direction", () => {
		fc.assert(
			fc.property(graphs(6), (graph) => {
				const doubled = {
					nodeCount: graph.nodeCount,
					sources: [...graph.sources, ...graph.targets],
					targets: [...graph.targets, ...graph.sources],
					weights: [...graph.weights, ...graph.weights],
				};
				expect(partition(doubled).quality).toBeCloseTo(partition(graph).quality, 9);
			}),
			{ numRuns: 40 },
		);
	});

	test("components of a graph share no module, and modules are numbered by first appearance", () => {
		const two = { nodeCount: 7, sources: [0, 1, 2, 4, 5, 6], targets: [1, 2, 0, 5, 6, 4] };
		const { moduleOf, modules } = partition(two);
		expect(moduleOf).toEqual([0, 0, 0, 1, 2, 2, 2]);
		expect(modules).toBe(3);
	});

	test("the same seed gives the same partition and leaves the host's random numbers alone", () => {
		const path = sharedData("communities/dolphins.edges.csv");
		if (!path) return;
		const host = globalThis.Math;
		const before = host.random;
		const edges = readEdges(path);
		expect(partition({ ...edges, seed: 7 })).toEqual(partition({ ...edges, seed: "7" }));
		expect(host.random).toBe(before);
	});

	test("a start is never left for a worse partition", () => {
		fc.assert(
			fc.property(graphs(8), fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), (graph, names) => {
				const initial = names.slice(0, graph.nodeCount);
				const { quality } = partition({ ...graph, initial, effort: 0 });
				expect(quality).toBeGreaterThanOrEqual(modularityOf(graph, initial, 1, false) - 1e-9);
			}),
			{ numRuns: 40 },
		);
	});
});

describe("refuses", () => {
	const edge = { nodeCount: 2, sources: [0], targets: [1] };
	test.each<[string, object, string]>([
		["a weight that is no number", { weights: [Number.NaN] }, "weights[0]"],
		["a node that is not there", { targets: [2] }, "targets[0]"],
		["lists of unequal length", { targets: [0, 1] }, "targets"],
		["a count that is none", { nodeCount: -1 }, "nodeCount"],
		["a negative resolution", { resolution: -1 }, "resolution"],
		["a cost that is no number", { objective: { kappa: Number.NaN } }, "objective.kappa"],
		["a concave cost", { objective: { kappa: 1, beta: 0.5 } }, "objective.beta"],
		["a start for other nodes", { initial: [0] }, "initial"],
		["an effort below none", { effort: -1 }, "effort"],
		["a bound that is no number", { constraints: { maxSize: Number.NaN } }, "constraints.maxSize"],
	])("%s", (_what, change, argument) => {
		const attempt = () => partition({ ...edge, ...change });
		expect(attempt).toThrow(RangeError);
		expect(attempt).toThrow(argument);
	});

	test("an objective that it does not know", () => {
		expect(() => partition({ ...edge, objective: "conductance" as "cpm" })).toThrow(TypeError);
	});
});
