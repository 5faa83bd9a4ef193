// NSGA-II: a genetic algorithm for several objectives (Deb, Pratap, Agarwal & Meyarivan 2002).

import { pow } from "../engine/math/index.js";
import type { Sequence } from "../engine/random/sequence.js";
import type { Box } from "./box.js";
import type { Point } from "./optimizer.js";
import { type Objectives, type Survivor, survivors } from "./pareto.js";

interface Individual {
	readonly x: Point;
	readonly objectives: Objectives;
}

/** Distribution indices of crossover and mutation: the larger, the nearer to the parents. */
const ETA_CROSSOVER = 15;
const ETA_MUTATION = 20;

/** Binary tournaments by front and crowding, simulated binary crossover (chance .9), polynomial mutation (chance 1/n a coordinate). */
export function* nsga2(
	box: Box,
	draws: Sequence,
	size: number,
): Generator<Point[], void, readonly Objectives[]> {
	const first = Array.from({ length: size }, () => box.scatter(draws));
	const values = yield first;
	let parents: Individual[] = first.map((x, i) => ({ x, objectives: values[i] }));
	let standing = survivors(values, size);
	parents = standing.map(({ index }) => parents[index]);
	for (;;) {
		const pick = () => parents[tournament(standing, draws)].x;
		// A twin would be paid for and tell nothing; where there are too few other points, twins it is.
		const names = new Set(parents.map(({ x }) => x.join()));
		const children: Point[] = [];
		for (let tries = 0; children.length < size; tries++)
			for (const child of cross(pick(), pick(), box, draws).map((x) => mutate(x, box, draws))) {
				if (children.length === size || (names.has(child.join()) && tries < 10 * size)) continue;
				names.add(child.join());
				children.push(child);
			}
		const outcomes = yield children;
		const all = [...parents, ...children.map((x, i) => ({ x, objectives: outcomes[i] }))];
		standing = survivors(
			all.map(({ objectives }) => objectives),
			size,
		);
		parents = standing.map(({ index }) => all[index]);
	}
}

/** The better of two, by front, then by room around it. */
function tournament(standing: readonly Survivor[], draws: Sequence): number {
	const a = draws.below(standing.length);
	const b = draws.below(standing.length);
	const { rank, distance } = standing[a];
	const other = standing[b];
	return rank < other.rank || (rank === other.rank && distance >= other.distance) ? a : b;
}

/** Simulated binary crossover within bounds (Deb & Agrawal 1995; Deb & Kumar 1995), half of the coordinates. */
function cross(mother: Point, father: Point, { low, high }: Box, draws: Sequence): [number[], number[]] {
	const son = [...mother];
	const daughter = [...father];
	if (draws.uniform() >= 0.9) return [son, daughter];
	for (let j = 0; j < son.length; j++) {
		if (draws.uniform() < 0.5) continue;
		const least = Math.min(mother[j], father[j]);
		const most = Math.max(mother[j], father[j]);
		if (most - least <= 1e-14 * (high[j] - low[j])) continue;
		const u = draws.uniform();
		const below = spread(u, (least - low[j]) / (most - least));
		const above = spread(u, (high[j] - most) / (most - least));
		const center = (least + most) / 2;
		const lower = center - (below * (most - least)) / 2;
		const upper = center + (above * (most - least)) / 2;
		const swap = draws.uniform() < 0.5;
		son[j] = swap ? upper : lower;
		daughter[j] = swap ? lower : upper;
	}
	return [son, daughter];
}

/** How much wider than the parents the children lie apart, where there is room for `room` times the parents' distance outside. */
function spread(u: number, room: number): number {
	const eta = ETA_CROSSOVER + 1;
	const alpha = 2 - pow(1 + 2 * room, -eta);
	return u * alpha <= 1 ? pow(u * alpha, 1 / eta) : pow(1 / (2 - u * alpha), 1 / eta);
}

/** Polynomial mutation within bounds (Deb & Goyal 1996; as in Deb's code of NSGA-II). */
function mutate(x: readonly number[], box: Box, draws: Sequence): number[] {
	const eta = ETA_MUTATION + 1;
	const mutant = x.map((value, j) => {
		if (draws.uniform() * x.length >= 1) return value;
		const width = box.high[j] - box.low[j];
		const u = draws.uniform();
		const room = u < 0.5 ? (value - box.low[j]) / width : (box.high[j] - value) / width;
		const away = pow(1 - room, eta);
		const step =
			u < 0.5
				? pow(2 * u + (1 - 2 * u) * away, 1 / eta) - 1
				: 1 - pow(2 * (1 - u) + (2 * u - 1) * away, 1 / eta);
		return value + step * width;
	});
	return box.fold(mutant);
}
