// The genetic algorithm on islands (Tanese 1989; Cohoon et al. 1987): each breeds by itself, and now and then its best moves on to the next.

import type { Sequence } from "../engine/random/sequence.js";
import type { Box } from "./box.js";
import { type Island, type IslandThread, islandHere, islandInThread } from "./island.js";
import type { Point } from "./optimizer.js";
import { byValue } from "./order.js";

export interface GeneticOptions {
	/** Individuals of an island, ≥ 4; 25 unless told. */
	readonly populationSize?: number | undefined;
	/** Islands in a ring, ≥ 1; 4 unless told, never the number of cores. */
	readonly islands?: number | undefined;
	/** Two evaluations of one x differ: then those handed down unchanged are evaluated again too. */
	readonly noisy?: boolean | undefined;
}

/** Starts a thread that calls `serveIsland`. */
export type SpawnIsland = () => IslandThread;

/** Generations from one migration to the next. */
const MIGRATION = 5;
/** Generations without an individual that is new after which there are none. */
const BARREN = 1000;

/**
 * Individuals that are handed down unchanged are not evaluated again. With `spawn`, and where memory can be shared, each island lives
 * in a thread; what is asked is the same without.
 */
export async function* genetic(
	box: Box,
	draws: Sequence,
	options: GeneticOptions = {},
	spawn?: SpawnIsland,
): AsyncGenerator<Point[], void, readonly number[]> {
	const { populationSize: size = 25, islands: count = 4 } = options;
	const populations: (readonly Point[])[] = Array.from({ length: count }, () =>
		Array.from({ length: size }, () => box.scatter(draws)),
	);
	if (box.chosen) populations[0] = [box.start, ...populations[0].slice(1)];
	const seed = String(draws.word());
	const plans = populations.map((_, k) => ({ size, scale: box.scale, seed: `${seed} island ${k}` }));
	const islands: Island[] = [];
	try {
		const threads = spawn && typeof SharedArrayBuffer !== "undefined" ? spawn : undefined;
		for (const plan of plans) islands.push(threads ? islandInThread(plan, threads()) : islandHere(plan));

		let known = new Map<string, number>();
		let barren = 0;
		for (let generation = 1; barren < BARREN; generation++) {
			if (options.noisy) known.clear();
			const unknown = new Map<string, Point>();
			for (const x of populations.flat()) if (!known.has(nameOf(x))) unknown.set(nameOf(x), x);
			barren = unknown.size > 0 ? 0 : barren + 1;
			if (unknown.size > 0) {
				const values = yield [...unknown.values()];
				for (const [i, name] of [...unknown.keys()].entries()) known.set(name, values[i]);
			}
			const worth = (x: Point) => known.get(nameOf(x)) as number;
			if (generation % MIGRATION === 0) migrate(populations, worth);
			known = new Map(populations.flat().map((x) => [nameOf(x), worth(x)]));
			const next = await Promise.all(
				islands.map((island, k) => island.next(populations[k], populations[k].map(worth))),
			);
			for (let k = 0; k < count; k++) populations[k] = next[k].map((x) => box.fold(x));
		}
	} finally {
		await Promise.all(islands.map((island) => island.close()));
	}
}

const nameOf = (x: Point) => x.join();

/** Around the ring the best of each island takes the place of the worst of the next. */
function migrate(populations: (readonly Point[])[], worth: (x: Point) => number): void {
	const orders = populations.map((population) => byValue(population.map(worth)));
	const best = populations.map((population, k) => population[orders[k][0]]);
	for (let k = 0; k < populations.length; k++) {
		const next = (k + 1) % populations.length;
		populations[next] = populations[next].with(orders[next][orders[next].length - 1], best[k]);
	}
}
