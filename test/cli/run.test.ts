// fractwin run: its JSON, its determinism, its folder.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyFolder, fractwinJson, inside, insideJson } from "./command.js";

const small = ["run", "bulldozer", "--ticks", "60", "--set", "customers.owners=2000"];

describe("run --json", () => {
	test("prints one document with all that the contract names, and writes nothing", () => {
		const folder = emptyFolder();
		const found = fractwinJson([...small, "--replications", "3"], folder);
		expect(found).toMatchObject({
			scenario: "bulldozer",
			seed: "fractwin",
			ticks: 60,
			warmUp: 30,
			replications: 3,
			conservation: { goods: 0, money: 0 },
		});
		expect(found.hash).toMatch(/^[0-9a-f]{32}$/);
		expect(found.metrics.efficacy).toMatchObject({ n: 3 });
		for (const { mean, low, high, n, unit } of Object.values<Record<string, number | string>>(
			found.metrics,
		)) {
			expect(Number.isFinite(mean)).toBe(true);
			expect(n === 1 ? low === null : Number(low) <= Number(mean) && Number(mean) <= Number(high)).toBe(true);
			expect(typeof unit).toBe("string");
		}
		expect(found.workers.reduce((sum: number, one: { runs: number }) => sum + one.runs, 0)).toBe(3);
		expect(found.timing.agentTicksPerSecond).toBeGreaterThan(0);
		expect(found.out).toBeUndefined();
		expect(readdirSync(folder)).toEqual([]);
	});

	test("one replication has no interval", async () => {
		const { metrics } = await insideJson(small);
		expect(metrics.efficacy).toMatchObject({ low: null, high: null, n: 1 });
	});

	test("the same seed gives the same hash with any number of threads, another seed another", async () => {
		const hash = async (...words: string[]) =>
			(await insideJson([...small, "--replications", "2", ...words])).hash;
		const first = await hash("--seed", "a", "--threads", "1");
		expect(await hash("--seed", "a", "--threads", "2")).toBe(first);
		expect(await hash("--seed", "a")).toBe(first);
		expect(await hash("--seed", "b")).not.toBe(first);
	});

	test("an explicit number of threads stands, above the cores and above the runs", async () => {
		const found = await insideJson([...small, "--replications", "2", "--threads", "7"]);
		expect(found.threads).toBe(7);
		expect(found.workers).toHaveLength(7);
	});
});

describe("a run folder", () => {
	test("without --out is the first free out/run-NAME-N", async () => {
		const folder = emptyFolder();
		const words = [...small, "--quiet"];
		expect((await inside(words, folder)).code).toBe(0);
		expect((await inside(words, folder)).out).toContain("Report: out/run-bulldozer-2/report.html");
		expect(readdirSync(join(folder, "out"))).toEqual(["run-bulldozer-1", "run-bulldozer-2"]);
	});

	test("holds tables, dictionary, manifest with hashes, crate and report, and no parts", async () => {
		const folder = emptyFolder();
		const { hash } = await insideJson([...small, "--replications", "2", "--out", "a"], folder);
		expect(readdirSync(join(folder, "a")).sort()).toEqual([
			"data-dictionary.csv",
			"journal.jsonl",
			"manifest.json",
			"report.html",
			"ro-crate-metadata.json",
			"runs.parquet",
			"series.parquet",
		]);
		const manifest = JSON.parse(readFileSync(join(folder, "a", "manifest.json"), "utf8"));
		expect(manifest.hashes.base).toHaveLength(2);
		expect(manifest.hashes.base[0]).toBe(hash);
		const crate = JSON.parse(readFileSync(join(folder, "a", "ro-crate-metadata.json"), "utf8"));
		const parts = crate["@graph"].find((one: { "@id": string }) => one["@id"] === "./").hasPart;
		for (const { "@id": file } of parts) expect(existsSync(join(folder, "a", file))).toBe(true);
	});

	test("is the same, byte for byte, whatever the threads", async () => {
		const folder = emptyFolder();
		for (const format of ["parquet", "csv"]) {
			const read = (threads: string, file: string) => readFileSync(join(folder, format + threads, file));
			for (const threads of ["1", "3"])
				await insideJson(
					[
						...small,
						"--replications",
						"5",
						"--threads",
						threads,
						"--format",
						format,
						"--out",
						format + threads,
					],
					folder,
				);
			for (const file of [
				`runs.${format}`,
				`series.${format}`,
				"manifest.json",
				"data-dictionary.csv",
				"report.html",
			])
				expect(read("1", file).equals(read("3", file)), file).toBe(true);
		}
	});

	test("may be named with a slash at its end, and appears with nothing beside it", async () => {
		const folder = emptyFolder();
		expect((await insideJson([...small, "--out", "a/"], folder)).out).toBe("a/");
		expect(readdirSync(folder)).toEqual(["a"]);
	});

	test("--force overwrites an earlier run and leaves other files alone", async () => {
		const folder = emptyFolder();
		const words = [...small, "--out", "a"];
		await insideJson(words, folder);
		expect((await inside(words, folder)).code).toBe(2);
		const again = await insideJson([...words, "--force", "--seed", "b"], folder);
		const manifest = JSON.parse(readFileSync(join(folder, "a", "manifest.json"), "utf8"));
		expect(manifest.hashes.base[0]).toBe(again.hash);
	});
});

