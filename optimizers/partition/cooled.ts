// Slow cooling, for graphs in which structure is weak: some partitions are annealed slowly, then children of them.

import type { Sequence } from "../../engine/random/sequence.js";
import { anneal, type Cooling } from "./anneal.js";
import { type Found, leiden } from "./leiden.js";
import type { Level } from "./level.js";
import { overlaps } from "./numbering.js";
import { type Problem, worthOf } from "./problem.js";
import { transplanted } from "./transplanted.js";

/** Fewer sweeps than these find no more than Leiden does. */
const FEWEST = 2000;
/** Coolings that time is divided by, where they get neither too short nor longer than helps. */
const COOLINGS = 30;
/** Partitions annealed at first, at most: each sixth cooling. */
const FIRST = 12;
/** Children without a better one after which it ends. */
const PATIENCE = 80;
/** Children by overlaps at last. */
const LAST = 40;

/**
 * The best of a partition, of annealed ones, and of children of two of them. A child has in one parent a region as in the other, melts
 * in part, and takes that parent's place if it is no worse (crowding: Mahfoud 1995). At last the overlaps of two are annealed as blocks:
 * it is quick, but makes all alike. It ends early where the first ones are. In large graphs all come out about as good, so that a single
 * one is cooled as slowly as time allows.
 */
export function cooled(problem: Problem, found: Found, effort: number, random: Sequence): Found {
	const { level } = problem;
	const { nodes, targets } = level;
	const affordable = Math.floor((effort * 7.5e9) / (4 * nodes + targets.length / 2));
	const least = 100 + 3 * nodes;
	const isLarge = affordable / least < 15;
	const sweeps = Math.floor(
		isLarge ? 0.7 * affordable : Math.max(least, Math.min(10 * least, affordable / COOLINGS)),
	);
	if (sweeps < Math.min(FEWEST, least)) return found;
	const each = Uint32Array.from({ length: nodes }, (_, v) => v);
	const hottest = freezing(level);
	const annealed = (start: Uint32Array, blocks: Uint32Array, cooling: Cooling): Found => {
		const moduleOf = anneal(problem, start, blocks, cooling, random);
		return { moduleOf, value: worthOf(problem, moduleOf) };
	};

	const modules = found.moduleOf.reduce((most, m) => Math.max(most, m + 1), 0);
	const all = [{ ...found, value: worthOf(problem, found.moduleOf) }];
	const best = () => all.reduce((a, b) => (b.value > a.value ? b : a));
	const coolings = isLarge ? 1 : affordable / sweeps;
	const first = isLarge ? 1 : Math.min(FIRST, Math.round(coolings / 6));
	while (all.length <= first) {
		all.push(
			annealed(
				each.map(() => random.below(2 * modules)),
				each,
				{ hottest, sweeps },
			),
		);
		if (all.length === 4 && alike(all)) break;
	}
	const cross = (child: (one: Uint32Array, other: Uint32Array) => Found) => {
		const a = random.below(all.length);
		const b = (a + 1 + random.below(all.length - 1)) % all.length;
		const grown = child(all[a].moduleOf, all[b].moduleOf);
		if (grown.value >= all[b].value) all[b] = grown;
	};
	for (let child = first, idle = 0; child < coolings && idle < PATIENCE && !alike(all); child++, idle++) {
		const before = best().value;
		cross((one, other) => annealed(transplanted(level, one, other, random), each, { hottest, sweeps }));
		if (best().value > before) idle = -1;
	}
	for (let child = 0; child < LAST && !isLarge && !alike(all); child++)
		cross((one, other) =>
			annealed(other, overlaps(one, other), { hottest: 0.3 + 0.7 * random.uniform(), sweeps }),
		);
	// Whole modules may still gain by coming together.
	const { moduleOf } = leiden(problem, random, best().moduleOf);
	return { moduleOf, value: worthOf(problem, moduleOf) };
}

function alike(all: readonly Found[]): boolean {
	const values = all.map(({ value }) => value);
	const most = Math.max(...values);
	return most - Math.min(...values) <= 1e-9 * Math.abs(most);
}

/**
 * The temperature, in mean weights of an edge, where modules of a random graph form: it grows as what chance makes of the
 * weights at a node, the root of the sum of their squares (as spin glasses freeze, Viana & Bray 1985), .34 with 6 edges a node.
 */
function freezing({ nodes, offsets, weights }: Level): number {
	let sum = 0;
	let squares = 0;
	let fourth = 0;
	for (let v = 0; v < nodes; v++) {
		let own = 0;
		for (let arc = offsets[v]; arc < offsets[v + 1]; arc++) {
			own += weights[arc] * weights[arc];
			sum += Math.abs(weights[arc]);
		}
		squares += own;
		fourth += own * own;
	}
	return squares > 0 ? (0.13 * Math.sqrt(fourth / squares) * weights.length) / sum : 0;
}
