// Generated graphs have the sizes, degrees and distances that their authors derive.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { components } from "../../engine/network/components.js";
import { degreeDistribution, degrees } from "../../engine/network/degree.js";
import { distancesFrom } from "../../engine/network/distances.js";
import { flower } from "../../engine/network/generators/flower.js";
import { ravaszBarabasi } from "../../engine/network/generators/ravasz-barabasi.js";
import { selfSimilarHierarchy } from "../../engine/network/generators/self-similar.js";
import { sierpinskiGasket } from "../../engine/network/generators/sierpinski-gasket.js";
import { graphOf, type WeightedLinks } from "../../engine/network/graph.js";

/** The graph, which must be simple and connected. */
function whole(links: WeightedLinks) {
	const graph = graphOf(links);
	expect(graph.edgeCount).toBe(links.sources.length);
	expect(components(graph).sizes).toEqual([links.nodeCount]);
	return graph;
}
const diameterOf = (links: WeightedLinks) =>
	Math.max(
		...Array.from({ length: links.nodeCount }, (_, node) => Math.max(...distancesFrom(graphOf(links), node))),
	);

describe("(u,v)-flowers", () => {
	test("have (u + v)^n edges, and 2 + (u + v − 2) Σ (u + v)^g nodes of degrees 2, 4, 8, …", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 3 }),
				fc.integer({ min: 2, max: 4 }),
				fc.integer({ min: 1, max: 4 }),
				(u, v, n) => {
					const w = u + v;
					const graph = whole(flower(u, v, n));
					expect(graph.edgeCount).toBe(w ** n);
					expect(graph.nodeCount).toBe((w ** n * (w - 2) + w) / (w - 1));
					const counts = degreeDistribution(degrees(graph));
					// Nodes of generation g have degree 2^(n − g + 1); the first has w of them.
					for (let g = 1; g <= n; g++)
						expect(counts[2 ** (n - g + 1)]).toBe(g === 1 ? w : (w - 2) * w ** (g - 1));
				},
			),
			{ numRuns: 40 },
		);
	});

	test("the first is a cycle; distances grow by u from one to the next", () => {
		expect(diameterOf(flower(2, 5, 1))).toBe(3);
		expect([1, 2, 3, 4].map((n) => diameterOf(flower(2, 2, n)))).toEqual([2, 4, 8, 16]);
	});

	test.each([
		[0, 2, 1],
		[1, 1, 1],
		[2, 2, 0],
		[2.5, 2, 1],
		[2, 2, Number.NaN],
		[2, 2, 40],
	])("not of %d, %d, %d", (u, v, n) => {
		expect(() => flower(u, v, n)).toThrow(RangeError);
	});
});

describe("the Sierpinski gasket", () => {
	test.each([0, 1, 2, 3, 5])(
		"of level %d: 3 (3^n + 1)/2 nodes, 3^(n + 1) edges, all but three corners of degree 4",
		(n) => {
			const links = sierpinskiGasket(n);
			const graph = whole(links);
			expect(graph.nodeCount).toBe((3 * (3 ** n + 1)) / 2);
			expect(graph.edgeCount).toBe(3 ** (n + 1));
			const counts = degreeDistribution(degrees(graph));
			expect([counts[2], counts[4] ?? 0]).toEqual([3, graph.nodeCount - 3]);
			expect(diameterOf(links)).toBe(2 ** n);
		},
	);

	test("has whole levels", () => {
		for (const level of [-1, 1.5, 15, Number.NaN]) expect(() => sierpinskiGasket(level)).toThrow(/level/);
	});
});

