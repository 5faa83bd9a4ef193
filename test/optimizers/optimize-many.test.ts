// Several objectives: fronts, crowding, and what NSGA-II finds on problems whose front is known.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { purpose, sequence } from "../../engine/random/index.js";
import { hypervolume } from "../../optimizers/hypervolume.js";
import { type OptimizeManyOptions, openOptimizeMany, optimizeMany } from "../../optimizers/optimize-many.js";
import { crowding, dominates, fronts, survivors } from "../../optimizers/pareto.js";

/** Schaffer's problem: the front is x from 0 to 2. */
const schaffer = (x: readonly number[]) => [x[0] ** 2, (x[0] - 2) ** 2];
const options: OptimizeManyOptions = {
	method: "nsga2",
	bounds: [[-10, 10]],
	seed: "a",
	budget: 1000,
	populationSize: 20,
};
const objectives = fc.integer({ min: 1, max: 4 }).chain((m) =>
	fc.array(
		fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(Infinity)), {
			minLength: m,
			maxLength: m,
		}),
		{ minLength: 1, maxLength: 25 },
	),
);

describe("fronts", () => {
	test("each point stands behind one that dominates it in the front before, and beside none", () => {
		fc.assert(
			fc.property(objectives, (values) => {
				const sorted = fronts(values);
				expect(sorted.flat().sort((a, b) => a - b)).toEqual(values.map((_, i) => i));
				for (const [rank, front] of sorted.entries())
					for (const i of front) {
						expect(front.some((j) => dominates(values[j], values[i]))).toBe(false);
						if (rank > 0) expect(sorted[rank - 1].some((j) => dominates(values[j], values[i]))).toBe(true);
					}
			}),
		);
	});

	test("those who stay fill front after front, and of the last one the ends stay", () => {
		fc.assert(
			fc.property(objectives, fc.integer({ min: 1, max: 25 }), (values, size) => {
				const chosen = survivors(values, size);
				expect(chosen).toHaveLength(Math.min(size, values.length));
				const rank = new Map(fronts(values).flatMap((front, k) => front.map((i) => [i, k])));
				const worst = Math.max(...chosen.map((one) => one.rank));
				for (const one of chosen) expect(one.rank).toBe(rank.get(one.index));
				for (const [i, k] of rank) if (k < worst) expect(chosen.some(({ index }) => index === i)).toBe(true);
			}),
		);
		const line = [0, 1, 1.5, 4, 9].map((x) => [x, 10 - x]);
		expect(crowding(line)).toEqual([Infinity, 2 * (1.5 / 9), 2 * (3 / 9), 2 * (7.5 / 9), Infinity]);
		expect(survivors(line, 3).map(({ index }) => index)).toEqual([0, 4, 3]);
	});
});

