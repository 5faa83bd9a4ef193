// What every search over numbers keeps to, whatever its method.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { purpose, sequence } from "../../engine/random/index.js";
import { type Method, minimize, openMinimizer, type SearchOptions } from "../../optimizers/minimize.js";
import { rastrigin, rosenbrock, sphere } from "./functions.js";

const methods: Method[] = ["cma-es", "differential-evolution", "genetic", "nelder-mead"];
const options = (method: Method, more: Partial<SearchOptions> = {}): SearchOptions => ({
	method,
	dimension: 3,
	initial: 2,
	sigma: 1,
	seed: "a",
	budget: 300,
	...more,
});

/** All points asked, with their values, until it stops. */
async function follow(f: (x: readonly number[]) => number, given: SearchOptions) {
	const optimizer = openMinimizer(given);
	const points: (readonly number[])[] = [];
	const batches: number[] = [];
	for (;;) {
		const asked = await optimizer.ask();
		if (asked.length === 0) break;
		batches.push(asked.length);
		points.push(...asked);
		optimizer.tell(asked.map(f));
	}
	await optimizer.close();
	return { points, batches, optimizer };
}

describe.each(methods)("%s", (method) => {
	test("same seed, same points; another seed, others", async () => {
		const first = await follow(rosenbrock, options(method));
		expect((await follow(rosenbrock, options(method))).points).toEqual(first.points);
		expect((await follow(rosenbrock, options(method, { seed: "b" }))).points).not.toEqual(first.points);
	});

	test("a longer budget goes on with the same points", async () => {
		const short = await follow(sphere, options(method, { budget: 137 }));
		const long = await follow(sphere, options(method, { budget: 411 }));
		expect(short.points).toHaveLength(137);
		expect(long.points.slice(0, 137)).toEqual(short.points);
	});

	test("uses the budget up and never more; the best is the least that was evaluated, where it was evaluated", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 200 }),
				fc.integer({ min: 1, max: 4 }),
				async (budget, dimension) => {
					const seen: { x: number[]; value: number }[] = [];
					const f = (x: number[]) => {
						seen.push({ x: [...x], value: rastrigin(x) });
						const value = rastrigin(x);
						x.fill(NaN);
						return value;
					};
					const found = await minimize(f, options(method, { budget, dimension }));
					expect(found).toMatchObject({ evaluations: budget, stopped: "budget" });
					expect(seen).toHaveLength(budget);
					const least = Math.min(...seen.map(({ value }) => value));
					expect(found.value).toBe(least);
					expect(seen).toContainEqual({ x: found.x, value: least });
				},
			),
			{ numRuns: 12 },
		);
	});

	test("looks for itself in the middle of the widest bounds there are", async () => {
		const bounds = [-1e308, 1e308] as const;
		const given = options(method, { bounds, initial: undefined, sigma: undefined });
		const { value, x } = await minimize((x) => Math.abs(x[0]), given);
		expect(value).toBeLessThan(1e150);
		expect(x.every(Number.isFinite)).toBe(true);
	});

	test("stays within bounds, also of one value, of one side, and far from the start", async () => {
		const bounds: [number, number][] = [
			[-1, 1],
			[0.3, 0.3],
			[2, Infinity],
			[5, 5 + 1e-9],
		];
		const initial = [1, 0.3, 2, 5];
		const { points, optimizer } = await follow(
			sphere,
			options(method, { dimension: 4, bounds, initial, sigma: 10, budget: 1500 }),
		);
		for (const x of points)
			for (const [i, [low, high]] of bounds.entries()) {
				expect(x[i]).toBeGreaterThanOrEqual(low);
				expect(x[i]).toBeLessThanOrEqual(high);
			}
		expect(optimizer.best.value).toBeCloseTo(0.3 ** 2 + 4 + 25, method === "genetic" ? 1 : 4);
	});

	test("finds a minimum in a corner of the bounds", async () => {
		const f = (x: readonly number[]) => x[0] - x[1];
		const found = await minimize(f, { method, dimension: 2, bounds: [-3, 4], seed: "c", budget: 2000 });
		expect(found.value).toBeGreaterThanOrEqual(-7);
		expect(found.value).toBeLessThan(-6.99);
	});

	test("takes coordinates of very different width", async () => {
		const widths = [1e-9, 1, 1e9];
		const f = (x: readonly number[]) => sphere(x.map((v, i) => v / widths[i] - 0.3));
		const bounds = widths.map((width) => [0, width] as const);
		const found = await minimize(f, { method, bounds, seed: "w", budget: 2500 });
		expect(found.value).toBeLessThan(1e-3);
	});

	test("stops at the target", async () => {
		const found = await minimize(sphere, options(method, { budget: 20_000, target: 1e-4 }));
		expect(found.stopped).toBe("target");
		expect(found.value).toBeLessThanOrEqual(1e-4);
		expect(found.evaluations).toBeLessThan(5000);
	});

	test("stops when nothing better comes", async () => {
		const found = await minimize(() => 1, options(method, { budget: 20_000, stall: 500 }));
		expect(found.stopped).toBe("stall");
		expect(found.evaluations).toBeGreaterThanOrEqual(500);
		expect(found.evaluations).toBeLessThan(1000);
	});

	test("one point to try is tried once", async () => {
		const found = await minimize(sphere, options(method, { bounds: [2, 2] }));
		expect(found).toEqual({ x: [2, 2, 2], value: 12, evaluations: 1, stopped: "exhausted" });
	});

	test("the result is the same at once, later, in any order, and with few at a time", async () => {
		const now = await minimize(rosenbrock, options(method));
		for (const atOnce of [1, 3, undefined]) {
			let under = 0;
			let most = 0;
			const wait = sequence("wait", purpose("test"));
			const later = async (x: number[]) => {
				most = Math.max(most, ++under);
				for (let left = wait.below(6); left > 0; left--) await null;
				under--;
				return rosenbrock(x);
			};
			expect(await minimize(later, { ...options(method), atOnce })).toEqual(now);
			if (atOnce) expect(most).toBeLessThanOrEqual(atOnce);
		}
	});

	test("NaN and Infinity are the worst, and lead nowhere", async () => {
		for (const bad of [NaN, Infinity]) {
			const f = (x: number[]) => (x[0] < 0 ? bad : x[0] + x[1] ** 2);
			const found = await minimize(f, options(method, { dimension: 2, budget: 1500 }));
			expect(found.value).toBe(f([...found.x]));
			expect(found.value).toBeGreaterThanOrEqual(0);
			expect(found.value).toBeLessThan(0.1);
		}
	});

	test("says when nothing finite was seen", async () => {
		for (const bad of [NaN, Infinity]) {
			const found = await minimize(() => bad, options(method));
			expect(found).toMatchObject({ value: Infinity, evaluations: 300, stopped: "nothing finite" });
		}
	});

	test("takes values of any size", async () => {
		for (const size of [1e-300, 1e300]) {
			const found = await minimize((x) => size * sphere(x), options(method, { dimension: 2, budget: 1500 }));
			expect(found.value / size).toBeLessThan(1e-2);
		}
		const down = await minimize((x) => -x[0], options(method));
		expect(down.value).toBeLessThan(-2);
		expect(Number.isFinite(down.x[0])).toBe(true);
	});

	test("what the objective throws is thrown, now or later, and nothing more is evaluated", async () => {
		let calls = 0;
		const fault = (x: number[]) => {
			if (++calls === 40) throw new Error("no luck");
			return sphere(x);
		};
		await expect(minimize(fault, options(method))).rejects.toThrow("no luck");
		expect(calls).toBe(40);
		await expect(minimize(() => Promise.reject(new Error("later")), options(method))).rejects.toThrow(
			"later",
		);
		await expect(minimize(() => "2" as never, options(method))).rejects.toThrow(TypeError);
	});

	test("tells only what was asked", async () => {
		const optimizer = openMinimizer(options(method));
		expect(() => optimizer.tell([1])).toThrow("ask first");
		expect(() => optimizer.best).toThrow("nothing has been evaluated");
		const asked = await optimizer.ask();
		expect(await optimizer.ask()).toBe(asked);
		expect(() => optimizer.tell(asked.slice(1).map(sphere))).toThrow(RangeError);
		optimizer.tell(asked.map(sphere));
		expect(optimizer.evaluations).toBe(asked.length);
		await optimizer.close();
	});

	test("under noise the value is the mean of what was evaluated at x, within the budget, and near the truth", async () => {
		let naiveError = 0;
		let error = 0;
		for (let s = 0; s < 8; s++) {
			const noisyRun = async (noisy: boolean) => {
				const noise = sequence(`${s}`, purpose("test noise"));
				const seen = new Map<string, number[]>();
				const f = (x: number[]) => {
					const value = sphere(x) + noise.normal();
					seen.set(`${x}`, [...(seen.get(`${x}`) ?? []), value]);
					return value;
				};
				const found = await minimize(f, options(method, { seed: `${s}`, budget: 1200, noisy }));
				return { found, seen };
			};
			const { found, seen } = await noisyRun(true);
			const values = seen.get(`${found.x}`) as number[];
			expect(values.length).toBeGreaterThan(4);
			expect(found.value).toBeCloseTo(values.reduce((sum, v) => sum + v, 0) / values.length, 10);
			expect([...seen.values()].flat()).toHaveLength(found.evaluations);
			expect(found.evaluations).toBe(1200);
			error += (found.value - sphere(found.x)) / 8;
			const naive = (await noisyRun(false)).found;
			naiveError += (naive.value - sphere(naive.x)) / 8;
		}
		// The least of so many draws lies more than two deviations below the truth; a mean of repeated ones does not.
		expect(naiveError).toBeLessThan(-2);
		expect(Math.abs(error)).toBeLessThan(0.5);
	});
});

