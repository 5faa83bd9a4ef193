// Nested partitions of graphs that are built level by level.

import { expect, test } from "vitest";
import { nestedPartition } from "../../../optimizers/index.js";

/** Four cliques of four in each of four groups: edges of nodes weigh the more the nearer they are in the hierarchy. */
function hierarchy(weights: readonly number[]) {
	const sources: number[] = [];
	const targets: number[] = [];
	const given: number[] = [];
	for (let i = 0; i < 64; i++)
		for (let j = 0; j < i; j++) {
			const level = i >> 2 === j >> 2 ? 0 : i >> 4 === j >> 4 ? 1 : 2;
			sources.push(i);
			targets.push(j);
			given.push(weights[level]);
		}
	return { nodeCount: 64, sources, targets, weights: given };
}

test("four groups of four cliques of four are found level by level, and the levels are alike", () => {
	const { levels, branching, selfSimilarity } = nestedPartition({ ...hierarchy([100, 10, 1]), seed: "nest" });
	expect(levels.map(({ modules }) => modules)).toEqual([4, 16]);
	expect([...levels[1].moduleOf]).toEqual(Array.from({ length: 64 }, (_, v) => v >> 2));
	expect(branching).toEqual([4, 4, 4]);
	expect(selfSimilarity).toBe(1);
});

test("each level lies within the one before; under an overhead of direct children modules gather from below", () => {
	const { levels } = nestedPartition({ ...hierarchy([10, 1, 0.01]), objective: { kappa: 8 }, seed: "nest" });
	expect(levels.map(({ modules }) => modules)).toEqual([4, 16]);
	for (let v = 0; v < 64; v++)
		for (let u = 0; u < v; u++)
			if (levels[1].moduleOf[u] === levels[1].moduleOf[v])
				expect(levels[0].moduleOf[u]).toBe(levels[0].moduleOf[v]);
});
