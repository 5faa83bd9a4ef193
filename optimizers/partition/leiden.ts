// The Leiden algorithm (Traag, Waltman & van Eck 2019): move nodes, refine, go on with the parts as nodes; again until stable.

import type { Sequence } from "../../engine/random/sequence.js";
import { aggregate } from "./level.js";
import { placesApart } from "./limits.js";
import { modulesOf } from "./modules.js";
import { moveNodes } from "./move.js";
import { moduleOfSets, renumber } from "./numbering.js";
import { type Problem, worthOf } from "./problem.js";
import { refine } from "./refine.js";
import { swapNodes } from "./swap.js";

/** A partition of the problem's nodes, and the value that the search kept account of, before scale and constant. */
export interface Found {
	readonly moduleOf: Uint32Array;
	readonly value: number;
}

/**
 * A partition from which no node, and no module, gains by moving.
 * @param start where to begin; each node alone where left out. It is not changed.
 * @param rounds after which it ends though nodes still gain
 * @param blocks nodes that first move as one, each block within one module of the start
 */
export function leiden(
	problem: Problem,
	random: Sequence,
	start?: ArrayLike<number>,
	blocks?: Uint32Array,
	rounds = Number.POSITIVE_INFINITY,
): Found {
	const { level } = problem;
	let moduleOf: Uint32Array = start
		? Uint32Array.from(start)
		: Uint32Array.from({ length: level.nodes }, (_, v) => v);
	if (start) renumber(moduleOf);
	let value = worthOf(problem, moduleOf);
	for (let round = 0; ; round++) {
		const pass = climb(problem, random, moduleOf, round === 0 ? blocks : undefined);
		moduleOf = pass.moduleOf;
		value += pass.gained;
		if ((!pass.moved && !(round === 0 && blocks)) || round + 1 >= rounds) return { moduleOf, value };
	}
}

/** One way up: from nodes to parts of modules, to parts of modules of these, as long as modules come together. */
function climb(problem: Problem, random: Sequence, start: Uint32Array, blocks: Uint32Array | undefined) {
	const { quality, limits } = problem;
	let level = problem.level;
	/** The node of the level that each of the problem's nodes is in. */
	let nodeOf: Uint32Array | undefined;
	let of: Uint32Array = start.slice();
	let gained = 0;
	let moved = false;
	if (blocks) {
		const count = renumber(blocks);
		of = moduleOfSets(of, blocks, count);
		nodeOf = blocks;
		level = aggregate(level, blocks, count);
	}
	for (;;) {
		const modules = modulesOf(level, of);
		const before = of.slice();
		gained += moveNodes(level, quality, limits, modules, random);
		if (limits && !nodeOf) gained += swapNodes(level, quality, limits, modules, random);
		moved ||= of.some((m, v) => m !== before[v]);
		const count = renumber(of);
		if (count === level.nodes) break;
		const parts = refine(level, quality, limits, of, random);
		let partCount = renumber(parts);
		// Where no part grew, whole modules go on.
		if (partCount === level.nodes) {
			parts.set(problem.former ? placesApart(level, of) : of);
			partCount = renumber(parts);
			if (partCount === level.nodes) break;
		}
		const next = aggregate(level, parts, partCount);
		of = moduleOfSets(of, parts, partCount);
		if (nodeOf) for (let v = 0; v < nodeOf.length; v++) nodeOf[v] = parts[nodeOf[v]];
		else nodeOf = parts;
		level = next;
	}
	const moduleOf = nodeOf ? nodeOf.map((node) => of[node]) : of;
	renumber(moduleOf);
	return { moduleOf, gained, moved };
}
