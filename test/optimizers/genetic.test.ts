// Genetic islands: the same individuals in threads as without, known values not paid for twice, and Math.random left alone.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { purpose, sequence } from "../../engine/random/index.js";
import { breed } from "../../optimizers/breed.js";
import {
	type MinimizeOptions,
	minimize as minimizeHere,
	minimizeWith,
	openMinimizer,
} from "../../optimizers/minimize.js";
import { minimize } from "../../scenarios/entry-node/optimizers.js";
import { spawnThread } from "../../scenarios/entry-node/threads.js";
import { rastrigin } from "./functions.js";

const options: MinimizeOptions = {
	method: "genetic",
	dimension: 4,
	bounds: [-5.12, 5.12],
	seed: "islands",
	budget: 1500,
};
/** Every x that is evaluated, in order. */
const recorded = () => {
	const seen: number[][] = [];
	const f = (x: number[]) => {
		seen.push(x);
		return rastrigin(x);
	};
	return { seen, f };
};
const entry = (name: string) => new URL(`./${name}.js`, import.meta.url).href;

describe("in threads", () => {
	test("the points and the result are those without threads", async () => {
		const here = recorded();
		const there = recorded();
		const found = await minimizeHere(here.f, options);
		expect(await minimize(there.f, options)).toEqual(found);
		expect(there.seen).toEqual(here.seen);
		expect(there.seen).toHaveLength(1500);
	});

	test("also for one island, for many, and for an objective that takes its time", async () => {
		for (const islands of [1, 7]) {
			const given = { ...options, islands, budget: 500 };
			const wait = sequence("wait", purpose("test"));
			const later = async (x: number[]) => {
				for (let left = wait.below(4); left > 0; left--) await null;
				return rastrigin(x);
			};
			expect(await minimize(later, given)).toEqual(await minimizeHere(rastrigin, given));
		}
	});

	test("each island has a thread, and all are ended: after the result, and after the objective has failed", async () => {
		let running = 0;
		let most = 0;
		const counted = minimizeWith(() => {
			const thread = spawnThread(new URL("../../scenarios/entry-node/island.js", import.meta.url).href);
			most = Math.max(most, ++running);
			void thread.died.then(() => running--);
			return thread;
		});
		await counted(rastrigin, options);
		expect(most).toBe(4);
		expect(running).toBe(0);
		let calls = 0;
		const fault = (x: number[]) => {
			if (++calls > 300) throw new Error("no luck");
			return rastrigin(x);
		};
		await expect(counted(fault, options)).rejects.toThrow("no luck");
		expect(running).toBe(0);
	});

	test.each([
		["at its start", "absent-island", /thread of an island died/],
		["while it breeds", "dying-island", /thread of an island died \(exit code 3\)/],
		["by a fault", "failing-island", /thread of an island died \(a fault\)/],
	])("a thread that dies %s rejects", async (_when, name, message) => {
		const dying = minimizeWith(() => spawnThread(entry(name)));
		await expect(dying(rastrigin, options)).rejects.toThrow(message);
	});

	test("without shared memory they are bred here, with the same result", async () => {
		const shared = globalThis.SharedArrayBuffer;
		const without = minimizeWith(() => {
			throw new Error("a thread was started");
		});
		try {
			Reflect.deleteProperty(globalThis, "SharedArrayBuffer");
			expect(await without(rastrigin, options)).toEqual(await minimizeHere(rastrigin, options));
		} finally {
			globalThis.SharedArrayBuffer = shared;
		}
	});
});

test("known values are not paid for again: what is handed down unchanged, the best of all, twins", async () => {
	const optimizer = openMinimizer(options);
	let before: string[] = [];
	for (;;) {
		const best = before.length > 0 ? optimizer.best.x.join() : "none";
		const points = await optimizer.ask();
		if (points.length === 0) break;
		const names = points.map((x) => x.join());
		expect(new Set([...names, ...before, best]).size).toBe(names.length + new Set([...before, best]).size);
		before = names;
		optimizer.tell(points.map(rastrigin));
	}
	expect(optimizer.evaluations).toBe(1500);
});

describe("Math.random", () => {
	// In place of the host's own stream one that can be foreseen.
	const own = Math.random;
	let drawn = 0;
	const counting = () => ++drawn / 1e6;
	beforeAll(() => {
		Math.random = counting;
	});
	afterAll(() => {
		Math.random = own;
	});

	test("is the same function afterwards and nobody has drawn from it, here or in threads", async () => {
		for (const run of [minimizeHere, minimize]) {
			const during: boolean[] = [];
			const f = (x: number[]) => {
				during.push(Math.random === counting);
				return rastrigin(x);
			};
			await run(f, { ...options, budget: 400 });
			expect(during).not.toContain(false);
			expect(Math.random).toBe(counting);
			expect(drawn).toBe(0);
		}
		expect(Math.random()).toBe(1e-6);
	});

	test("is put back when breeding fails", () => {
		expect(() => breed([[1], [2]], [0, 1], undefined as never, "s")).toThrow(TypeError);
		expect(Math.random).toBe(counting);
	});
});

describe("a generation", () => {
	const draws = sequence("population", purpose("test"));
	const population = Array.from({ length: 30 }, () => [draws.normal(), draws.normal(), draws.normal()]);
	const values = population.map(rastrigin);

	test("depends on individuals, values and seed alone", () => {
		const next = breed(population, values, [1, 1, 1], "s");
		expect(breed(population, values, [1, 1, 1], "s")).toEqual(next);
		expect(breed(population, values, [1, 1, 1], "t")).not.toEqual(next);
		expect(next).toHaveLength(30);
		expect(next.every((x) => x.length === 3 && x.every(Number.isFinite))).toBe(true);
	});

	test("begins with the best one, unchanged, whatever the worst are", () => {
		const best = population[values.indexOf(Math.min(...values))];
		expect(breed(population, values, [1, 1, 1], "s")[0]).toEqual(best);
		const unbounded = values.map((value) => (value > 20 ? Infinity : value));
		expect(breed(population, unbounded, [1, 1, 1], "s")[0]).toEqual(best);
	});

	test("knows values by their order alone", () => {
		const stretched = values.map((value) => value ** 3);
		expect(breed(population, stretched, [1, 1, 1], "s")).toEqual(breed(population, values, [1, 1, 1], "s"));
	});
});
