// A problem of module classes, cut into parts that have nothing to do with each other.

import type { ClassProblem, Place } from "./problem.js";
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
	const by = (key: (place: Place) => string) => {
		const groups = new Map<string, number[]>();
		places.forEach((place, i) => {
			groups.set(key(place), [...(groups.get(key(place)) ?? []), i]);
		});
		return [...groups.values()];
	};
	by(({ component }) => component).forEach(unite);
	if (delay !== undefined) by(({ family }) => family).forEach(unite);
	for (const { amounts } of roots) unite(amounts.map(({ place }) => place));
	for (const { first, second } of pairs) together(places, first, second).forEach(unite);
	if (budget !== undefined)
		unite([...places.keys()].filter((i) => Object.values(places[i].offered).some((one) => one.investment)));

	const members = new Map<number, number[]>();
	for (const i of places.keys()) members.set(find(i), [...(members.get(find(i)) ?? []), i]);
	return [...members.values()].map((at) => {
		const placeOf = new Map(at.map((i, k) => [i, k]));
		const own = roots.filter(({ amounts }) => amounts.length > 0 && placeOf.has(amounts[0].place));
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
