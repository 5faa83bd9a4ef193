// The tables of a run folder: CSV and Parquet say the same; any name is a column; what is read is what was written.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { manifestOf, planOf } from "../../cli/plan.js";
import { Archive, type FinishedRecording } from "../../cli/run-folder/archive.js";
import { readDictionary } from "../../cli/run-folder/data-dictionary.js";
import { readManifest, runsOf, writeManifest } from "../../cli/run-folder/manifest.js";
import { Store } from "../../cli/run-folder/store.js";
import { runsTable, seriesTable } from "../../cli/run-folder/tables.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import type { Series } from "../../engine/record/recording.js";
import { emptyFolder, insideJson } from "./command.js";

const names = ['"quoted"', "it's", "a,b", "Abc", "ABC", "<b>", "日本", "x\ny", "a.b", ""];
const numbers = [
	0.1,
	-0,
	1e300,
	5e-324,
	1 / 3,
	123456789012345680,
	Number.NaN,
	Number.POSITIVE_INFINITY,
	-1,
	2,
];

function madeUp(seed: number): RunResult {
	const values = Float64Array.from(
		{ length: 3 * names.length },
		(_, i) => (numbers[i % 10] as number) * seed,
	);
	const series: Series = {
		name: "odd",
		unit: 'units, "whole"',
		about: "made up,\nfor tests",
		labels: names,
		values,
	};
	const outcomes = [
		{ name: "plain", value: seed / 3, unit: "1", about: "defined" },
		{ name: "never", value: Number.NaN, unit: "1", about: "not defined" },
		...(seed > 1 ? [{ name: "late", value: seed, unit: "1", about: "in some runs" }] : []),
	];
	return {
		hash: "ab".repeat(16),
		recording: { ticks: 3, series: [series] },
		interventions: [],
		outcomes,
		audit: { goods: 0, money: 0 },
		agents: 1,
	};
}

const options = { seed: "s", threads: 1, replications: 2, ticks: 3, set: [] } as const;

async function stored(folder: string, format: "parquet" | "csv") {
	mkdirSync(folder, { recursive: true });
	const plan = planOf("run", "serial-chain", { ...options, format }, [{ name: "base", set: [] }]);
	writeManifest(folder, manifestOf(plan));
	const store = await Store.open(folder);
	// The later run is written first.
	await Promise.all(
		runsOf(plan)
			.reverse()
			.map((run) => store.keep(run, madeUp(run.replication + 1))),
	);
	await store.finish();
	store.close();
	const manifest = readManifest(folder);
	if (!manifest) throw new Error("no manifest");
	const archive = await Archive.open(folder, manifest);
	const runs = await archive.runs();
	const recordings: FinishedRecording[] = [];
	for await (const one of archive.recordings()) recordings.push(one);
	archive.close();
	return { runs, recordings, dictionary: readDictionary(folder) };
}

describe("a run folder", () => {
	test.each(["parquet", "csv"] as const)(
		"gives back what was kept, in the order of the plan, as %s",
		async (format) => {
			const { runs, recordings, dictionary } = await stored(join(emptyFolder(), "a[b]*'{c} d=e"), format);
			expect(runs.map(({ replication, seed }) => [replication, seed])).toEqual([
				[0, "s"],
				[1, "s/1"],
			]);
			expect(runs[0]?.outcomes).toEqual([{ name: "plain", value: 1 / 3, unit: "1", about: "defined" }]);
			expect(runs[1]?.outcomes.map(({ name }) => name)).toEqual(["plain", "late"]);
			expect(runs[0]?.audit).toEqual({ goods: 0, money: 0 });
			for (const { replication, recording } of recordings) {
				const [found] = recording.series;
				const { series } = madeUp(replication + 1).recording;
				expect(found).toMatchObject({
					name: "odd",
					unit: 'units, "whole"',
					about: "made up,\nfor tests",
					labels: names,
				});
				const finite = series[0]?.values.map((value) => (Number.isFinite(value) ? value : Number.NaN));
				expect(found?.values).toEqual(finite);
			}
			expect(new Set(dictionary.series.map(({ name }) => name.toLowerCase())).size).toBe(
				dictionary.series.length,
			);
		},
	);

	test("says the same as CSV and as Parquet", async () => {
		const folder = emptyFolder();
		for (const format of ["parquet", "csv"])
			await insideJson(
				["run", "bulldozer", "--ticks", "50", "--replications", "2", "--format", format, "--out", format],
				folder,
			);
		const instance = await DuckDBInstance.create(":memory:");
		const connection = await instance.connect();
		for (const table of ["runs", "series"]) {
			const parquet = `read_parquet('${folder}/parquet/${table}.parquet')`;
			const csv = `read_csv('${folder}/csv/${table}.csv', header = true, sample_size = -1)`;
			const count = async (sql: string) => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0]);
			expect(await count(`SELECT count(*) FROM ${parquet}`)).toBe(table === "runs" ? 2 : 100);
			expect(await count(`SELECT count(*) FROM (SELECT * FROM ${parquet} EXCEPT SELECT * FROM ${csv})`)).toBe(
				0,
			);
			expect(await count(`SELECT count(*) FROM (SELECT * FROM ${csv} EXCEPT SELECT * FROM ${parquet})`)).toBe(
				0,
			);
		}
		connection.closeSync();
		instance.closeSync();
	});

	test("names every column of both tables with unit and meaning", async () => {
		const folder = emptyFolder();
		await insideJson(["run", "bulldozer", "--ticks", "50", "--format", "csv", "--out", "a"], folder);
		const { runs, series } = readDictionary(join(folder, "a"));
		for (const [table, columns] of [["runs", runs] as const, ["series", series] as const]) {
			const [head] = readFileSync(join(folder, "a", `${table}.csv`), "utf8").split("\n");
			expect(head?.split(",").map((name) => name.replaceAll('"', ""))).toEqual(
				columns.map(({ name }) => name),
			);
			for (const { about, type, unit } of columns)
				expect(about !== "" && (type !== "DOUBLE" || unit !== "")).toBe(true);
		}
		expect(series.map(({ name }) => name)).toContain("orders.Final_Assembly");
		expect(series.map(({ name }) => name)).toContain("demand");
	});
});

describe("the tables", () => {
	test("hold no clock, host or thread count", () => {
		const run = { variant: "base", replication: 3, seed: "s/3" };
		const columns = [...runsTable(run, madeUp(1)).columns, ...seriesTable(run, madeUp(1).recording).columns];
		expect(columns.map(({ name }) => name).join(" ")).not.toMatch(/time|date|host|thread|second/);
	});
});
