// What has finished outlives an interruption, a kill and a bug.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { begin, emptyFolder, fractwin, fractwinJson, main, until } from "./command.js";

const study = (format: string) => [
	"run",
	"bulldozer",
	"--replications",
	"20",
	"--quiet",
	"--format",
	format,
	"--out",
	"a",
];
const finishedIn = (folder: string) => {
	const parts = join(folder, "a", "parts");
	return existsSync(parts)
		? readdirSync(parts).filter((name) => /^runs-base-\d+\.(parquet|csv)$/.test(name)).length
		: 0;
};

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
		const parts = finishedIn(folder);
		expect(parts).toBeGreaterThanOrEqual(3);
		expect(parts).toBeLessThan(20);
		const [counted] = await rows(
			`SELECT count(*) AS n, count(DISTINCT hash) AS hashes FROM read_${format}('${folder}/a/parts/runs-*.${format}')`,
		);
		expect(counted).toEqual({ n: BigInt(parts), hashes: BigInt(parts) });

		const report = fractwin(["report", "a"], folder);
		expect(report.code).toBe(0);
		expect(report.out).toContain(`${parts} of 20 runs finished`);
		expect(existsSync(join(folder, "a", "report.html"))).toBe(true);
		const [ticks] = await rows(`SELECT count(*) AS n FROM read_${format}('${folder}/a/series.${format}')`);
		expect(ticks).toEqual({ n: BigInt(parts * 1040) });
		expect(finishedIn(folder)).toBe(parts);

		const verified = fractwinJson(["verify", "a"], folder);
		expect(verified).toMatchObject({ runs: parts, planned: 20, pass: true, differing: [] });
	});

	test("Ctrl-C exits with 130 and says how to see what is kept", async () => {
		const folder = emptyFolder();
		const { child, ended } = begin(study("parquet"), folder);
		await until(() => finishedIn(folder) >= 1);
		child.kill("SIGINT");
		const { code, out, err } = await ended;
		expect(code).toBe(130);
		expect(out).toBe("");
		expect(err).toMatch(/interrupted: \d+ of 20 runs had finished and are kept; .*: fractwin report a/);
		expect(err).not.toMatch(/\bat .*\.js:\d+/);
		expect(fractwin(["report", "a"], folder).out).toMatch(/^\d+ of 20 runs finished/);
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
	test("is said plainly, and exits with 1", () => {
		const folder = emptyFolder();
		// A limit on the size of files stands in for a full disk: the tables of a run do not fit.
		const limited = `trap '' XFSZ; ulimit -f 100; "${process.execPath}" "${main}" ${study("csv").join(" ")}`;
		const { status, stdout, stderr } = spawnSync("bash", ["-c", limited], { cwd: folder, encoding: "utf8" });
		expect(stderr).toMatch(/could not write to a: /);
		expect(stderr).not.toMatch(/\bat .*\.js:\d+/);
		expect(status).toBe(1);
		expect(stdout).toBe("");
		expect(readdirSync(join(folder, "a")).sort()).toContain("manifest.json");
	});
});