test.each<Method>(["cma-es", "differential-evolution", "genetic"])(
	"under noise %s returns a better x than the least of noisy values is at",
	async (method) => {
		const truth = { robust: 0, naive: 0 };
		for (let s = 0; s < 12; s++)
			for (const how of ["robust", "naive"] as const) {
				const noise = sequence(`${s}`, purpose("test noise"));
				const f = (x: number[]) => sphere(x) + 3 * noise.normal();
				const given = options(method, { dimension: 2, seed: `${s}`, budget: 1500, noisy: how === "robust" });
				truth[how] += sphere((await minimize(f, given)).x) / 12;
			}
		expect(truth.robust).toBeLessThan(0.8 * truth.naive);
	},
);

test("under noise the target is reached by a mean that is clearly below it", async () => {
	const noise = sequence("target", purpose("test noise"));
	const f = (x: number[]) => sphere(x) + noise.normal();
	const found = await minimize(f, options("cma-es", { noisy: true, budget: 20_000, target: 0.5 }));
	expect(found.stopped).toBe("target");
	expect(sphere(found.x)).toBeLessThan(0.5);
});

/** Mean evaluations to 1e-8 over seeds, and how many got there; ten dimensions unless told. */
async function effort(f: (x: readonly number[]) => number, runs: number, more: (s: string) => SearchOptions) {
	let found = 0;
	let evaluations = 0;
	for (let s = 0; s < runs; s++) {
		const run = await minimize(f, { target: 1e-8, ...more(`effort ${s}`) });
		if (run.stopped !== "target") continue;
		found++;
		evaluations += run.evaluations;
	}
	return { found, mean: evaluations / found };
}