describe("Ravasz–Barabási networks", () => {
	test.each([1, 2, 3, 4])("of level %d have 5^n nodes and a hub joined to 4 + 16 + … of them", (n) => {
		const graph = whole(ravaszBarabasi(n));
		expect(graph.nodeCount).toBe(5 ** n);
		expect(degrees(graph)[0]).toBe((4 ** (n + 1) - 4) / 3);
	});

	test("of other modules", () => {
		expect([...degrees(whole(ravaszBarabasi(1, 4)))]).toEqual([3, 3, 3, 3]);
		expect(degrees(whole(ravaszBarabasi(2, 3)))[0]).toBe(2 + 4);
	});

	test("refuse no level, a module too small, too many nodes", () => {
		expect(() => ravaszBarabasi(0)).toThrow(/level/);
		expect(() => ravaszBarabasi(2, 2)).toThrow(/module/);
		expect(() => ravaszBarabasi(1000)).toThrow(/2\^24/);
	});
});

describe("self-similar hierarchies", () => {
	const hierarchies = fc
		.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(0, 0.1, 0.5, 1)), {
			minLength: 1,
			maxLength: 4,
		})
		.map((levels) => ({ branching: levels.map(([b]) => b), density: levels.map(([, p]) => p), seed: "a" }));

	test("link each pair once at most, at the level where it parts, with certainty where the density is 1", () => {
		fc.assert(
			fc.property(hierarchies, ({ branching, density, seed }) => {
				const links = selfSimilarHierarchy({ branching, density, seed });
				const { nodeCount, sources, targets, levelOf, cellOf } = links;
				expect(nodeCount).toBe(branching.reduce((product, b) => product * b, 1));
				expect([...cellOf[branching.length - 1]]).toEqual(
					Array.from({ length: nodeCount }, (_, node) => node),
				);
				const parts = (a: number, b: number) => cellOf.findIndex((cells) => cells[a] !== cells[b]);
				const seen = new Set<string>();
				for (const [e, source] of sources.entries()) {
					expect(source).toBeLessThan(targets[e]);
					expect(parts(source, targets[e])).toBe(levelOf[e]);
					expect(density[levelOf[e]]).toBeGreaterThan(0);
					seen.add(`${source}-${targets[e]}`);
				}
				expect(seen.size).toBe(sources.length);
				for (let a = 0; a < nodeCount; a++)
					for (let b = a + 1; b < nodeCount; b++)
						if (density[parts(a, b)] === 1) expect(seen.has(`${a}-${b}`)).toBe(true);
			}),
		);
	});

	test("have as many links at each level as its density says, to within five standard deviations", () => {
		const branching = [8, 8, 8, 8];
		const density = [0.002, 0.02, 0.2, 0.6];
		const { levelOf } = selfSimilarHierarchy({ branching, density, seed: "levels" });
		for (const [level, p] of density.entries()) {
			const inCells = 8 ** (3 - level);
			const pairs = 8 ** level * 28 * inCells * inCells;
			const found = levelOf.filter((other) => other === level).length;
			expect(Math.abs(found - p * pairs)).toBeLessThan(5 * Math.sqrt(pairs * p * (1 - p)));
		}
	});

	test("every pair of a level is as likely as any other", () => {
		const counts = new Map<string, number>();
		for (let i = 0; i < 4000; i++) {
			const { sources, targets } = selfSimilarHierarchy({
				branching: [3, 2],
				density: [0.25, 0],
				seed: `${i}`,
			});
			for (const [e, source] of sources.entries())
				counts.set(`${source}-${targets[e]}`, (counts.get(`${source}-${targets[e]}`) ?? 0) + 1);
		}
		expect(counts.size).toBe(12);
		for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(750));
	});

	test("depend on the seed alone, and on it", () => {
		const links = (seed: string) => selfSimilarHierarchy({ branching: [5, 20], density: [0.05, 0.3], seed });
		expect(links("a")).toEqual(links("a"));
		expect(links("a").targets).not.toEqual(links("b").targets);
	});

	test.each([
		[[], []],
		[[2], [0.5, 0.5]],
		[[0], [0.5]],
		[[2.5], [0.5]],
		[[2], [1.5]],
		[[2], [Number.NaN]],
		[
			[5000, 5000],
			[0, 0],
		],
	])("not of branching %j and density %j", (branching, density) => {
		expect(() => selfSimilarHierarchy({ branching, density, seed: "a" })).toThrow(/selfSimilarHierarchy/);
	});
});