describe("optimizeMany", () => {
	test("finds Schaffer's front: undominated, within it, from end to end", async () => {
		const { front, evaluations, stopped } = await optimizeMany(schaffer, options);
		expect({ evaluations, stopped }).toEqual({ evaluations: 1000, stopped: "budget" });
		expect(front).toHaveLength(20);
		const all = front.map(({ objectives }) => objectives);
		expect(fronts(all)).toHaveLength(1);
		for (const { x, objectives } of front) {
			expect(objectives).toEqual(schaffer(x));
			expect(x[0]).toBeGreaterThan(-0.05);
			expect(x[0]).toBeLessThan(2.05);
		}
		// The front encloses 4² − ∫(2 − √u)² du from 0 to 4 = 16 − 8/3 below (4, 4).
		expect(hypervolume(all, [4, 4])).toBeGreaterThan(16 - 8 / 3 - 0.6);
		expect(hypervolume(all, [4, 4])).toBeLessThan(16 - 8 / 3);
	});

	test("same seed, same front, now or later; another seed, another", async () => {
		const { front } = await optimizeMany(schaffer, options);
		const wait = sequence("wait", purpose("test"));
		const later = async (x: number[]) => {
			for (let left = wait.below(5); left > 0; left--) await null;
			return schaffer(x);
		};
		expect((await optimizeMany(later, { ...options, atOnce: 7 })).front).toEqual(front);
		expect((await optimizeMany(schaffer, { ...options, seed: "b" })).front).not.toEqual(front);
	});

	test("keeps budget, bounds and fixed coordinates", async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 90 }), async (budget) => {
				const optimizer = openOptimizeMany({
					...options,
					bounds: [
						[-1, 1],
						[7, 7],
						[0, 1e-9],
					],
					budget,
				});
				let asked = 0;
				for (;;) {
					const points = await optimizer.ask();
					if (points.length === 0) break;
					asked += points.length;
					for (const [x, y, z] of points) {
						expect(Math.abs(x)).toBeLessThanOrEqual(1);
						expect(y).toBe(7);
						expect(z >= 0 && z <= 1e-9).toBe(true);
					}
					optimizer.tell(points.map((x) => schaffer([...x])));
				}
				expect(asked).toBe(budget);
				expect(optimizer.best.length).toBeGreaterThan(0);
			}),
			{ numRuns: 20 },
		);
		const fixed = await optimizeMany(schaffer, { ...options, bounds: [1, 1], dimension: 1 });
		expect(fixed).toEqual({ front: [{ x: [1], objectives: [1, 1] }], evaluations: 1, stopped: "exhausted" });
	});

	test("one objective and three", async () => {
		const one = await optimizeMany((x) => [x[0] ** 2], options);
		expect(one.front[0].objectives[0]).toBeLessThan(1e-3);
		const three = await optimizeMany((x) => [...schaffer(x), x[1] ** 2], {
			...options,
			bounds: [-10, 10],
			dimension: 2,
			budget: 2000,
		});
		expect(Math.min(...three.front.map(({ x }) => Math.abs(x[1])))).toBeLessThan(0.1);
	});

	test("NaN and Infinity stand behind all; when there is nothing else it says so", async () => {
		const f = (x: number[]) => (x[0] < 1 ? [NaN, 0] : schaffer(x));
		const { front } = await optimizeMany(f, options);
		for (const { x } of front) expect(x[0]).toBeGreaterThanOrEqual(1);
		const nothing = await optimizeMany(() => [Infinity, 1], options);
		expect(nothing.stopped).toBe("nothing finite");
		expect(nothing.front[0].objectives).toEqual([Infinity, Infinity]);
	});

	test("stops when the front takes nothing new", async () => {
		const run = await optimizeMany(() => [1, 1], { ...options, budget: 10_000, stall: 200 });
		expect(run.stopped).toBe("stall");
		expect(run.evaluations).toBeLessThan(500);
	});

	test("throws what f throws, and says what is wrong", async () => {
		const fault = () => Promise.reject(new Error("no luck"));
		await expect(optimizeMany(fault, options)).rejects.toThrow("no luck");
		await expect(optimizeMany(() => 1 as never, options)).rejects.toThrow(TypeError);
		await expect(optimizeMany(() => [], options)).rejects.toThrow(TypeError);
		let calls = 0;
		await expect(optimizeMany(() => (++calls > 5 ? [1] : [1, 2]), options)).rejects.toThrow(TypeError);
		for (const [bad, says] of [
			[{ method: "spea2" }, "nsga2"],
			[{ budget: 0 }, "budget"],
			[{ budget: undefined }, "budget"],
			[{ seed: undefined }, "seed"],
			[{ bounds: null }, "bounds"],
			[{ populationSize: 2 }, "populationSize"],
			[{ bounds: undefined }, "bounds"],
			[{ bounds: [[0, Infinity]] }, "bounds"],
			[{ bounds: [0, 1] }, "dimension"],
		] as const) {
			const given = { ...options, ...bad } as OptimizeManyOptions;
			await expect(optimizeMany(schaffer, given)).rejects.toThrow(RangeError);
			await expect(optimizeMany(schaffer, given)).rejects.toThrow(says);
		}
	});
});
