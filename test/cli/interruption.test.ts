// What has finished outlives an interruption, a kill, a full disk and a bug, and is read as before.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { begin, emptyFolder, fractwin, inside, insideJson, main, until } from "./command.js";
import { entriesOf, expectSame } from "./study.js";

const study = (format: string) => [
	...["run", "bulldozer", "--set", "customers.owners=2000", "--ticks", "150", "--replications", "12"],
	...["--quiet", "--format", format, "--out", "a"],
];
const finishedIn = (folder: string) => entriesOf(join(folder, "a"), "finished").length;

/** A line of progress once a tenth or more is done. */
const underWay = /\b[1-9]\d? %/;

async function rows(sql: string): Promise<Record<string, unknown>[]> {
	const instance = await DuckDBInstance.create(":memory:");
	const connection = await instance.connect();
	const found = (await connection.runAndReadAll(sql)).getRowObjects();
	connection.closeSync();
	instance.closeSync();
	return found;
}

describe("a study killed in the middle", () => {
	test.each(["parquet", "csv"])("leaves the finished runs readable, as %s", async (format) => {
		const folder = emptyFolder();
		const { child, ended } = begin(study(format), folder);
		await until(() => finishedIn(folder) >= 3);
		child.kill("SIGKILL");
		await ended;
		const finished = finishedIn(folder);
		expect(finished).toBeLessThan(12);

		const report = await inside(["report", "a"], folder);
		expect(report.code).toBe(0);
		expect(report.out).toContain(`${finished} of 12 runs finished`);
		expect(existsSync(join(folder, "a", "report.html"))).toBe(true);
		const [counted] = await rows(
			`SELECT count(*) AS n, count(DISTINCT hash) AS hashes FROM read_${format}('${folder}/a/runs.${format}')`,
		);
		expect(counted).toEqual({ n: BigInt(finished), hashes: BigInt(finished) });
		const [ticks] = await rows(`SELECT count(*) AS n FROM read_${format}('${folder}/a/series.${format}')`);
		expect(ticks).toEqual({ n: BigInt(finished * 150) });
		expect(finishedIn(folder)).toBe(finished);

		const verified = await insideJson(["verify", "a"], folder);
		expect(verified).toMatchObject({ runs: finished, planned: 12, pass: true, differing: [] });
	});
});

describe("Ctrl-C", () => {
	test.each(["SIGINT", "SIGTERM"] as const)(
		"as %s exits with 130 and says what is kept and how to go on",
		async (signal) => {
			const folder = emptyFolder();
			const { child, ended } = begin(study("parquet"), folder);
			await until(() => finishedIn(folder) >= 1);
			child.kill(signal);
			const { code, out, err } = await ended;
			expect(code).toBe(130);
			expect(out).toBe("");
			expect(err).toMatch(
				/^\ninterrupted: \d+ of 12 runs had finished and (?:is|are) kept(; \d runs? under way can go on from a checkpoint)?\nto go on: fractwin resume a; to see what has finished: fractwin report a\n$/,
			);
			expect(entriesOf(join(folder, "a"), "interrupted")).toHaveLength(1);
			expect((await inside(["report", "a"], folder)).out).toMatch(/^\d+ of 12 runs finished/);
		},
	);

	test("keeps a last checkpoint of a run that has gone on for less time than checkpoints are apart", async () => {
		const folder = emptyFolder();
		const { child, ended, said } = begin(["run", "bulldozer", "--ticks", "8000", "--out", "a"], folder);
		await until(() => underWay.test(said()));
		child.kill("SIGINT");
		const { code, err } = await ended;
		expect(code).toBe(130);
		expect(err).toMatch(/interrupted: 0 of 1 run had finished; 1 run under way can go on from a checkpoint/);
		expect(entriesOf(join(folder, "a"), "checkpoint")).toHaveLength(1);
		expect(readdirSync(join(folder, "a", "parts"))).toEqual(["base-00000.checkpoint"]);
	});

	test("says so where nothing is kept", async () => {
		const { child, ended, said } = begin(["run", "bulldozer", "--ticks", "8000", "--json"], emptyFolder());
		await until(() => underWay.test(said()));
		child.kill("SIGINT");
		const { code, out, err } = await ended;
		expect([code, out]).toEqual([130, ""]);
		expect(err).toContain("interrupted: 0 of 1 run had finished; without --out nothing is kept");
	});
});

describe("a reader that goes away", () => {
	test("ends the command quietly", () => {
		const pipe = `"${process.execPath}" "${main}" scenario schema | head -c 10; exit \${PIPESTATUS[0]}`;
		const { status, stderr } = spawnSync("bash", ["-c", pipe], { encoding: "utf8" });
		expect(stderr).toBe("");
		expect(status).toBe(0);
	});
});

describe("a full disk", () => {
	test("is said plainly, exits with 1, and with room again the study goes on", async () => {
		const folder = emptyFolder();
		const words = ["run", "bulldozer", "--ticks", "300", "--replications", "2", "--quiet", "--format", "csv"];
		// A limit on the size of files stands in for a full disk: the series of a run do not fit.
		const limited = `trap '' XFSZ; ulimit -f 100; "${process.execPath}" "${main}" ${words.join(" ")} --out a`;
		const { status, stdout, stderr } = spawnSync("bash", ["-c", limited], { cwd: folder, encoding: "utf8" });
		expect(stderr).toMatch(
			/^could not write to a: .*\n0 of 2 runs had finished\.\nto go on: fractwin resume a\n$/,
		);
		expect(status).toBe(1);
		expect(stdout).toBe("");
		expect(readdirSync(join(folder, "a")).sort()).toEqual(["journal.jsonl", "manifest.json", "parts"]);
		expect((await inside(["status", "a"], folder)).out).toMatch(/^interrupted: could not write to a: /m);

		expect(fractwin(["resume", "a"], folder).code).toBe(0);
		expect((await inside([...words, "--out", "b"], folder)).code).toBe(0);
		expectSame(join(folder, "a"), join(folder, "b"));
	});

	test("that has no room for a checkpoint is said once, and the runs go on", async () => {
		const folder = emptyFolder();
		const words = "run bulldozer --ticks 1000 --quiet --out a";
		const limited = `trap '' XFSZ; ulimit -f 800; "${process.execPath}" "${main}" ${words}`;
		const { status, stderr } = spawnSync("bash", ["-c", limited], {
			cwd: folder,
			encoding: "utf8",
			env: { ...process.env, FRACTWIN_CHECKPOINT_SECONDS: "0.05" },
		});
		expect(stderr).toMatch(/^no checkpoint: could not write to a: .*; the runs go on\n/);
		expect(stderr.match(/no checkpoint/g)).toHaveLength(1);
		// The report does not fit either.
		expect(stderr).toMatch(
			/could not write the report of a: .*\n1 of 1 run had finished and is kept\.\nto go on: /,
		);
		expect(stderr).not.toMatch(/bug/);
		expect(status).toBe(1);
		expect(entriesOf(join(folder, "a"), "finished")).toHaveLength(1);
		expect((await inside(["resume", "a"], folder)).code).toBe(0);
	});
});
