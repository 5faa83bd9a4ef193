// How near partitions of a graph without structure come to the best that is known, over seeds.

import { expect, test } from "vitest";
import { mean } from "../../engine/analysis/index.js";
import { purpose, sequence } from "../../engine/random/index.js";
import { partition } from "../../optimizers/index.js";

/** A random graph G(n, m) of Erdős & Rényi (1959): as many different edges, each as likely. */
function randomGraph(nodeCount: number, edges: number) {
	const random = sequence("random graph", purpose("test.long.partition"));
	const keys = new Set<number>();
	while (keys.size < edges) {
		const [a, b] = [random.below(nodeCount), random.below(nodeCount)];
		if (a < b) keys.add(a * nodeCount + b);
	}
	const pairs = [...keys];
	return {
		nodeCount,
		sources: pairs.map((key) => Math.floor(key / nodeCount)),
		targets: pairs.map((key) => key % nodeCount),
	};
}

/** The best of all runs so far, of higher effort and of other seeds among them. */
test.each([
	[100, 300, 0.394578],
	[300, 900, 0.434034],
	[1000, 3000, 0.457128],
])(
	"the mean over seeds in a random graph of %i nodes and %i edges is .997 of the best known, %f, or more",
	(nodes, edges, best) => {
		const graph = randomGraph(nodes, edges);
		const qualities = Array.from({ length: 10 }, (_, seed) => partition({ ...graph, seed }).quality);
		console.log(`${nodes} nodes: mean of 10 seeds ${mean(qualities).toFixed(6)}, best known ${best}`);
		expect(mean(qualities)).toBeGreaterThanOrEqual(0.997 * best);
	},
);
