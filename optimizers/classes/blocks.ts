// A problem of module classes, cut into parts that have nothing to do with each other.

import type { ClassProblem, Place, RootCost } from "./problem.js";
import { together } from "./program.js";

/** A part of a problem, and where its places are in the whole. */
export interface Block {
	readonly problem: ClassProblem;
	readonly at: readonly number[];
}

/** Places that share a component, a root, a pair, a limited delay or a limited budget are in the same block. */
export function blocksOf(problem: ClassProblem): Block[] {
	const { places, roots, pairs = [], budget, delay } = problem;
	const leader = [...places.keys()];
	const find = (i: number): number => {
		if (leader[i] !== i) leader[i] = find(leader[i]);
		return leader[i];
	};
	const unite = (group: readonly number[]) => {
		for (const i of group) leader[find(i)] = find(group[0]);
	};
	const by = (key: (place: Place, i: number) => string | number) => {
		const groups = new Map<string | number, number[]>();
		for (const [i, place] of places.entries()) {
			const group = groups.get(key(place, i));
			if (group) group.push(i);
			else groups.set(key(place, i), [i]);
		}
		return [...groups.values()];
	};
	by(({ component }) => component).forEach(unite);
	if (delay !== undefined) by(({ family }) => family).forEach(unite);
	for (const { amounts } of roots) unite(amounts.map(({ place }) => place));
	for (const { first, second } of pairs) together(places, first, second).forEach(unite);
	if (budget !== undefined)
		unite([...places.keys()].filter((i) => Object.values(places[i].offered).some((one) => one.investment)));

	const rootsOf = new Map<number, RootCost[]>();
	for (const root of roots) {
		if (root.amounts.length === 0) continue;
		const block = find(root.amounts[0].place);
		rootsOf.set(block, rootsOf.get(block) ?? []);
		rootsOf.get(block)?.push(root);
	}
	return by((_, i) => find(i)).map((at) => {
		const placeOf = new Map(at.map((i, k) => [i, k]));
		const own = rootsOf.get(find(at[0])) ?? [];
		return {
			at,
			problem: {
				...problem,
				places: at.map((i) => places[i]),
				roots: own.map((root) => ({
					...root,
					amounts: root.amounts.map((one) => ({ ...one, place: placeOf.get(one.place) as number })),
				})),
			},
		};
	});
}
