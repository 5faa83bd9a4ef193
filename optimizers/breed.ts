// One generation bred by genetic-js: a pure function of the individuals, their values and a seed, wherever it is called.

import Genetic from "genetic-js";
import { pow } from "../engine/math/index.js";
import { type Sequence, sequence } from "../engine/random/sequence.js";
import { purpose } from "../engine/random/stream.js";
import type { Point } from "./optimizer.js";
import { byValue } from "./order.js";
import { startSeeded } from "./seeded-start.js";

/** Chance that a coordinate is handed down as it is, by one parent or the other; else the parents' values are blended. */
const DISCRETE = 0.8;
/** How far beyond the parents a blend may reach, in units of their distance. */
const BEYOND = 0.5;
/** The smallest mutation is 2^−20 of the scale. */
const FINEST = 20;

/**
 * The next generation, as many as before, the best one first and unchanged. Tournaments of three; discrete or blend crossover of
 * each coordinate (BLX-.5, Eshelman & Schaffer 1993); mutation of one coordinate and each other with chance 1/n by ± scale·2^(−20u)
 * (breeder genetic algorithm, Mühlenbein & Schlierkamp-Voosen 1993).
 */
export function breed(
	population: readonly Point[],
	values: ArrayLike<number>,
	scale: Point,
	seed: string,
): number[][] {
	const draws = sequence(seed, purpose("genetic variation"));
	// Places in place of values: genetic-js needs numbers that order whatever the sort, and forms their mean.
	const place = new Array<number>(population.length);
	for (const [k, individual] of byValue(values).entries()) place[individual] = k;
	let given = 0;
	let scored = 0;
	const genetic = Object.assign(Genetic.create<number[]>(), {
		seed: () => population[given++] as number[],
		// The first iteration breeds; the second one only shows what was bred.
		fitness: () => place[scored++ % place.length],
		optimize: Genetic.Optimize.Minimize,
		select1: Genetic.Select1.Tournament3,
		select2: Genetic.Select2.Tournament3,
		crossover: (mother: number[], father: number[]) => cross(mother, father, draws),
		mutate: (x: number[]) => mutate(x, scale, draws),
	});
	Object.assign(genetic.configuration, {
		size: population.length,
		iterations: 2,
		crossover: 0.9,
		mutation: 0.3,
	});
	startSeeded(genetic, seed);
	return genetic.entities;
}

function cross(mother: number[], father: number[], draws: Sequence): [number[], number[]] {
	const son = mother.slice();
	const daughter = father.slice();
	for (let j = 0; j < mother.length; j++) {
		const apart = father[j] - mother[j];
		if (draws.uniform() >= DISCRETE) {
			son[j] += (draws.uniform() * (1 + 2 * BEYOND) - BEYOND) * apart;
			daughter[j] -= (draws.uniform() * (1 + 2 * BEYOND) - BEYOND) * apart;
		} else if (draws.uniform() < 0.5) {
			son[j] = father[j];
			daughter[j] = mother[j];
		}
	}
	return [son, daughter];
}

function mutate(x: number[], scale: Point, draws: Sequence): number[] {
	const n = x.length;
	const sure = draws.below(n);
	return x.map((value, j) => {
		if (j !== sure && draws.uniform() * n >= 1) return value;
		const side = draws.uniform() < 0.5 ? -1 : 1;
		return value + side * scale[j] * pow(2, -FINEST * draws.uniform());
	});
}
