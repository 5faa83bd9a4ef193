// Genetic refinement by genetic-js: partitions are bred by their overlaps, and each child climbs by the Leiden algorithm.

import Genetic from "genetic-js";
import type { Sequence } from "../../engine/random/sequence.js";
import { startSeeded } from "../seeded-start.js";
import { anneal } from "./anneal.js";
import { pieces } from "./connection.js";
import { type Found, leiden } from "./leiden.js";
import { placesApart } from "./limits.js";
import { numbered, overlaps } from "./numbering.js";
import { breach, type Problem, withPlaces, worthOf } from "./problem.js";
import { transplanted } from "./transplanted.js";

export interface Breeding {
	readonly population: number;
	readonly generations: number;
	/** Generations without a better one after which it ends. */
	readonly patience: number;
	/** Sweeps of one annealing. */
	readonly sweeps: number;
}

/**
 * The best partition of a population that begins with Leiden partitions (Talbi & Bouvry 2013 call such a search memetic;
 * overlaps of partitions as nodes: Ovelgönne & Geyer-Schulz 2012).
 * Crossover: a child climbs from the overlaps of its parents, another from one parent in which a region is as in the
 * other. Mutation: some modules fall apart, and the child climbs.
 */
export function breed(
	problem: Problem,
	{ population, generations, patience, sweeps }: Breeding,
	random: Sequence,
	start?: Uint32Array,
): Found {
	const { limits, level } = problem;
	const bound = boundOf(problem);
	const whole = (moduleOf: Uint32Array) => (limits?.connected ? pieces(level, moduleOf) : moduleOf);
	const climb = (from?: Uint32Array, blocks?: Uint32Array) =>
		Array.from(leiden(problem, random, from && whole(from), blocks && whole(blocks)).moduleOf);
	/** Annealed with blocks as nodes, then climbed. */
	const annealed = (from: Uint32Array, blocks: Uint32Array, coolest: number, hottest: number) => {
		const cooling = { hottest: coolest + random.uniform() * (hottest - coolest), sweeps };
		return climb(anneal(problem, from, blocks, cooling, random));
	};
	const fitness = (entity: number[]) => {
		const moduleOf = Uint32Array.from(entity);
		const broken = breach(problem, moduleOf);
		return broken > 0 ? -bound * (1 + broken) : worthOf(problem, moduleOf);
	};

	const each = Uint32Array.from({ length: level.nodes }, (_, v) => v);
	let best: number[] = [];
	let bestFitness = Number.NEGATIVE_INFINITY;
	let idle = 0;
	let seeded = 0;
	const genetic = Genetic.create<number[]>();
	genetic.optimize = Genetic.Optimize.Maximize;
	genetic.select1 = Genetic.Select1.Tournament2;
	genetic.select2 = Genetic.Select2.Tournament2;
	genetic.seed = () => {
		if (limits && seeded % 2 === 1) {
			seeded++;
			return climb(withPlaces(problem, atRandom(problem.units, random)));
		}
		const found = climb(seeded++ === 0 ? start : undefined);
		return limits ? found : annealed(Uint32Array.from(found), each, 0.3, 1);
	};
	genetic.fitness = fitness;
	genetic.crossover = (a, b) => {
		const common = overlaps(a, b);
		const blocks = whole(problem.former ? placesApart(level, common) : common);
		const child = limits ? climb(blocks, blocks) : annealed(Uint32Array.from(a), blocks, 0.3, 1);
		return [child, climb(transplanted(level, a, b, random))];
	};
	genetic.mutate = (entity) =>
		limits ? climb(shattered(entity, random)) : annealed(Uint32Array.from(entity), each, 0.1, 0.6);
	genetic.generation = (sorted) => {
		idle++;
		if (sorted[0].fitness > bestFitness) {
			best = sorted[0].entity;
			bestFitness = sorted[0].fitness;
			idle = 0;
		}
		return idle < patience;
	};
	Object.assign(genetic.configuration, {
		size: population,
		iterations: generations,
		crossover: 0.8,
		mutation: 0.15,
	});

	startSeeded(genetic, String(random.word()));
	return { moduleOf: Uint32Array.from(best), value: worthOf(problem, Uint32Array.from(best)) };
}

/** The partition with a tenth of its modules, one at least, fallen apart into single nodes. */
function shattered(moduleOf: readonly number[], random: Sequence): Uint32Array {
	const count = moduleOf.reduce((most, m) => Math.max(most, m + 1), 0);
	const always = random.below(count);
	const apart = Array.from({ length: count }, (_, m) => m === always || random.uniform() < 0.1);
	return numbered(moduleOf.map((m, v) => (apart[m] ? -1 - v : m)));
}

/** Nodes in some modules, by chance. */
function atRandom(nodes: number, random: Sequence): Uint32Array {
	const modules = 1 + random.below(1 + random.below(nodes));
	return Uint32Array.from({ length: nodes }, () => random.below(modules));
}

/** No value of a partition is further from 0. */
function boundOf({ level, quality }: Problem): number {
	let sum = 1;
	const all = new Float64Array(level.width);
	for (const weight of level.weights) sum += Math.abs(weight);
	for (let v = 0; v < level.nodes; v++) {
		sum += Math.abs(level.loops[v]) + Math.abs(quality.cost(level.sizes, v * level.width));
		for (let k = 0; k < level.width; k++) all[k] += level.sizes[v * level.width + k];
	}
	return sum + Math.abs(quality.cost(all, 0));
}
