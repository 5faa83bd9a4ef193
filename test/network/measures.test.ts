// Measures of graphs say what their definitions say, taken word by word.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clustering } from "../../engine/network/clustering.js";
import { components, strongComponents } from "../../engine/network/components.js";
import { degreeDistribution, degrees, directedDegrees, strengths } from "../../engine/network/degree.js";
import { distancesFrom, UNREACHED } from "../../engine/network/distances.js";
import { selfSimilarHierarchy } from "../../engine/network/generators/self-similar.js";
import { graphOf } from "../../engine/network/graph.js";
import { hierarchy } from "../../engine/network/hierarchy.js";
import { modularity } from "../../engine/network/modularity.js";
import { powerLaw } from "../../engine/network/power-law.js";
import { partition } from "../../optimizers/partition/partition.js";
import { allDistances, joined, neighborsOf, nodesOf, smallLinks } from "./small-graphs.js";

const weights = fc.integer({ min: -4, max: 4 }).map((quarters) => quarters / 4);
const rowsOf = ({ nodeCount, offsets, neighbors }: ReturnType<typeof graphOf>) =>
	Array.from({ length: nodeCount }, (_, node) => [...neighbors.slice(offsets[node], offsets[node + 1])]);
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe("a simple graph", () => {
	test("joins what some link joins, once, in ascending order, and counts what it leaves out", () => {
		fc.assert(
			fc.property(smallLinks(), (links) => {
				const graph = graphOf(links);
				expect(rowsOf(graph)).toEqual(nodesOf(links).map((node) => neighborsOf(links, node)));
				const loops = Array.from(links.sources).filter((source, e) => source === links.targets[e]).length;
				expect(graph.selfLoops).toBe(loops);
				expect(graph.edgeCount + graph.selfLoops + graph.duplicates).toBe(links.sources.length);
			}),
		);
	});

	test("carries the sum of the weights of the links between two nodes", () => {
		fc.assert(
			fc.property(smallLinks(weights), (links) => {
				const { offsets, neighbors, weights: found } = graphOf(links);
				for (const a of nodesOf(links))
					for (let i = offsets[a]; i < offsets[a + 1]; i++) {
						const between = Array.from(links.sources).flatMap((source, e) => {
							const ends = [source, links.targets[e]];
							return a !== neighbors[i] && ends.includes(a) && ends.includes(neighbors[i]) ? [e] : [];
						});
						expect(found[i]).toBe(sum(between.map((e) => links.weights?.[e] ?? 1)));
					}
			}),
		);
	});

	test.each([
		["a node too high", { nodeCount: 2, sources: [0], targets: [2] }, /link 0 joins 0 and 2/],
		["half a node", { nodeCount: 2, sources: [0.5], targets: [1] }, /link 0/],
		["NaN nodes", { nodeCount: Number.NaN, sources: [], targets: [] }, /nodeCount/],
		["lists of unequal length", { nodeCount: 2, sources: [0, 1], targets: [1] }, /2 sources, but 1 targets/],
		["too few weights", { nodeCount: 2, sources: [0], targets: [1], weights: [] }, /0 weights/],
		[
			"a weight of NaN",
			{ nodeCount: 2, sources: [0], targets: [1], weights: [Number.NaN] },
			/weight of link 0/,
		],
	])("is not made of %s", (_, links, message) => {
		expect(() => graphOf(links)).toThrow(RangeError);
		expect(() => graphOf(links)).toThrow(message);
		expect(() => modularity(links, [0, 0])).toThrow(message);
		expect(() => strongComponents(links)).toThrow(message);
	});
});

describe("degree", () => {
	test("counts neighbors, strength their weights, and the distribution all nodes", () => {
		fc.assert(
			fc.property(smallLinks(weights), (links) => {
				const graph = graphOf(links);
				const found = degrees(graph);
				expect([...found]).toEqual(nodesOf(links).map((node) => neighborsOf(links, node).length));
				const counts = degreeDistribution(found);
				expect(sum(counts)).toBe(links.nodeCount);
				counts.forEach((count, k) => {
					expect(count).toBe(found.filter((other) => other === k).length);
				});
				const between = Array.from(links.weights ?? []).filter(
					(_, e) => links.sources[e] !== links.targets[e],
				);
				expect(sum(strengths(graph))).toBe(2 * sum(between));
			}),
		);
	});

	test("directed, counts every link once at each of its ends", () => {
		const found = directedDegrees({ nodeCount: 3, sources: [0, 0, 1, 1], targets: [1, 1, 1, 0] });
		expect([...found.out]).toEqual([2, 2, 0]);
		expect([...found.in]).toEqual([1, 3, 0]);
	});
});

