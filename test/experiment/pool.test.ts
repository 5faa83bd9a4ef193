// The pool: order, equality whatever the workers, and no hanging when one dies.

import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, test } from "vitest";
import { openPool, type Pool, runAll } from "../../engine/experiment/pool.js";
import type { RunSpec } from "../../engine/experiment/run-spec.js";
import { execute } from "../../engine/experiment/session.js";
import { spawnThread } from "../../scenarios/entry-node/threads.js";
import { type TinyParameters, tinyModel } from "./tiny-model.js";

const entry = new URL("./tiny-worker.js", import.meta.url);
const open: Pool[] = [];

function pool(size: number): Pool {
	const one = openPool({ spawn: () => spawnThread(entry.href), lanes: new Array(size).fill(1) });
	open.push(one);
	return one;
}

const spec = (replication: number, more: Partial<TinyParameters> = {}, ticks = 50): RunSpec => ({
	model: "tiny",
	parameters: { agents: 20, ...more },
	seed: "a",
	replication,
	ticks,
});
const specs = Array.from({ length: 9 }, (_, replication) =>
	spec(replication, {}, 20 + 400 * (8 - replication)),
);
const hashes = (results: readonly { hash: string }[]) => results.map(({ hash }) => hash);

afterEach(async () => {
	for (const one of open.splice(0)) await one.close();
});

describe("a pool", () => {
	test("gives the results of a run in this thread, in the order of the specs, whatever the workers", async () => {
		const registry = { tiny: tinyModel(() => {}) };
		const here = specs.map((one) => execute(registry, one).hash);
		expect(new Set(here).size).toBe(specs.length);
		for (const size of [1, 2, 4]) {
			const finishing: number[] = [];
			const results = await runAll(pool(size), specs, (result, index) => {
				finishing.push(index);
				return result;
			});
			expect(hashes(results)).toEqual(here);
			expect(finishing.sort((a, b) => a - b)).toEqual(specs.map((_, i) => i));
		}
	});

	test("hands recordings over whole", async () => {
		const { recording, outcomes, audit } = await pool(1).run(spec(0));
		expect(recording.series[0]?.values).toHaveLength(50);
		expect(recording.series[0]?.values.at(-1)).toBe(outcomes[0]?.value);
		expect(audit).toEqual({ goods: 0, money: 0 });
	});

	test("counts ticks in shared memory while runs are under way, and runs by worker", async () => {
		const two = pool(2);
		expect(two.ticksDone()).toBe(0);
		await runAll(two, specs, () => {});
		expect(two.ticksDone()).toBe(specs.reduce((sum, { ticks }) => sum + ticks, 0));
		expect(two.workers().reduce((sum, { runs }) => sum + runs, 0)).toBe(specs.length);
	});

	test("rejects a run whose worker dies, says which, and goes on with the others", async () => {
		const two = pool(2);
		const runs = [spec(0), spec(1), spec(2), spec(3, { dieAt: 30 }), spec(4), spec(5)].map((one) =>
			two.run(one),
		);
		const settled = await Promise.allSettled(runs);
		expect(settled.map(({ status }) => status === "fulfilled")).toEqual([
			true,
			true,
			true,
			false,
			true,
			true,
		]);
		expect((settled[3] as PromiseRejectedResult).reason.message).toBe(
			'a worker died (exit code 7) during replication 3 of model "tiny", seed "a"',
		);
	});

	test("does not hang when its only worker dies, nor when the worker cannot start", async () => {
		const one = pool(1);
		const [dead, next] = await Promise.allSettled([one.run(spec(0, { dieAt: 0 })), one.run(spec(1))]);
		expect([dead?.status, next?.status]).toEqual(["rejected", "fulfilled"]);
		const nowhere = new URL("./no-such-worker.js", import.meta.url).href;
		const missing = openPool({ spawn: () => spawnThread(nowhere), lanes: [1] });
		await expect(missing.run(spec(0))).rejects.toThrow(/a worker died \(Cannot find module/);
		await missing.close();
	});

	test("passes on what a run throws, and the worker lives on", async () => {
		const one = pool(1);
		await expect(one.run(spec(2, { failAt: 3 }))).rejects.toThrow(
			'a step failed on purpose during replication 2 of model "tiny", seed "a"',
		);
		await expect(one.run({ ...spec(0), model: "unknown" })).rejects.toThrow('no model "unknown"');
		expect((await one.run(spec(0))).hash).toMatch(/^[0-9a-f]{32}$/);
	});

	test("after a failure begins no further run, and keeps those under way", async () => {
		const kept: number[] = [];
		const many = [spec(0), spec(1, { failAt: 1 }), ...Array.from({ length: 20 }, (_, i) => spec(2 + i))];
		await expect(runAll(pool(1), many, (_, index) => kept.push(index))).rejects.toThrow("on purpose");
		expect(kept).toEqual([0]);
	});

	test("rejects what is under way when it is closed", async () => {
		const one = pool(1);
		const long = one.run(spec(0, { agents: 100_000 }, 100_000));
		const queued = one.run(spec(1));
		const both = Promise.allSettled([long, queued]);
		await one.close();
		expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
		await expect(one.run(spec(0))).rejects.toThrow("the pool is closed");
	});

	test("needs a worker", () => {
		for (const lanes of [[], [0], [1, -1], [1.5], [Number.NaN]])
			expect(() => openPool({ spawn: () => spawnThread(entry.href), lanes })).toThrow(RangeError);
	});
});

test("threads start where node was given text in place of a file", () => {
	const engine = new URL("../../scenarios/entry-node/optimizers.js", import.meta.url).href;
	const text = `import { minimize } from "${engine}";
		const options = { method: "genetic", dimension: 1, initial: 0, sigma: 1, seed: "a", budget: 40 };
		console.log((await minimize(([x]) => x * x, options)).evaluations);`;
	for (const flags of [["--input-type=module"], ["--input-type", "module"]])
		expect(execFileSync(process.execPath, [...flags, "-e", text], { encoding: "utf8" })).toBe("40\n");
});
