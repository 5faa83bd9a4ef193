// Differential evolution (Storn & Price 1997) whose factors follow what succeeded: SHADE (Tanabe & Fukunaga 2013), with restarts.

import { sin } from "../engine/math/index.js";
import type { Sequence } from "../engine/random/sequence.js";
import type { Box } from "./box.js";
import type { Point } from "./optimizer.js";
import { byValue } from "./order.js";

export interface DifferentialEvolutionOptions {
	/** Points of a generation (NP), ≥ 4; 10 + 2n unless told, n the number of free coordinates. */
	readonly populationSize?: number | undefined;
}

/** Successes remembered (H). */
const MEMORY = 5;

/** Runs that begin afresh, anywhere, when the population has become one point or one value. */
export function* differentialEvolution(
	box: Box,
	draws: Sequence,
	options: DifferentialEvolutionOptions = {},
): Generator<Point[], void, readonly number[]> {
	const size = options.populationSize ?? 10 + 2 * box.dimension;
	for (let first = box.chosen; ; first = false) {
		const points: Point[] = Array.from({ length: size }, () => box.scatter(draws));
		if (first) points[0] = box.start;
		yield* run(box, draws, points);
	}
}

/** One run, which changes `points`. */
function* run(box: Box, draws: Sequence, points: Point[]): Generator<Point[], void, readonly number[]> {
	const size = points.length;
	const factors = new Array<number>(MEMORY).fill(0.5);
	const rates = new Array<number>(MEMORY).fill(0.5);
	let oldest = 0;
	/** Points that were replaced by better ones. */
	const archive: Point[] = [];
	const values = [...(yield points)];
	while (!collapsed(box, points, values)) {
		const order = byValue(values);
		// Mutation "current to p-best, 1" and binomial crossover.
		const trials = points.map((own, i) => {
			const m = draws.below(MEMORY);
			const factor = successFactor(draws, factors[m]);
			const rate = Math.min(1, Math.max(0, rates[m] + 0.1 * draws.normal()));
			const leaders = Math.max(2, Math.round(0.2 * draws.uniform() * size));
			const leader = points[order[draws.below(leaders)]];
			const [r1, r2] = others(draws, i, size, archive.length);
			const a = points[r1];
			const b = r2 < size ? points[r2] : archive[r2 - size];
			const sure = draws.below(box.dimension);
			const mixed = own.map((x, j) =>
				j === sure || draws.uniform() < rate ? x + factor * (leader[j] - x) + factor * (a[j] - b[j]) : x,
			);
			return { factor, rate, point: box.fold(mixed) };
		});
		const outcomes = yield trials.map(({ point }) => point);
		// Means of what succeeded, weighted by the gain: of the factors Lehmer's, which favors the large ones.
		let gains = 0;
		let sumF = 0;
		let sumFF = 0;
		let sumRate = 0;
		for (let i = 0; i < size; i++) {
			if (outcomes[i] > values[i]) continue;
			const { factor, rate, point } = trials[i];
			if (outcomes[i] < values[i]) {
				const gain = Math.min(values[i] - outcomes[i], 1e300 / size);
				gains += gain;
				sumF += gain * factor;
				sumFF += gain * factor * factor;
				sumRate += gain * rate;
				archive[archive.length < size ? archive.length : draws.below(size)] = points[i];
			}
			points[i] = point;
			values[i] = outcomes[i];
		}
		if (sumF > 0) {
			factors[oldest] = sumFF / sumF;
			rates[oldest] = sumRate / gains;
			oldest = (oldest + 1) % MEMORY;
		}
	}
}

/** Cauchy around a success, in (0, 1]. */
function successFactor(draws: Sequence, center: number): number {
	for (;;) {
		const angle = Math.PI * (draws.uniform() - 0.5);
		const factor = center + (0.1 * sin(angle)) / sin(angle + Math.PI / 2);
		if (factor > 0) return Math.min(1, factor);
	}
}

/** Two that are neither each other nor the i-th; the second may be of the archive. */
function others(draws: Sequence, i: number, size: number, archived: number): [number, number] {
	let first = i;
	while (first === i) first = draws.below(size);
	let second = i;
	while (second === i || second === first) second = draws.below(size + archived);
	return [first, second];
}

function collapsed({ scale }: Box, points: readonly Point[], values: readonly number[]): boolean {
	const least = values.reduce((low, value) => Math.min(low, value));
	const most = values.reduce((high, value) => Math.max(high, value));
	const flat = most < Infinity && most - least <= 1e-13 * Math.abs(least);
	return (
		flat ||
		scale.every((step, j) =>
			points.every((x) => Math.abs(x[j] - points[0][j]) <= 1e-13 * Math.max(step, Math.abs(x[j]))),
		)
	);
}