describe("--dry-run", () => {
	test("says how many runs, how long, how much disk, and writes nothing", async () => {
		const folder = emptyFolder();
		const found = await insideJson(["twin", "--replications", "20", "--dry-run"], folder);
		expect(found).toMatchObject({ dryRun: true, runs: 60, ticks: 1040 });
		expect(found.seconds).toBeGreaterThan(0);
		expect(found.bytes).toBeGreaterThan(1_000_000);
		expect((await inside([...small, "--dry-run"], folder)).out).toMatch(
			/1 run of 60 ticks, (less than 1|\d+) s/,
		);
		expect(readdirSync(folder)).toEqual([]);
	});
});

describe("run --path", () => {
	const words = [...small, "--set", "shocks=[{kind: demand, at: 9, weeks: 4, size: 1.5}]"];

	test("is part of the run: named in text and JSON, kept in its folder, verified with it", async () => {
		const folder = emptyFolder();
		const plain = await insideJson(words, folder);
		expect(plain.path).toBe("statusQuo");
		const found = await insideJson([...words, "--path", "twinFirst", "--out", "a"], folder);
		expect(found.path).toBe("twinFirst");
		expect(found.hash).not.toBe(plain.hash);
		expect(found.conservation).toEqual({ goods: 0, money: 0 });
		expect(await insideJson(["verify", "a"], folder)).toMatchObject({ runs: 1, pass: true });
		const told = (await inside(["resume", "a"], folder)).out;
		expect(told).toMatch(
			/^bulldozer on the path twinFirst \(\d+ of \d+ steps begin within the run\), with 1 shock: 60 weeks/,
		);
		expect(readFileSync(join(folder, "a", "report.html"), "utf8")).toContain(
			"bulldozer on the path twinFirst",
		);
	});

	test("goes before the scenario's own, and is the same as setting it", async () => {
		const own = ["--set", "path=[{lever: coverage, to: 1, at: 3}]"];
		expect((await insideJson([...words, ...own])).path).toBe("own");
		const { hash, path } = await insideJson([...words, ...own, "--path", "bigBang"]);
		expect(path).toBe("bigBang");
		expect((await insideJson([...words, "--set", "path=bigBang"])).hash).toBe(hash);
	});

	test("says what of it is left out by a short run", async () => {
		const { out } = await inside([...words, "--path", "serviceFirst", "--dry-run", "--quiet"]);
		expect(out).toMatch(
			/^bulldozer on the path serviceFirst \(\d+ of \d+ steps begin within the run\), with 1 shock: 1 run/,
		);
	});

	test("of no such name is bad input, with the nearest one", async () => {
		const { code, out, err } = await inside(["run", "bulldozer", "--path", "twinFrist", "--json"]);
		expect([code, out]).toEqual([2, ""]);
		expect(err).toMatch(
			/^--path twinFrist: no built-in path has this name; expected one of statusQuo, .*; did you mean "twinFirst"\?\n$/,
		);
	});
});
