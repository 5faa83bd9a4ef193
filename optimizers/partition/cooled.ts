// Slow cooling, for graphs in which structure is weak: partitions are annealed from chance, and the best one stays.

import type { Sequence } from "../../engine/random/sequence.js";
import { anneal } from "./anneal.js";
import { type Found, leiden } from "./leiden.js";
import type { Level } from "./level.js";
import { type Problem, worthOf } from "./problem.js";

/** Fewer sweeps than these find no more than Leiden does. */
const FEWEST = 2000;
/** Slower cooling, in sweeps, finds no more than several coolings do in its time. */
const slowest = (nodes: number) => Math.floor(1000 + (nodes * nodes) / 3);
/** It ends where so many coolings met the best partition, or where so many found none better. */
const MEETINGS = 3;
const PATIENCE = 40;

/**
 * The best of a partition and of others, each annealed from nodes in modules by chance, twice as many modules as the first one has.
 * Parts of such partitions hardly ever fit together where structure is weak: their children are no better than they are.
 */
export function cooled(problem: Problem, found: Found, effort: number, random: Sequence): Found {
	const { nodes, targets } = problem.level;
	const affordable = Math.floor((effort * 4.5e9) / (4 * nodes + targets.length / 2));
	const coolings = Math.max(1, Math.round(affordable / slowest(nodes)));
	const sweeps = Math.min(slowest(nodes), Math.floor(affordable / coolings));
	if (sweeps < Math.min(FEWEST, slowest(nodes))) return found;

	const each = Uint32Array.from({ length: nodes }, (_, v) => v);
	const modules = found.moduleOf.reduce((most, m) => Math.max(most, m + 1), 0);
	const hottest = freezing(problem.level);
	let best: Found = { ...found, value: worthOf(problem, found.moduleOf) };
	let meetings = 0;
	for (let cooling = 0, idle = 0; cooling < coolings && meetings < MEETINGS && idle < PATIENCE; cooling++) {
		const start = each.map(() => random.below(2 * modules));
		const { moduleOf } = leiden(problem, random, anneal(problem, start, each, { hottest, sweeps }, random));
		const value = worthOf(problem, moduleOf);
		if (Math.abs(value - best.value) <= 1e-9 * Math.abs(value)) meetings++;
		else if (value > best.value) {
			best = { moduleOf, value };
			meetings = 1;
			idle = -1;
		}
		idle++;
	}
	return best;
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
