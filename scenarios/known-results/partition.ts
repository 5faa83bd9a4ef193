// Published figures of partition: rings of cliques and the resolution limit, the karate club.

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

/** Members of a karate club, each with those of higher number whom it met outside: Zachary (1977). */
const CLUB: readonly (readonly [number, string])[] = [
	[0, "1 2 3 4 5 6 7 8 10 11 12 13 17 19 21 31"],
	[1, "2 3 7 13 17 19 21 30"],
	[2, "3 7 8 9 13 27 28 32"],
	[3, "7 12 13"],
	[4, "6 10"],
	[5, "6 10 16"],
	[6, "16"],
	[8, "30 32 33"],
	[9, "33"],
	[13, "33"],
	[14, "32 33"],
	[15, "32 33"],
	[18, "32 33"],
	[19, "33"],
	[20, "32 33"],
	[22, "32 33"],
	[23, "25 27 29 32 33"],
	[24, "25 27 31"],
	[25, "31"],
	[26, "29 33"],
	[27, "33"],
	[28, "31 33"],
	[29, "32 33"],
	[30, "32 33"],
	[31, "32 33"],
	[32, "33"],
];
const friends = CLUB.flatMap(([member, met]) =>
	met.split(" ").map((other) => [member, Number(other)] as const),
);
const club = {
	nodeCount: 34,
	sources: friends.map(([member]) => member),
	targets: friends.map(([, other]) => other),
};

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
	{
		name: "modularity of the karate club",
		expected: 0.41978961,
		tolerance: 5e-9,
		source: "Zachary 1977; proven optimal by integer programming: Brandes et al. 2008, IEEE TKDE 20(2)",
		find: () => partition({ ...club, seed: "club" }).quality,
	},
];
