// Published figures of partition that need no data: rings of cliques and the resolution limit.

import { partition } from "../../optimizers/partition/partition.js";
import type { KnownResult } from "./known-result.js";

const CLIQUES = 30;
const SIZE = 5;

/** Cliques of 5 nodes, each joined to the next by one edge. */
function ringOfCliques() {
	const sources: number[] = [];
	const targets: number[] = [];
	for (let c = 0; c < CLIQUES; c++) {
		for (let i = 0; i < SIZE; i++)
			for (let j = 0; j < i; j++) {
				sources.push(c * SIZE + i);
				targets.push(c * SIZE + j);
			}
		sources.push(c * SIZE);
		targets.push(((c + 1) % CLIQUES) * SIZE + 1);
	}
	return { nodeCount: CLIQUES * SIZE, sources, targets };
}

const source = "Fortunato & Barthélemy 2007; Traag, Van Dooren & Nesterov 2011";

export const partitionResults: readonly KnownResult[] = [
	{
		name: "modularity of a ring of 30 cliques of 5: pairs",
		expected: 293 / 330,
		tolerance: 1e-9,
		source,
		find: () => partition({ ...ringOfCliques(), seed: "ring" }).quality,
	},
	{
		name: "modules of the ring by the constant Potts model, resolution .5: single cliques",
		expected: 30,
		tolerance: 0,
		source,
		find: () => partition({ ...ringOfCliques(), objective: "cpm", resolution: 0.5, seed: "ring" }).modules,
	},
	{
		name: "constant Potts quality of the single cliques, 30 · (10 − .5 · 10)",
		expected: 150,
		tolerance: 1e-9,
		source,
		find: () => partition({ ...ringOfCliques(), objective: "cpm", resolution: 0.5, seed: "ring" }).quality,
	},
];
