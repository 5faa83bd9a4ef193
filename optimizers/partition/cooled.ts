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
/** Pairs of children without a better one after which it ends. */
const PATIENCE = 40;

/**
 * The best of a partition, of annealed ones, and of children of two of them. One child has the overlaps of its parents annealed as blocks and
 * takes the place of the worse parent; the other has in one parent a region as in the other, of which only some melts, and takes that
 * parent's place; both only if they are no worse (crowding: Mahfoud 1995). It ends early where the first ones are all alike. In large graphs all come out
 * about as good, so that a single one is cooled as slowly as time allows.
 */
export function cooled(problem: Problem, found: Found, effort: number, random: Sequence): Found {
	const { level } = problem;
	const { nodes, targets } = level;
	const affordable = Math.floor((effort * 4.5e9) / (4 * nodes + targets.length / 2));
	const least = 100 + 3 * nodes;
	const coolings = affordable / least;
	const isLarge = coolings < 15;
	const sweeps = Math.floor(
		isLarge ? 0.9 * affordable : Math.max(least, Math.min(10 * least, affordable / 90)),
	);
	if (sweeps < Math.min(FEWEST, least)) return found;
	const annealed = (start: Uint32Array, blocks: Uint32Array, cooling: Cooling): Found => {
		const { moduleOf } = leiden(problem, random, anneal(problem, start, blocks, cooling, random));
		return { moduleOf, value: worthOf(problem, moduleOf) };
	};

	const each = Uint32Array.from({ length: nodes }, (_, v) => v);
	const hottest = freezing(level);
	const modules = found.moduleOf.reduce((most, m) => Math.max(most, m + 1), 0);
	const byChance = () => each.map(() => random.below(2 * modules));
	const all = [{ ...found, value: worthOf(problem, found.moduleOf) }];
	const best = () => all.reduce((a, b) => (b.value > a.value ? b : a));
	const replace = (i: number, child: Found) => {
		if (child.value >= all[i].value) all[i] = child;
	};
	const first = isLarge ? 1 : Math.min(12, Math.round(coolings / 7));
	while (all.length <= first) {
		all.push(annealed(byChance(), each, { hottest, sweeps }));
		if (all.length === 4 && alike(all)) return best();
	}
	// A pair takes about as long as 3/4 of a first one, in large graphs a tenth.
	const pairs = isLarge ? 1 : (affordable / sweeps - first) / 0.75;
	const fewer = isLarge ? sweeps / 8 : sweeps;
	for (let pair = 0, idle = 0; pair < pairs && idle < PATIENCE; pair++, idle++) {
		const before = best().value;
		const a = random.below(all.length);
		const b = (a + 1 + random.below(all.length - 1)) % all.length;
		const [first, second] = [all[a].moduleOf, all[b].moduleOf];
		const warm = { hottest: 0.3 + 0.7 * random.uniform(), sweeps: fewer };
		replace(all[a].value < all[b].value ? a : b, annealed(first, overlaps(first, second), warm));
		const mixed = transplanted(level, all[a].moduleOf, all[b].moduleOf, random);
		replace(b, annealed(mixed, each, { hottest: 0.73 * hottest, sweeps: fewer / 2 }));
		if (best().value > before) idle = -1;
		else if (alike(all)) break;
	}
	return best();
}

function alike(all: readonly Found[]): boolean {
	const values = all.map(({ value }) => value);
	const most = Math.max(...values);
	return most - Math.min(...values) <= 1e-9 * Math.abs(most);
}

/**
 * The temperature, in mean weights of an edge, where modules of a random graph form: it grows as what chance makes of the
 * weights at a node, the root of the sum of their squares (as spin glasses freeze, Viana & Bray 1985), .45 with 6 edges a node.
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
	return squares > 0 ? (0.17 * Math.sqrt(fourth / squares) * weights.length) / sum : 0;
}
