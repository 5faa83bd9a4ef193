// One run across worker threads: the same bits for any number of them, and an end in every case.

import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { openPool, type Pool } from "../../engine/experiment/pool.js";
import type { RunSpec } from "../../engine/experiment/run-spec.js";
import { execute } from "../../engine/experiment/session.js";
import { simulate } from "../../scenarios/entry-node/engine.js";
import { spawnThread } from "../../scenarios/entry-node/threads.js";
import { type PondParameters, pondLife, ponds } from "../engine/pond.js";
import { linkLists } from "../engine/worlds.js";
import { type TinyParameters, tinyModel } from "./tiny-model.js";

const open: Pool[] = [];
function team(entry: URL, members: number): Pool {
	const pool = openPool({ spawn: () => spawnThread(entry.href), lanes: [members] });
	open.push(pool);
	return pool;
}
afterAll(() => Promise.all(open.map((pool) => pool.close())));

/** Up to six shards of frogs, and ponds enough for two. */
const lives: fc.Arbitrary<PondParameters> = fc
	.tuple(fc.nat(1500), fc.integer({ min: 1, max: 300 }))
	.chain(([frogs, many]) =>
		linkLists(frogs, many, 400).map((lists) => ({ frogs, ponds: many, ...lists, rain: 30, memory: 2 })),
	);

describe("a run by a team", () => {
	const entry = pondLife.entry as URL;
	const teams = [1, 2, 3, 7].map((members) => team(entry, members));

	test("gives the same hash and the same recording for 1, 2, 3 and 7 threads, and for none", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...Object.keys(ponds)),
				lives,
				fc.string(),
				fc.integer({ min: 1, max: 15 }),
				async (model, parameters, seed, ticks) => {
					const middle = Math.floor(ticks / 2);
					const rain = [{ tick: middle, target: "pond.flies", value: 5 }];
					const interventions = parameters.frogs % 2 === 0 ? rain : [];
					const spec: RunSpec = { model, parameters, seed, replication: 0, ticks, interventions };
					const here = execute(ponds, spec);
					for (const one of teams) expect(await one.run(spec)).toEqual(here);
				},
			),
			{ numRuns: 60 },
		);
	});

	test("uses its threads: all of them step shards of a world that is large enough", async () => {
		const parameters = { frogs: 40_000, ponds: 1, sources: [], targets: [], rain: 1, memory: 1 };
		const { workers } = await simulate({ model: pondLife, parameters, seed: "", ticks: 30, threads: 2 });
		expect(workers).toHaveLength(2);
		for (const { shards } of workers) expect(shards).toBeGreaterThan(30);
	});

	test("asked for automatically, has one member where the world is small", async () => {
		const few = { frogs: 40, ponds: 1, sources: [], targets: [], rain: 1, memory: 1 };
		const options = { model: pondLife, parameters: few, seed: "", ticks: 3 };
		expect((await simulate({ ...options, threads: "auto" })).workers).toHaveLength(1);
		expect((await simulate({ ...options, threads: 3 })).workers).toHaveLength(3);
		const { hash } = await simulate(options);
		expect((await simulate({ ...options, threads: 3 })).hash).toBe(hash);
		for (const bad of [0, -1, 1.5, Number.NaN])
			await expect(simulate({ ...options, threads: bad })).rejects.toThrow(RangeError);
	});
});

describe("an accident in a team", () => {
	const entry = new URL("./tiny-worker.js", import.meta.url);
	const spec = (more: Partial<TinyParameters>): RunSpec => ({
		model: "tiny",
		parameters: { agents: 5000, ...more },
		seed: "a",
		replication: 0,
		ticks: 200,
	});

	test.each([2, 3, 7])(
		"of a worker of %i that dies ends the run, and the next run goes well",
		async (members) => {
			const pool = team(entry, members);
			await expect(pool.run(spec({ dieAt: 100 }))).rejects.toThrow(
				'a worker died (exit code 7) during replication 0 of model "tiny", seed "a"',
			);
			const again = await pool.run(spec({}));
			expect(again).toEqual(execute({ tiny: tinyModel(() => {}) }, spec({})));
		},
	);

	test.each([2, 3])("of a step of %i that throws ends the run with what it said", async (members) => {
		const pool = team(entry, members);
		await expect(pool.run(spec({ failAt: 50 }))).rejects.toThrow("a step failed on purpose during");
		expect((await pool.run(spec({}))).hash).toMatch(/^[0-9a-f]{32}$/);
	});
});
