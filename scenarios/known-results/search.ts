// Known results of the searches over numbers: effort and quality of reference runs, on the functions they are measured on.

import { pow, sin } from "../../engine/math/index.js";
import { purpose, sequence } from "../../engine/random/index.js";
import { hypervolume } from "../../optimizers/hypervolume.js";
import { type MinimizeOptions, minimize } from "../../optimizers/minimize.js";
import { optimizeMany } from "../../optimizers/optimize-many.js";
import type { KnownResult } from "./known-result.js";

const dimension = 10;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const sphere = (x: readonly number[]) => sum(x.map((v) => v * v));
const ellipsoid = (x: readonly number[]) => sum(x.map((v, i) => pow(1e6, i / (x.length - 1)) * v * v));
const rosenbrock = (x: readonly number[]) =>
	sum(
		x.slice(1).map((next, i) => 100 * (next - x[i] * x[i]) * (next - x[i] * x[i]) + (1 - x[i]) * (1 - x[i])),
	);
/** v² + 10 (1 − cos 2πv) in each coordinate. */
const rastrigin = (x: readonly number[]) =>
	sum(x.map((v) => v * v + 20 * sin(Math.PI * v) * sin(Math.PI * v)));

type Function = (x: readonly number[]) => number;

/** Runs of other seeds, and what they took to 1e-8. */
async function repeat(f: Function, runs: number, options: (seed: string) => Omit<MinimizeOptions, "seed">) {
	const found: number[] = [];
	for (let run = 0; run < runs; run++) {
		const seed = `known results ${run}`;
		const { evaluations, stopped } = await minimize(f, { target: 1e-8, ...options(seed), seed });
		if (stopped === "target") found.push(evaluations);
	}
	return { found: found.length, mean: sum(found) / found.length };
}

/** CMA-ES from a start uniformly within `half` of a center. */
const cmaEs =
	(center: number, half: number, sigma: number, more: Partial<MinimizeOptions> = {}) =>
	(seed: string) => {
		const draws = sequence(seed, purpose("known results start"));
		const initial = Array.from({ length: dimension }, () => center + half * (2 * draws.uniform() - 1));
		return { method: "cma-es", initial, sigma, budget: 30_000, ...more } as const;
	};

const effort = (
	name: string,
	f: Function,
	expected: number,
	options: ReturnType<typeof cmaEs>,
): KnownResult => ({
	name: `CMA-ES, mean evaluations to 1e-8, ${name} in 10 dimensions`,
	expected,
	tolerance: expected / 2,
	source: "reference run of the method of Hansen (2016), default settings; within half",
	find: async () => (await repeat(f, 10, options)).mean,
});
const oneRun = cmaEs(3, 1, 2, { populationSize: 200, budget: 35_100 });

/** Mean hypervolume of fronts of 25,000 evaluations, thirty coordinates in [0, 1], population 100. */
async function zdt(second: (x: number, g: number) => number): Promise<number> {
	const volumes: number[] = [];
	for (let run = 0; run < 3; run++) {
		const f = (x: readonly number[]) => {
			const g = 1 + (9 * sum(x.slice(1))) / 29;
			return [x[0], second(x[0], g)];
		};
		const bounds = [0, 1] as const;
		const seed = `known results ${run}`;
		const { front } = await optimizeMany(f, { method: "nsga2", dimension: 30, bounds, seed, budget: 25_000 });
		const objectives = front.map((one) => one.objectives);
		volumes.push(hypervolume(objectives, [1.1, 1.1]));
	}
	return sum(volumes) / volumes.length;
}

export const search: readonly KnownResult[] = [
	effort("sphere", sphere, 1490, cmaEs(3, 1, 2)),
	effort("ellipsoid", ellipsoid, 4080, cmaEs(3, 1, 2)),
	effort("Rosenbrock", rosenbrock, 4730, cmaEs(0, 0.1, 0.5)),
	effort("Rastrigin (population 200)", rastrigin, 23_400, oneRun),
	{
		name: "CMA-ES, runs of 25 that find the minimum of Rastrigin in 10 dimensions (population 200)",
		expected: 18,
		tolerance: 7,
		source: "reference run of the method of Hansen (2016); three standard deviations of 25 trials",
		find: async () => (await repeat(rastrigin, 25, oneRun)).found,
	},
	{
		name: "differential evolution, runs of 15 that find the minimum of Rastrigin in 10 dimensions in 20,000 evaluations",
		expected: 15,
		tolerance: 0,
		source: "reference run of differential evolution (Storn & Price 1997)",
		find: async () => {
			const bounds = [-5.12, 5.12] as const;
			const budget = 20_000;
			return (
				await repeat(rastrigin, 15, () => ({ method: "differential-evolution", dimension, bounds, budget }))
			).found;
		},
	},
	{
		name: "NSGA-II, hypervolume of ZDT1 below (1.1, 1.1) after 25,000 evaluations",
		expected: 0.8697,
		tolerance: 0.002,
		source:
			"reference run of NSGA-II, default settings; the true front has .876667 (Zitzler, Deb & Thiele 2000)",
		find: () => zdt((x, g) => g * (1 - Math.sqrt(x / g))),
	},
	{
		name: "NSGA-II, hypervolume of ZDT2 below (1.1, 1.1) after 25,000 evaluations",
		expected: 0.5364,
		tolerance: 0.002,
		source:
			"reference run of NSGA-II, default settings; the true front has .543333 (Zitzler, Deb & Thiele 2000)",
		find: () => zdt((x, g) => g * (1 - (x / g) * (x / g))),
	},
	{
		name: "hypervolume of a fine front of ZDT1 below (1.1, 1.1)",
		expected: 0.876667,
		tolerance: 1e-4,
		source: "exact: 1.1² − 1/3 less the strip between front and reference, .876667",
		find: () => {
			const points = Array.from({ length: 20_001 }, (_, i) => [i / 20_000, 1 - Math.sqrt(i / 20_000)]);
			return hypervolume(points, [1.1, 1.1]);
		},
	},
];
