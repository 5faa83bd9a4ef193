// Changes against a former partition: how many nodes move, and places of former modules that hold nodes back.

import { renumber } from "./numbering.js";

/**
 * Nodes that move from one partition to another. Modules are matched one to one by largest overlap, the largest first,
 * of equal ones that of the lowest former module, then of the lowest new one; who is in no matched pair has moved.
 */
export function movesBetween(former: ArrayLike<number>, moduleOf: ArrayLike<number>): number {
	const nodes = former.length;
	return nodes - matchModules(former, moduleOf).reduce((sum, { overlap }) => sum + overlap, 0);
}

interface Match {
	/** Modules, numbered by first appearance. */
	readonly before: number;
	readonly after: number;
	readonly overlap: number;
}

export function matchModules(former: ArrayLike<number>, moduleOf: ArrayLike<number>): Match[] {
	const before = Uint32Array.from(former);
	const after = Uint32Array.from(moduleOf);
	renumber(before);
	const modules = renumber(after);
	const overlaps = new Map<number, number>();
	for (let v = 0; v < before.length; v++) {
		const pair = before[v] * modules + after[v];
		overlaps.set(pair, (overlaps.get(pair) ?? 0) + 1);
	}
	const pairs = [...overlaps].sort(([p, m], [q, n]) => n - m || p - q);
	const matched = new Map<number, Match>();
	const taken = new Set<number>();
	for (const [pair, overlap] of pairs) {
		const match = { before: Math.floor(pair / modules), after: pair % modules, overlap };
		if (matched.has(match.before) || taken.has(match.after)) continue;
		matched.set(match.before, match);
		taken.add(match.after);
	}
	return [...matched.values()];
}
