// Genetic refinement by genetic-js: partitions are bred by their overlaps, and each child climbs by the Leiden algorithm.

import Genetic from "genetic-js";
import type { Sequence } from "../../engine/random/sequence.js";
import { startSeeded } from "../seeded-start.js";
import { anneal, type Cooling } from "./anneal.js";
import { pieces } from "./connection.js";
import type { Graph } from "./graph.js";
import { type Found, leiden } from "./leiden.js";
import { placesApart } from "./limits.js";
import { numbered, overlaps } from "./numbering.js";
import { breach, type Problem, withPlaces, worthOf } from "./problem.js";

export interface Breeding {
	readonly population: number;
	readonly generations: number;
	/** Generations without a better one after which it ends. */
	readonly patience: number;
	/** Sweeps of one annealing. */
	readonly sweeps: number;
}

/** Sweeps of a child, as a share of those of the first individuals. */
export const CHILD = 0.4;

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
	const fitness = (entity: number[]) => {
		const moduleOf = Uint32Array.from(entity);
		const broken = breach(problem, moduleOf);
		return broken > 0 ? -bound * (1 + broken) : worthOf(problem, moduleOf);
	};

	/** What annealing and climbing make of a partition, or the parent where that is better. */
	const annealed = (parent: number[], from: Uint32Array, blocks: Uint32Array, cooling: Cooling) => {
		const child = climb(anneal(problem, from, blocks, cooling, random));
		return fitness(child) < fitness(parent) ? parent : child;
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
		return limits ? found : annealed(found, Uint32Array.from(found), each, { hottest: 0.5, sweeps });
	};
	genetic.fitness = fitness;
	genetic.crossover = (a, b) => {
		const common = overlaps(a, b);
		const blocks = whole(problem.former ? placesApart(level, common) : common);
		const mixed = transplanted(level, a, b, random);
		if (limits) return [climb(blocks, blocks), climb(mixed)];
		const hottest = 0.3 + 0.7 * random.uniform();
		return [
			climb(anneal(problem, Uint32Array.from(a), blocks, { hottest, sweeps }, random)),
			annealed(b, mixed, each, { hottest: 0.33, sweeps: CHILD * sweeps }),
		];
	};
	if (limits) genetic.mutate = (entity) => climb(shattered(entity, random));
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
		crossover: limits ? 0.8 : 1,
		mutation: 0.15,
	});

	startSeeded(genetic, String(random.word()));
	return { moduleOf: Uint32Array.from(best), value: worthOf(problem, Uint32Array.from(best)) };
}

/** The second partition, in which the modules of the first stand that lie around a node, a random share of the graph. */
function transplanted(
	{ nodes, offsets, targets }: Graph,
	first: readonly number[],
	second: readonly number[],
	random: Sequence,
): Uint32Array {
	const size = new Uint32Array(nodes);
	for (const m of first) size[m]++;
	const most = random.uniform() * nodes;
	const isChosen = new Uint8Array(nodes);
	const isReached = new Uint8Array(nodes);
	const open: number[] = [];
	for (let chosen = 0; chosen < most; ) {
		if (open.length === 0) open.push(random.below(nodes));
		const around: number[] = open.splice(0);
		for (const v of around) {
			if (isChosen[first[v]] === 0) {
				isChosen[first[v]] = 1;
				chosen += size[first[v]];
			}
			if (chosen >= most) break;
			isReached[v] = 1;
			for (let arc = offsets[v]; arc < offsets[v + 1]; arc++) {
				const next = targets[arc];
				if (isReached[next] === 1) continue;
				isReached[next] = 1;
				open.push(next);
			}
		}
	}
	return numbered(second.map((m, v) => (isChosen[first[v]] === 1 ? -1 - first[v] : m)));
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
