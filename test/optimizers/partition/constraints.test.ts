// Constraints of a partition: kept wherever they can be, and refused with a reason where they cannot.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Constraints, InfeasibleConstraints, partition } from "../../../optimizers/index.js";
import { type Graph, graphs, membersOf, partitionsOf, pottsOf } from "./graphs.js";

function isConnected({ sources, targets }: Graph, members: readonly number[]): boolean {
	const reached = new Set(members.slice(0, 1));
	for (let before = 0; before < reached.size; ) {
		before = reached.size;
		sources.forEach((a, e) => {
			const b = targets[e];
			if (!members.includes(a) || !members.includes(b)) return;
			if (reached.has(a)) reached.add(b);
			if (reached.has(b)) reached.add(a);
		});
	}
	return reached.size === members.length;
}

function keeps(graph: Graph, of: ArrayLike<number>, constraints: Constraints): boolean {
	const {
		minSize = 0,
		maxSize = graph.nodeCount,
		labels,
		requiredLabels = [],
		caps = [],
		connected,
	} = constraints;
	return membersOf(of).every(
		(members) =>
			members.length >= minSize &&
			members.length <= maxSize &&
			requiredLabels.every((label) => members.some((v) => labels?.[v] === label)) &&
			caps.every(({ amounts, cap }) => members.reduce((sum, v) => sum + amounts[v], 0) <= cap) &&
			(!connected || isConnected(graph, members)),
	);
}

const constraintsOn = (nodes: number): fc.Arbitrary<Constraints> =>
	fc
		.record(
			{
				minSize: fc.integer({ min: 1, max: 4 }),
				maxSize: fc.integer({ min: 1, max: 6 }),
				labels: fc.array(fc.constantFrom("a", "b", "c"), { minLength: nodes, maxLength: nodes }),
				caps: fc.tuple(
					fc.record({
						amounts: fc.array(fc.nat(3), { minLength: nodes, maxLength: nodes }),
						cap: fc.integer({ min: 2, max: 8 }),
					}),
				),
				connected: fc.boolean(),
			},
			{ requiredKeys: [] },
		)
		.map((constraints) => (constraints.labels ? { ...constraints, requiredLabels: ["a"] } : constraints));

describe("constraints", () => {
	test("ask nothing of former modules, which are no nodes: connected modules of two can be as they were", () => {
		const previous = [0, 0, 1, 1];
		const path = { nodeCount: 4, sources: [0, 1, 2], targets: [1, 2, 3], weights: [0, 0, 0] };
		const objective = { kappa: 0, previous, switchingCost: 1 };
		const labels = ["a", "b", "b", "a"];
		const constraints = { minSize: 2, connected: true, labels, requiredLabels: ["a"] };
		expect(partition({ ...path, objective, constraints })).toMatchObject({ quality: 0, moduleOf: previous });
	});

	test("of few nodes: kept wherever any partition keeps to them, with nearly the best quality; refused elsewhere", () => {
		const problems = graphs(7).chain((graph) => fc.tuple(fc.constant(graph), constraintsOn(graph.nodeCount)));
		fc.assert(
			fc.property(problems, ([graph, constraints]) => {
				const allowed = partitionsOf(graph.nodeCount).filter((of) => keeps(graph, of, constraints));
				const solve = () => partition({ ...graph, objective: "cpm", resolution: 0.5, constraints });
				if (allowed.length === 0) {
					expect(solve).toThrow(InfeasibleConstraints);
					return;
				}
				const { quality, moduleOf } = solve();
				expect(keeps(graph, moduleOf, constraints)).toBe(true);
				expect(quality).toBeCloseTo(pottsOf(graph, moduleOf, 0.5), 9);
				const best = Math.max(...allowed.map((of) => pottsOf(graph, of, 0.5)));
				expect(quality).toBeGreaterThanOrEqual(best - 0.02 * Math.abs(best) - 1e-9);
			}),
			{ numRuns: 80 },
		);
	});

	test("no partition: the reason is told, and whether it is proven", () => {
		const path = { nodeCount: 4, sources: [0, 1], targets: [1, 2] };
		const refusal = (constraints: Constraints) => {
			try {
				partition({ ...path, constraints });
			} catch (error) {
				return error as InfeasibleConstraints;
			}
			return undefined;
		};
		const cases: [Constraints, RegExp][] = [
			[{ minSize: 5 }, /all nodes have size 4, a module at least 5/],
			[{ minSize: 3, maxSize: 2 }, /at least 2 modules, and at most 1/],
			[{ labels: ["x", "x", "x", "x"], requiredLabels: ["y"] }, /label y 0, a module at least 1/],
			[{ caps: [{ amounts: [1, 1, 9, 1], cap: 8 }] }, /node 2 alone has resource 0 9, a module at most 8/],
			[{ connected: true, minSize: 2 }, /connected nodes have size 1, a module at least 2/],
		];
		for (const [constraints, reason] of cases) {
			expect(refusal(constraints)?.message).toMatch(reason);
			expect(refusal(constraints)?.proven).toBe(true);
			expect(refusal(constraints)).toBeInstanceOf(RangeError);
		}
	});

	test("where counting proves nothing, none is said to be found, not that there is none", () => {
		const nodes = { nodeCount: 4, sources: [], targets: [] };
		const search = () =>
			partition({ ...nodes, constraints: { nodeWeights: [3, 3, 3, 3], minSize: 4, maxSize: 5 } });
		expect(search).toThrow(/found no partition/);
	});
});
