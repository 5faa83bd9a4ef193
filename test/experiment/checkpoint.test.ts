// Checkpoints: a run goes on from one as if it had never stopped, and bytes that are not its own are refused.

import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readCheckpoint, runWord, writeCheckpoint } from "../../engine/experiment/checkpoint.js";
import { openPool, type Pool } from "../../engine/experiment/pool.js";
import type { RunSpec } from "../../engine/experiment/run-spec.js";
import { execute, leadRun, openRun } from "../../engine/experiment/session.js";
import { newControl, Team } from "../../engine/schedule/team.js";
import { tickOf } from "../../engine/world/world.js";
import { spawnThread } from "../../scenarios/entry-node/threads.js";
import { tinyModel } from "./tiny-model.js";

const model = tinyModel(() => {});
const registry = { tiny: model };
const spec = (more: Partial<RunSpec> = {}): RunSpec => ({
	model: "tiny",
	parameters: { agents: 20 },
	seed: "a",
	replication: 0,
	ticks: 30,
	...more,
});

/** The bytes of a checkpoint of a run after so many ticks. */
function savedAt(one: RunSpec, tick: number): Uint8Array {
	const session = openRun(registry, { ...one, ticks: tick });
	leadRun(session, new Team(newControl(1), { member: 0, members: 1, cores: 1 }));
	const pieces = writeCheckpoint({ ...session.begun, run: runWord(one, model) });
	return Buffer.concat(pieces);
}

const bytes = savedAt(spec(), 12);
const word = runWord(spec(), model);
const refusal = (bytes: Uint8Array, run = word) => {
	try {
		readCheckpoint(bytes, run);
	} catch (error) {
		expect(error).toBeInstanceOf(RangeError);
		return (error as Error).message;
	}
	return "none";
};

describe("a checkpoint", () => {
	test("of any tick lets the run come out as if it had never stopped", () => {
		const whole = execute(registry, spec());
		for (let tick = 1; tick < 30; tick++) {
			const session = openRun(registry, spec(), savedAt(spec(), tick));
			expect(tickOf(session.begun.world)).toBe(tick);
			leadRun(session, new Team(newControl(1), { member: 0, members: 1, cores: 1 }));
			expect(session.begun.recording).toEqual(whole.recording);
		}
	});

	test("is read from bytes of any kind, which stay as they are", () => {
		for (const kind of [
			Buffer.from(bytes),
			new Uint8Array(bytes),
			new Uint8Array([7, ...bytes]).subarray(1),
		]) {
			const before = [...kind];
			expect(tickOf(readCheckpoint(kind, word).world)).toBe(12);
			expect([...kind]).toEqual(before);
		}
	});

	test("torn anywhere is refused", () => {
		for (let length = 0; length < bytes.length; length++)
			expect(refusal(bytes.subarray(0, length))).toMatch(/too short|torn|not a world|less than its header/);
		expect(refusal(Buffer.concat([bytes, Buffer.from([0])]))).toMatch(/torn/);
	});

	test("with any bit altered is refused", () => {
		fc.assert(
			fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
				const altered = new Uint8Array(bytes);
				altered[bit >> 3] = (altered[bit >> 3] as number) ^ (1 << (bit & 7));
				expect(refusal(altered)).not.toBe("none");
			}),
			{ numRuns: 500 },
		);
	});

	test("that is none, or is of another format, is refused with what it is", () => {
		expect(refusal(new TextEncoder().encode("some text that somebody wrote"))).toMatch(/no checkpoint/);
		const other = new Uint8Array(bytes);
		other[4] = 1;
		expect(refusal(other)).toBe("a checkpoint of format 1; this version reads format 3");
	});

	test("of a run that differs in anything is refused", () => {
		const others: RunSpec[] = [
			spec({ parameters: { agents: 21 } }),
			spec({ seed: "b" }),
			spec({ replication: 1 }),
			spec({ ticks: 31 }),
			spec({ interventions: [{ tick: 3, target: "walker.place", value: 1 }] }),
		];
		const words = [...others.map((one) => runWord(one, model)), runWord(spec(), { version: "2" })];
		expect(new Set([word, ...words]).size).toBe(words.length + 1);
		for (const one of words) expect(refusal(bytes, one)).toMatch(/^a checkpoint of another run/);
		for (const one of others) expect(() => openRun(registry, one, bytes)).toThrow("of another run");
	});

	test("belongs to the same run whether it has no interventions or an empty list of them", () => {
		expect(runWord(spec({ interventions: [] }), model)).toBe(word);
	});
});

describe("a pool", () => {
	const entry = new URL("./tiny-worker.js", import.meta.url);
	const open: Pool[] = [];
	const team = (lanes: number[]) => {
		const pool = openPool({ spawn: () => spawnThread(entry.href), lanes });
		open.push(pool);
		return pool;
	};
	afterAll(() => Promise.all(open.map((pool) => pool.close())));
	const long = spec({ parameters: { agents: 20_000 }, ticks: 3000 });

	test("takes checkpoints of runs under way; another team of any size goes on from them", async () => {
		const whole = execute(registry, long);
		const kept: { bytes: Uint8Array; tick: number }[] = [];
		const first = team([2]);
		const asking = setInterval(() => first.checkpoint(), 20);
		const result = await first.run(long, {
			keep: (pieces, tick) => kept.push({ bytes: Buffer.concat(pieces), tick }),
		});
		clearInterval(asking);
		expect(result).toEqual(whole);
		expect(kept.length).toBeGreaterThan(1);
		expect(first.ticksDone()).toBe(3000);
		const { bytes, tick } = kept[Math.floor(kept.length / 2)] as (typeof kept)[number];
		for (const members of [1, 3]) {
			const next = team([members]);
			expect(await next.run(long, { from: bytes })).toEqual(whole);
			// What the checkpoint brought along was not done here.
			expect(next.ticksDone()).toBe(3000 - tick);
		}
	});

	test("asks those that are wanted, and nobody who has not begun or has nobody to keep it", async () => {
		const pool = team([1, 1]);
		expect(pool.checkpoint()).toEqual([]);
		const kept: number[] = [];
		const [a, b, c] = [1, 2, 3].map((replication) => ({ ...long, replication })) as [
			RunSpec,
			RunSpec,
			RunSpec,
		];
		const runs = [
			pool.run(a, { keep: () => kept.push(1) }),
			pool.run(b),
			pool.run(c, { keep: () => kept.push(3) }),
		];
		while (pool.ticksDone() < 100) await new Promise((resolve) => setTimeout(resolve, 1));
		expect(pool.checkpoint((one) => one === b || one === c)).toEqual([]);
		while (kept.length === 0) {
			const asked = pool.checkpoint((one) => one === a);
			expect(asked.every((one) => one === a)).toBe(true);
			await new Promise((resolve) => setTimeout(resolve, 1));
		}
		await Promise.all(runs);
		expect(new Set(kept)).toEqual(new Set([1]));
	});

	test("refuses to go on from what is no checkpoint of the run", async () => {
		await expect(team([1]).run(long, { from: bytes })).rejects.toThrow("a checkpoint of another run");
	});
});
