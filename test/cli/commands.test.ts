// twin, scenario, import and verify, as a user types them.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, fractwin, fractwinJson, inside, insideJson, root } from "./command.js";

describe("twin", () => {
	const words = ["twin", "bulldozer", "--ticks", "60", "--replications", "3"];
	let folder = "";
	beforeAll(() => {
		folder = emptyFolder();
	});

	test("compares three arms under the same seeds, each pair with its interval", () => {
		const found = fractwinJson([...words, "--out", "a"], folder);
		expect(found.arms.map(({ name }: { name: string }) => name)).toEqual(["none", "standard", "perfect"]);
		expect(found.conservation).toEqual({ goods: 0, money: 0 });
		const of = (metric: string, a: string, b: string) =>
			found.differences.find(
				(one: Record<string, string>) => one.metric === metric && one.a === a && one.b === b,
			);
		for (const [a, b] of [
			["standard", "none"],
			["perfect", "none"],
			["perfect", "standard"],
		] as const) {
			const { mean, low, high, n } = of("fillRate", a, b);
			expect([low <= mean && mean <= high, n]).toEqual([true, 3]);
		}
		// The owners' wear does not depend on the twin.
		const [none, standard] = found.arms;
		const demand = (arm: typeof none) => arm.metrics.demandMean.mean;
		expect(Math.abs(demand(none) - demand(standard)) / demand(none)).toBeLessThan(0.05);
	});

	test("prints a table and a sentence per arm, in words", async () => {
		const { code, out } = await inside(words, folder);
		expect(code).toBe(0);
		expect(out).toContain("What a digital twin is worth in bulldozer: 60 weeks");
		for (const line of ["efficacy ", "fill rate ", "profit ", "order to delivery ", "tier-5 bullwhip "])
			expect(out).toContain(`\n${line}`);
		expect(out).toMatch(/With the standard twin, against no twin: /);
		expect(out).toMatch(/nothing leaked/);
		expect(out).toContain("Report: out/twin-bulldozer-1/report.html");
	});

	test("verify runs a folder again: the same, but exit code 1 where a hash was altered", () => {
		const file = join(folder, "a", "manifest.json");
		const manifest = JSON.parse(readFileSync(file, "utf8"));
		manifest.hashes.standard[2] = "0".repeat(32);
		writeFileSync(file, JSON.stringify(manifest));
		const { code, out } = fractwin(["verify", "a", "--json", "--quiet"], folder);
		expect(code).toBe(1);
		expect(JSON.parse(out)).toMatchObject({
			runs: 9,
			pass: false,
			differing: [{ variant: "standard", replication: 2, what: "hash", expected: "0".repeat(32) }],
		});
	});

	test.each(["csv", "parquet"])(
		"verify sees a number that was altered, and a table that was spoilt: %s",
		async (format) => {
			const of = (...words: string[]) => inside([...words, "--quiet"], folder);
			expect(
				await of("run", "beer-game", "--replications", "2", "--format", format, "--out", format),
			).toMatchObject({ code: 0 });
			expect(await of("verify", format)).toMatchObject({ code: 0 });
			const file = join(folder, format, `runs.${format}`);
			if (format === "csv") {
				writeFileSync(file, readFileSync(file, "utf8").replace("0.9411764705882353", "0.99"));
				const { code, out } = await of("verify", format);
				expect(code).toBe(1);
				expect(out).toContain(
					"DIFFERS: base, replication 0, fillRate: 0.99 in the folder, 0.9411764705882353 now",
				);
			}
			for (const [table, text] of [
				["series", "spoilt\n"],
				["runs", "spoilt\n"],
				["runs", '"spoilt\n,,\0'],
			] as const) {
				writeFileSync(join(folder, format, `${table}.${format}`), text);
				const { code, err } = await of("report", format);
				expect([code, err]).toEqual([
					2,
					expect.stringMatching(`^${format}/${table}[.]${format}: cannot be read: `),
				]);
				expect(err).not.toMatch(/bug/);
			}
		},
	);
});

describe("scenario", () => {
	test("lists, shows and checks the built-in ones", async () => {
		const { scenarios } = await insideJson(["scenario", "list"]);
		const names = scenarios.map(({ name }: { name: string }) => name);
		expect(names).toEqual(expect.arrayContaining(["bulldozer", "serial-chain", "beer-game"]));
		for (const name of names) {
			expect((await inside(["scenario", "check", name])).code).toBe(0);
			const folder = emptyFolder();
			writeFileSync(join(folder, "own.yaml"), (await inside(["scenario", "show", name])).out);
			expect(await insideJson(["scenario", "check", "own.yaml"], folder)).toMatchObject({
				valid: true,
				name,
			});
		}
	});

	test("prints a JSON Schema", async () => {
		expect(JSON.parse((await inside(["scenario", "schema"])).out)).toMatchObject({ type: "object" });
	});
});

describe("import", () => {
	const stages = join(root, "..", "shared", "data", "gsm_small", "bulldozer.csv");

	test.skipIf(!existsSync(stages))("makes a scenario that runs", async () => {
		const folder = emptyFolder();
		expect((await inside(["import", stages, "--as", "stages", "--out", "own.yaml"], folder)).code).toBe(0);
		expect((await insideJson(["run", "own.yaml", "--ticks", "30"], folder)).conservation).toEqual({
			goods: 0,
			money: 0,
		});
		expect((await inside(["import", stages, "--as", "stages", "--out", "own.yaml"], folder)).code).toBe(2);
		const printed = (await inside(["import", stages, "--as", "stages"], folder)).out;
		expect(printed).toBe(readFileSync(join(folder, "own.yaml"), "utf8"));
	});
});

describe("help", () => {
	test("is shown on request with code 0, and names every command", () => {
		const { code, out } = fractwin(["--help"]);
		expect(code).toBe(0);
		for (const name of ["run", "twin", "resume", "status", "scenario", "import", "verify", "report"])
			expect(out).toContain(`\n  ${name} `);
		expect(fractwin(["--version"]).out.trim()).toBe(
			JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
		);
	});

	test("without a command is on stderr, with code 2", () => {
		const { code, out, err } = fractwin([]);
		expect([code, out]).toEqual([2, ""]);
		expect(err).toContain("Usage: fractwin");
	});
});

describe("twin with a scenario that has a twin of its own", () => {
	test("still compares it with none at all and with a perfect one", async () => {
		const own = ["--set", "twin.coverage=0.3", "--set", "twin.lag=4"];
		const { arms } = await insideJson(["twin", "--ticks", "80", "--replications", "2", ...own]);
		const ratio = (arm: number) => arms[arm].metrics.updateRatio.mean;
		expect([ratio(0), ratio(2)]).toEqual([0, 1]);
		expect(ratio(1)).toBeGreaterThan(0.1);
		expect(ratio(1)).toBeLessThan(0.35);
		expect(arms.map(({ title }: { title: string }) => title)).toEqual([
			"no twin",
			"scenario's own twin",
			"perfect twin",
		]);
	});
});