/** A start uniformly around a center. */
const around = (seed: string, center: number, half: number) => {
	const draws = sequence(seed, purpose("test start"));
	return Array.from({ length: 10 }, () => center + half * (2 * draws.uniform() - 1));
};

// Of CMA-ES, differential evolution and NSGA-II the known results tell (test/docs/methods.test.ts).
describe("effort in ten dimensions, to 1e-8", () => {
	test("Nelder-Mead: smooth functions; Rastrigin is not for it", async () => {
		const run =
			(budget: number) =>
			(seed: string): SearchOptions => ({
				method: "nelder-mead",
				initial: around(seed, 3, 1),
				sigma: 2,
				seed,
				budget,
			});
		expect(await effort(sphere, 10, run(2000))).toMatchObject({ found: 10 });
		expect(await effort(rosenbrock, 10, run(15_000))).toMatchObject({ found: 10 });
		expect(await effort(rastrigin, 2, run(10_000))).toMatchObject({ found: 0 });
	});

	test("genetic: sphere and Rastrigin; the valley of Rosenbrock is too narrow for it", async () => {
		const run =
			(budget: number) =>
			(seed: string): SearchOptions => ({
				method: "genetic",
				dimension: 10,
				bounds: [-5.12, 5.12],
				seed,
				budget,
			});
		expect(await effort(sphere, 3, run(16_000))).toMatchObject({ found: 3 });
		expect(await effort(rastrigin, 3, run(30_000))).toMatchObject({ found: 3 });
		expect((await minimize(rosenbrock, run(10_000)("valley"))).value).toBeLessThan(30);
	});
});