describe("clustering", () => {
	test("is the share of pairs of neighbors that are neighbors", () => {
		fc.assert(
			fc.property(smallLinks(), (links) => {
				const { local, mean, byDegree, triangles, transitivity } = clustering(graphOf(links));
				const naive = nodesOf(links).map((node) => {
					const around = neighborsOf(links, node);
					const pairs = around.flatMap((a) => around.filter((b) => b > a).map((b) => joined(links, a, b)));
					return { k: around.length, pairs: pairs.length, closed: pairs.filter(Boolean).length };
				});
				const shares = naive.map(({ closed, pairs }) => (pairs === 0 ? 0 : closed / pairs));
				expect([...local]).toEqual(shares);
				expect(triangles).toBe(sum(naive.map(({ closed }) => closed)) / 3);
				expect(transitivity).toBe((3 * triangles) / sum(naive.map(({ pairs }) => pairs)));
				if (links.nodeCount > 0) expect(mean).toBeCloseTo(sum(shares) / links.nodeCount, 12);
				else expect(mean).toBeNaN();
				byDegree.forEach((c, k) => {
					const alike = shares.filter((_, node) => naive[node].k === k);
					if (k < 2 || alike.length === 0) expect(c).toBeNaN();
					else expect(c).toBeCloseTo(sum(alike) / alike.length, 12);
				});
			}),
		);
	});
});

describe("distances and components", () => {
	test("are those of the shortest paths", () => {
		fc.assert(
			fc.property(smallLinks(), (links) => {
				const graph = graphOf(links);
				const { of, sizes } = components(graph);
				const distance = allDistances(links);
				for (const a of nodesOf(links)) {
					const found = distancesFrom(graph, a);
					expect([...found].map((d) => (d === UNREACHED ? Number.POSITIVE_INFINITY : d))).toEqual(
						distance[a],
					);
					const mine = distance[a].map(Number.isFinite);
					expect([...of].map((component) => component === of[a])).toEqual(mine);
					expect(sizes[of[a]]).toBe(mine.filter(Boolean).length);
				}
			}),
		);
	});

	test("strong, hold the nodes that reach each other, and lead to lower numbers only", () => {
		fc.assert(
			fc.property(smallLinks(), (links) => {
				const { of, sizes } = strongComponents(links);
				const distance = allDistances(links, true);
				const reaches = (a: number, b: number) => Number.isFinite(distance[a][b]);
				for (const a of nodesOf(links)) {
					const mine = nodesOf(links).map((b) => reaches(a, b) && reaches(b, a));
					expect([...of].map((component) => component === of[a])).toEqual(mine);
					expect(sizes[of[a]]).toBe(mine.filter(Boolean).length);
					for (const b of nodesOf(links)) if (reaches(a, b)) expect(of[b]).toBeLessThanOrEqual(of[a]);
				}
			}),
		);
	});

	test("of a path of 100,000 nodes overflow no stack", () => {
		const nodeCount = 100_000;
		const sources = Uint32Array.from({ length: nodeCount - 1 }, (_, node) => node);
		const links = { nodeCount, sources, targets: sources.map((node) => node + 1) };
		expect(strongComponents(links).sizes).toHaveLength(nodeCount);
		expect(components(graphOf(links)).sizes).toEqual([nodeCount]);
		expect(distancesFrom(graphOf(links), 0)[nodeCount - 1]).toBe(nodeCount - 1);
	});

	test("are from nodes of the graph", () => {
		expect(() => distancesFrom(graphOf({ nodeCount: 0, sources: [], targets: [] }), 0)).toThrow(RangeError);
	});
});

