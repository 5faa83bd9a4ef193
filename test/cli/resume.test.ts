// fractwin resume: whatever broke a study off, its folder is in the end that of an unbroken one.

import { cpSync, existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { journalFile } from "../../cli/run-folder/journal-file.js";
import { encodeEntry } from "../../engine/experiment/journal.js";
import { begin, emptyFolder, fractwin, fractwinJson, inside, insideJson, until } from "./command.js";
import { entriesOf, expectSame } from "./study.js";

const often = { FRACTWIN_CHECKPOINT_SECONDS: "0.02" };
const few = ["--set", "customers.owners=2000", "--format", "csv"];
const words = ["run", "bulldozer", "--path", "twinFirst", ...few, "--ticks", "250", "--replications", "3"];
/** All that the command prints but what depends on who carried it out, and when. */
const plain = ({ timing, workers, threads, out, reused, resumed, ...rest }: Record<string, unknown>) => rest;

let folder = "";
const at = (...names: string[]) => join(folder, ...names);
let unbroken: Record<string, unknown> = {};
/** Broken off with checkpoints of two runs. */
const broken = (name: string) => cpSync(at("broken"), at(name), { recursive: true });

async function killed(command: readonly string[], name: string, holds: () => boolean): Promise<void> {
	const { child, ended } = begin([...command, "--quiet", ...(name ? ["--out", name] : [])], folder, often);
	await until(() => holds() || child.exitCode !== null);
	expect(child.exitCode).toBe(null);
	child.kill("SIGKILL");
	await ended;
}

beforeAll(async () => {
	folder = emptyFolder();
	unbroken = plain(fractwinJson([...words, "--out", "unbroken"], folder));
	await killed([...words, "--threads", "2"], "broken", () => {
		const later = entriesOf(at("broken"), "checkpoint").filter(({ data }) => Number(data.tick) > 30);
		return new Set(later.map(({ key }) => key)).size === 2;
	});
});

describe("a study that was killed", () => {
	test("three times, with other threads each time, comes out as if it had not been", async () => {
		broken("a");
		const count = (kind: string) => entriesOf(at("a"), kind).length;
		await killed(["resume", "a", "--threads", "3"], "", () => count("finished") >= 1);
		const before = count("checkpoint");
		await killed(["resume", "a", "--threads", "1"], "", () => count("checkpoint") > before);
		const finished = count("finished");
		const found = fractwinJson(["resume", "a"], folder);
		expect(plain(found)).toEqual(unbroken);
		expect(finished).toBeGreaterThanOrEqual(1);
		expect(found.reused).toBe(finished);
		expect(found.resumed.length).toBeGreaterThanOrEqual(1);
		expectSame(at("a"), at("unbroken"));
		expect(await insideJson(["verify", "a"], folder)).toMatchObject({ runs: 3, pass: true });
	});

	test("goes on from its checkpoints, says so, and does not count their ticks as done now", () => {
		broken("b");
		const { code, out, err } = fractwin(["resume", "b"], folder);
		expect(code).toBe(0);
		expect(err).toMatch(/^taken over: \d of 3 runs; \d runs? under way: base\/\d from tick \d+/);
		expect(out).toContain("Report: b/report.html");
		expectSame(at("b"), at("unbroken"));
	});

	test("twin goes on as well as run", async () => {
		const twin = ["twin", "bulldozer", ...few, "--ticks", "100", "--replications", "2"];
		const whole = await insideJson([...twin, "--out", "twins"], folder);
		await killed(twin, "t", () => entriesOf(at("t"), "finished").length >= 2);
		const found = fractwinJson(["resume", "t"], folder);
		expect(plain(found)).toEqual(plain(whole));
		expect(found.reused).toBeGreaterThanOrEqual(2);
		expectSame(at("t"), at("twins"));
	});

	test("before any run had begun starts from its manifest", async () => {
		broken("c");
		rmSync(at("c", "parts"), { recursive: true });
		rmSync(at("c", "journal.jsonl"));
		expect(await insideJson(["resume", "c"], folder)).toMatchObject({ reused: 0, resumed: [] });
		expectSame(at("c"), at("unbroken"));
	});

	test("after its tables were written comes to its report", async () => {
		cpSync(at("unbroken"), at("d"), { recursive: true });
		const lines = readFileSync(journalFile(at("d")), "utf8")
			.trimEnd()
			.split("\n");
		expect(lines.at(-1)).toContain('"kind":"ended"');
		writeFileSync(journalFile(at("d")), `${lines.slice(0, -1).join("\n")}\n`);
		rmSync(at("d", "report.html"));
		writeFileSync(at("d", "report.html.unfinished"), "half of it");
		expect(plain(await insideJson(["resume", "d"], folder))).toEqual(unbroken);
		expectSame(at("d"), at("unbroken"));
	});

	test("while an earlier study was being overwritten goes on with the new one", async () => {
		cpSync(at("twins"), at("e"), { recursive: true });
		// What `run --force` has done before the first run begins, but for the last removals.
		rmSync(journalFile(at("e")));
		cpSync(at("broken", "manifest.json"), at("e", "manifest.json"));
		expect(plain(await insideJson(["resume", "e"], folder))).toEqual(unbroken);
		expectSame(at("e"), at("unbroken"));
	});
});

describe("damage", () => {
	test("to checkpoints costs time, and a line for each", async () => {
		broken("torn");
		const [first, second] = [0, 1].map((r) => at("torn", "parts", `base-0000${r}.checkpoint`)) as [
			string,
			string,
		];
		const bytes = readFileSync(first);
		writeFileSync(second, bytes);
		writeFileSync(first, bytes.subarray(0, bytes.length - 9));
		const { code, err } = await inside(["resume", "torn", "--quiet"], folder);
		expect(err.split("\n")).toEqual([
			expect.stringMatching(
				/^the checkpoint of base\/0 cannot be used: a torn world: .*; the run starts anew$/,
			),
			expect.stringMatching(
				/^the checkpoint of base\/1 cannot be used: a checkpoint of another run.*; the run starts anew$/,
			),
			"",
		]);
		expect(code).toBe(0);
		expectSame(at("torn"), at("unbroken"));
	});

	test("to the journal, and to what it tells of, costs time alone", async () => {
		broken("j");
		await killed(["resume", "j"], "", () => entriesOf(at("j"), "finished").length >= 2);
		const [first, second] = entriesOf(at("j"), "finished").map(({ key }) => key.replace(/.*\//, ""));
		const lines = readFileSync(journalFile(at("j")), "utf8").split("\n");
		const struck = lines.findIndex((line) => line.includes('"finished"') && line.includes(`base/${first}`));
		lines[struck] = (lines[struck] as string).replace('"goods":0', '"goods":1');
		writeFileSync(journalFile(at("j")), `${lines.join("\n")}{"kind":"torn`);
		rmSync(at("j", "parts", `base-0000${second}.series.csv`));
		const { code, err } = await inside(["resume", "j", "--quiet"], folder);
		expect(err).toBe("j/journal.jsonl: 2 of its lines cannot be read; what they told of is done again\n");
		expect(code).toBe(0);
		expectSame(at("j"), at("unbroken"));
	});
});

describe("a worker that dies", () => {
	// Loaded into every thread: a worker ends itself at its so many thousandth claim of a shard.
	const accident = (claims: number) =>
		`data:text/javascript,import{isMainThread}from"node:worker_threads";if(!isMainThread){const add=Atomics.add;let n=0;Atomics.add=(...a)=>{if(++n===${claims})process.exit(7);return add(...a)}}`;

	const one = ["run", "bulldozer", ...few, "--ticks", "150", "--quiet"];

	test("ends the command with one message, the last checkpoint and the way on; also in a team", async () => {
		expect((await inside([...one, "--out", "whole"], folder)).code).toBe(0);
		for (const threads of ["1", "3"]) {
			const command = [...one, "--threads", threads, "--out", `w${threads}`];
			const { code, out, err } = fractwin(command, folder, ["--import", accident(5000)], often);
			expect(err).toMatch(
				new RegExp(
					`^a worker died \\(exit code 7\\) during replication 0 of model "ecosystem", seed "fractwin"
0 of 1 run had finished. The last checkpoint of this run, after tick \\d+, is w${threads}/parts/base-00000.checkpoint.
to go on: fractwin resume w${threads}
This is a bug in fractwin.`,
				),
			);
			expect([code, out]).toEqual([1, ""]);
			expect((await insideJson(["resume", `w${threads}`], folder)).resumed).toHaveLength(1);
			expectSame(at(`w${threads}`), at("whole"));
		}
	});
});

describe("resume refuses", () => {
	const refusals: [what: string, words: string[], said: RegExp, prepare?: (name: string) => void][] = [
		["a folder that is not there", ["resume", "none"], /^none: no such folder/],
		["a file", ["resume", "file"], /is a file/, (name) => writeFileSync(at(name), "")],
		["a folder of something else", ["resume", "."], /holds no manifest\.json of fractwin/],
		[
			"an altered manifest",
			["resume", "altered"],
			/manifest\.json: was altered after the study began.*--force/,
			(name) => alterManifest(name, '"replications": 3', '"replications": 4'),
		],
		[
			"a manifest that is none any more",
			["resume", "spoilt"],
			/manifest\.json: was altered, or is of another version/,
			(name) => alterManifest(name, '"ticks": 250,', '"ticks": -1,'),
		],
		[
			"another version's",
			["resume", "older"],
			/^older: was begun by fractwin 0\.0\.1; this is .*npx fractwin@0\.0\.1 resume older.*fractwin run bulldozer --seed/,
			(name) => alterManifest(name, /"fractwin": "[^"]*"/, '"fractwin": "0.0.1"'),
		],
		["another seed", ["resume", "seed", "--seed", "b"], /^--seed: cannot be changed on the way/, broken],
		["a setting", ["resume", "set", "--set", "ticks=3"], /^--set: cannot be changed on the way/, broken],
		["--force", ["resume", "force", "--force"], /^--force: cannot be changed on the way/, broken],
	];
	function alterManifest(name: string, before: string | RegExp, after: string): void {
		broken(name);
		const file = at(name, "manifest.json");
		const text = readFileSync(file, "utf8");
		expect(text.replace(before, after)).not.toBe(text);
		writeFileSync(file, text.replace(before, after));
	}

	test.each(refusals)("%s", async (_, command, said, prepare) => {
		const name = command[1] as string;
		prepare?.(name);
		const journal = existsSync(journalFile(at(name))) && readFileSync(journalFile(at(name)), "utf8");
		const { code, out, err } = await inside([...command, "--json"], folder);
		expect(err).toMatch(said);
		expect(err.trim().split("\n")).toHaveLength(1);
		expect([code, out]).toEqual([2, ""]);
		if (journal !== false) expect(readFileSync(journalFile(at(name)), "utf8")).toBe(journal);
	});

	test("a folder that a living process writes to; so does --force, and report leaves it alone", async () => {
		const { child, ended } = begin([...words.slice(0, -1), "60", "--out", "busy"], folder, often);
		await until(() => entriesOf(at("busy"), "finished").length >= 1);
		const refused = [
			["resume", "busy"],
			[...words, "--out", "busy", "--force"],
		];
		for (const command of refused) {
			const { code, err } = fractwin(command, folder);
			expect(err).toBe(
				`busy: is being written by process ${child.pid}; how far it is: fractwin status busy\n`,
			);
			expect(code).toBe(2);
		}
		const { code, out } = fractwin(["report", "busy"], folder);
		child.kill("SIGKILL");
		await ended;
		expect(code).toBe(0);
		expect(out).toContain(`Process ${child.pid} is still writing: tables and report come when it has ended.`);
		expect(existsSync(at("busy", "report.html"))).toBe(false);
	});

	test("one of two that begin at the same moment", async () => {
		broken("race");
		const both = [1, 2].map(() => begin(["resume", "race", "--quiet"], folder));
		const ends = await Promise.all(both.map(({ ended }) => ended));
		expect(ends.map(({ code }) => code).sort()).toEqual([0, 2]);
		expect(ends.find(({ code }) => code === 2)?.err).toMatch(/^race: is being written by process \d+/);
		expectSame(at("race"), at("unbroken"));
	});
});

describe("a study that has finished", () => {
	test("is shown once more, and nothing is written", async () => {
		const before = readFileSync(journalFile(at("unbroken")), "utf8");
		const { code, out, err } = await inside(["resume", "unbroken"], folder);
		expect(err).toBe("unbroken had finished already; nothing was left to do\n");
		expect(code).toBe(0);
		expect(out).toContain("3 runs had finished before.\nReport: unbroken/report.html");
		const found = await insideJson(["resume", "unbroken"], folder);
		expect(plain(found)).toEqual(unbroken);
		expect(found).toMatchObject({ reused: 3, resumed: [], workers: [], timing: { seconds: 0 } });
		expect(readFileSync(journalFile(at("unbroken")), "utf8")).toBe(before);
	});
});

describe("a writer that is gone", () => {
	/** As if a process had begun to write and never said that it ended. */
	function leaveOpen(name: string, data: { pid: number; host: string; start?: string }): void {
		broken(name);
		const time = new Date().toISOString();
		const entry = { kind: "opened", key: `${data.pid}@${data.host}`, time, data };
		writeFileSync(journalFile(at(name)), encodeEntry(entry), { flag: "a" });
	}

	test("does not hold the folder, even when its number is another's now", async () => {
		// This process lives, but did not begin then.
		leaveOpen("recycled", { pid: process.pid, host: hostname(), start: "1" });
		expect((await inside(["status", "recycled"], folder)).out).toContain("\ninterrupted");
	});

	test("on another host holds it as long as it gives signs of life", async () => {
		leaveOpen("elsewhere", { pid: 1, host: "elsewhere.example" });
		const { code, err } = await inside(["resume", "elsewhere"], folder);
		expect(err).toMatch(
			/^elsewhere: is being written by process 1 on elsewhere\.example, .* \d+ seconds? ago \(after a minute/,
		);
		expect(code).toBe(2);
		const old = new Date(Date.now() - 61_000);
		utimesSync(journalFile(at("elsewhere")), old, old);
		expect((await insideJson(["status", "elsewhere"], folder)).state).toBe("interrupted");
		expect((await inside(["resume", "elsewhere", "--quiet"], folder)).code).toBe(0);
		expect((await insideJson(["status", "elsewhere"], folder)).state).toBe("finished");
	});
});
