// fractwin status: how far a study is, read from the journal alone.

import { readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { manifestOf, planOf } from "../../cli/plan.js";
import { halfwayOf } from "../../cli/run-folder/halfway.js";
import { journalFile, readJournal } from "../../cli/run-folder/journal-file.js";
import { planDigest, writeManifest } from "../../cli/run-folder/manifest.js";
import { encodeEntry, type Json } from "../../engine/experiment/journal.js";
import { begin, emptyFolder, fractwin, fractwinJson, inside, insideJson, until } from "./command.js";
import { entriesOf } from "./study.js";

const options = { seed: "s", threads: 1, replications: 4, ticks: 100, set: [], format: "csv" } as const;
const manifest = manifestOf(planOf("run", "serial-chain", options, [{ name: "base", set: [] }]));

/** A folder whose journal tells this; times are seconds ago. */
function told(...entries: [secondsAgo: number, kind: string, key: string, data: Json][]): string {
	const folder = emptyFolder();
	writeManifest(folder, manifest);
	const now = Date.now();
	const lines = entries.map(([secondsAgo, kind, key, data]) =>
		encodeEntry({ kind, key, time: new Date(now - 1000 * secondsAgo).toISOString(), data }),
	);
	writeFileSync(journalFile(folder), lines.join(""));
	return folder;
}

/** This process, as far as can be told without its beginning. */
const alive = { pid: process.pid, host: hostname() };
const opened = (secondsAgo: number) => [secondsAgo, "opened", "me", alive] as [number, string, string, Json];
const begun: [number, string, string, Json] = [100, "begun", "", { plan: planDigest(manifest) }];

describe("status", () => {
	test("counts the ticks of finished runs and of last checkpoints, and tells the time left at the pace of this session", () => {
		const folder = told(
			opened(200),
			begun,
			[150, "finished", "base/0", { hash: "" }],
			[140, "checkpoint", "base/1", { tick: 50, bytes: 9 }],
			[130, "interrupted", "me", null],
			opened(60),
			[50, "checkpoint", "base/2", { tick: 10, bytes: 9 }],
			[40, "finished", "base/1", { hash: "" }],
			[30, "checkpoint", "base/2", { tick: 30, bytes: 9 }],
		);
		// 150 ticks were there when it began; 230 thirty seconds later: 170 more take 64 s, of which 30 are over.
		expect(halfwayOf(folder, manifest)).toMatchObject({
			state: "running",
			writer: { pid: process.pid, seconds: 60 },
			runs: { done: 2, planned: 4 },
			ticks: { done: 230, planned: 400 },
			secondsLeft: 34,
			checkpoint: { variant: "base", replication: 2, tick: 30, secondsAgo: 30 },
		});
	});

	test("of a study that ended too soon says why, where it could still tell", () => {
		const folder = told(opened(9), begun, [5, "failed", "me", { message: "the disk is full" }]);
		expect(halfwayOf(folder, manifest)).toEqual({
			command: "run",
			scenario: "serial-chain",
			seed: "s",
			state: "interrupted",
			reason: "the disk is full",
			runs: { done: 0, planned: 4 },
			ticks: { done: 0, planned: 400 },
		});
	});

	test("peeks at a study while it runs, after it was killed and when it has finished", async () => {
		const folder = emptyFolder();
		const words = ["run", "bulldozer", "--ticks", "300", "--replications", "3", "--quiet", "--out", "a"];
		const { child, ended } = begin(words, folder, { FRACTWIN_CHECKPOINT_SECONDS: "0.05" });
		await until(() => entriesOf(join(folder, "a"), "checkpoint").length > 0);
		const journal = readFileSync(journalFile(join(folder, "a")), "utf8");
		const running = fractwinJson(["status", "a"], folder);
		child.kill("SIGSTOP");
		const { out } = fractwin(["status", "a"], folder);
		child.kill("SIGKILL");
		await ended;
		expect(running).toMatchObject({ folder: "a", state: "running", writer: { pid: child.pid } });
		expect(running.ticks).toMatchObject({ done: expect.any(Number), planned: 900 });
		expect(out).toMatch(
			/^a: run bulldozer, seed "fractwin"\nrunning \(process \d+ on .*\)\n\d of 3 runs, \d+ of 900 ticks \(\d+ %\)/,
		);
		// Whoever looks writes nothing.
		expect(readFileSync(journalFile(join(folder, "a")), "utf8").startsWith(journal)).toBe(true);
		const before = readJournal(join(folder, "a")).entries.length;

		const killed = await inside(["status", "a"], folder);
		expect([killed.code, killed.err]).toEqual([0, ""]);
		expect(killed.out).toMatch(/\ninterrupted\n(.*\n)*to go on: fractwin resume a\n$/);
		expect((await insideJson(["resume", "a", "--dry-run"], folder)).state).toBe("interrupted");
		expect(readJournal(join(folder, "a")).entries).toHaveLength(before);

		expect((await inside(["resume", "a", "--quiet"], folder)).code).toBe(0);
		expect(await insideJson(["status", "a"], folder)).toEqual({
			folder: "a",
			command: "run",
			scenario: "bulldozer",
			seed: "fractwin",
			state: "finished",
			runs: { done: 3, planned: 3 },
			ticks: { done: 900, planned: 900 },
		});
	});

	test("of what is no run folder is bad input", async () => {
		const folder = emptyFolder();
		for (const [words, said] of [
			[["status", "none"], /^none: no such folder/],
			[["status", "."], /holds no manifest\.json of fractwin/],
		] as const) {
			const { code, out, err } = await inside([...words, "--json"], folder);
			expect(err).toMatch(said);
			expect([code, out]).toEqual([2, ""]);
		}
	});
});