describe("modularity", () => {
	const modules = fc.array(fc.nat(3), { minLength: 8, maxLength: 8 });

	test("sums over pairs of nodes what lies between them above chance", () => {
		fc.assert(
			fc.property(
				smallLinks(weights.map(Math.abs)),
				modules,
				fc.double({ min: 0, max: 3, noNaN: true }),
				fc.boolean(),
				(links, all, resolution, directed) => {
					const moduleOf = all.slice(0, links.nodeCount);
					const { sources, targets } = links;
					const weight = (a: number, b: number) =>
						sum(
							Array.from(sources).flatMap((s, e) =>
								s === a && targets[e] === b ? [links.weights?.[e] ?? 1] : [],
							),
						);
					// A of both directions; a self-loop twice, as it has two ends.
					const entry = (a: number, b: number) => (directed ? weight(a, b) : weight(a, b) + weight(b, a));
					const nodes = nodesOf(links);
					const out = nodes.map((a) => sum(nodes.map((b) => entry(a, b))));
					const into = nodes.map((b) => sum(nodes.map((a) => entry(a, b))));
					const total = sum(out);
					const naive = nodes.flatMap((a) =>
						nodes.map((b) =>
							moduleOf[a] === moduleOf[b]
								? (entry(a, b) - (resolution * out[a] * into[b]) / total) / total
								: 0,
						),
					);
					const found = modularity(links, moduleOf, { resolution, directed });
					expect(found).toBeCloseTo(total === 0 ? 0 : sum(naive), 10);
				},
			),
		);
	});

	test("is what partition says of the partition it finds, with negative weights too", () => {
		fc.assert(
			fc.property(smallLinks(weights), fc.boolean(), (links, directed) => {
				const { quality, moduleOf } = partition({ ...links, directed, objective: "modularity", effort: 0 });
				expect(modularity(links, moduleOf, { directed })).toBeCloseTo(quality, 10);
			}),
			{ numRuns: 50 },
		);
	});

	test("does not depend on the modules' numbers, and is 0 without weight or in one module", () => {
		const links = { nodeCount: 4, sources: [0, 2], targets: [1, 3] };
		expect(modularity(links, [0, 0, 1, 1])).toBe(0.5);
		expect(modularity(links, [4_000_000_000, 4_000_000_000, 7, 7])).toBe(0.5);
		expect(modularity(links, [0, 0, 0, 0])).toBe(0);
		expect(modularity({ ...links, weights: [0, 0] }, [0, 0, 1, 1])).toBe(0);
		expect(modularity({ nodeCount: 0, sources: [], targets: [] }, [])).toBe(0);
	});

	test("is of whole modules and a finite resolution", () => {
		const links = { nodeCount: 2, sources: [0], targets: [1] };
		expect(() => modularity(links, [0])).toThrow(/2 nodes, but 1 modules/);
		expect(() => modularity(links, [0, Number.NaN])).toThrow(/module of node 1/);
		expect(() => modularity(links, [0, 1], { resolution: Number.NaN })).toThrow(/resolution/);
	});
});

describe("power laws", () => {
	test("are found again", () => {
		fc.assert(
			fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (exponent) => {
				const found = powerLaw([1, 2, 3, 5, 8].map((x) => [x, 7 * x ** exponent]));
				expect(found.exponent).toBeCloseTo(exponent, 10);
				if (Math.abs(exponent) > 1e-3) expect(found.r2).toBeCloseTo(1, 10);
			}),
		);
	});

	test("have no exponent without two different x, and explain nothing where y is constant", () => {
		for (const points of [
			[],
			[[2, 3]],
			[
				[2, 3],
				[2, 5],
			],
		] as [number, number][][])
			expect(powerLaw(points)).toEqual({ exponent: Number.NaN, r2: Number.NaN });
		expect(
			powerLaw([
				[1, 3],
				[2, 3],
			]),
		).toEqual({ exponent: 0, r2: Number.NaN });
	});

	test("of clustering by degree: a hierarchy falls, a random graph does not", () => {
		const exponentOf = (density: readonly number[], branching: readonly number[]) =>
			hierarchy(clustering(graphOf(selfSimilarHierarchy({ branching, density, seed: "a" }))).byDegree)
				.exponent;
		expect(exponentOf([0.002, 0.01, 0.05, 0.9], [5, 5, 5, 6])).toBeLessThan(-0.5);
		expect(Math.abs(exponentOf([0.05], [750]))).toBeLessThan(0.15);
	});
});