test.each<[what: string, given: Partial<Record<keyof SearchOptions, unknown>>, says: string]>([
	["a method that is none", { method: "simplex" }, "cma-es, differential-evolution, genetic, nelder-mead"],
	["a method of every object", { method: "toString" }, "method"],
	["no budget", { budget: 0 }, "budget"],
	["half an evaluation", { budget: 1.5 }, "budget"],
	["a budget left out", { budget: undefined }, "budget"],
	["a seed left out", { seed: undefined }, "seed"],
	["a target in words", { target: "low" }, "target"],
	["a target that is none", { target: NaN }, "target"],
	["no stall", { stall: 0 }, "stall"],
	["three points", { populationSize: 3 }, "populationSize"],
	["no islands", { islands: 0 }, "islands"],
	["no dimension", { dimension: 0 }, "dimension"],
	["nothing to know the dimension by", { dimension: undefined }, "dimension is missing"],
	["bounds of another length", { bounds: [[0, 5]] }, "bounds"],
	["bounds upside down", { bounds: [3, 1] }, "low ≤ high"],
	["bounds of NaN", { bounds: [NaN, 1] }, "bounds"],
	["a bound alone", { bounds: [[0, 1], [0], [0, 1]] }, "bounds"],
	["a bound that is none", { bounds: [[0, 5], null, [0, 5]] }, "bounds"],
	["bounds beyond all numbers that can be squared", { bounds: [1e200, 1e300] }, "bounds"],
	["a start of null", { initial: null }, "initial"],
	["a start of another length", { initial: [1, 2] }, "initial"],
	["a start outside", { bounds: [3, 4] }, "within bounds"],
	["a start nowhere", { initial: NaN }, "initial"],
	["no step", { sigma: 0 }, "sigma"],
])("is told: %s", async (_what, given, says) => {
	const bad = { ...options("cma-es"), ...given } as SearchOptions;
	await expect(minimize(sphere, bad)).rejects.toThrow(RangeError);
	await expect(minimize(sphere, bad)).rejects.toThrow(says);
	await expect(minimize(sphere, bad)).rejects.toThrow("minimize");
});

test("the dimension is known by bounds or by the start; without a start, the middle", async () => {
	const seed = "d";
	const one = await minimize(sphere, {
		method: "nelder-mead",
		bounds: [
			[0, 2],
			[4, 4],
			[-6, 2],
		],
		seed,
		budget: 1,
	});
	expect(one.x).toEqual([1, 4, -2]);
	expect((await minimize(sphere, { method: "nelder-mead", initial: [1, 2], seed, budget: 1 })).x).toEqual([
		1, 2,
	]);
});
