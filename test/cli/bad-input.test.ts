// Bad input: one clear message per fault, exit code 2, an empty stdout, nothing written.

import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyFolder, fractwin, inside } from "./command.js";

const chain = "name: own\nstages: 2\nticks: 20\n";

/** What the folder holds before; the words; what the message must say. */
const cases: readonly [
	name: string,
	words: readonly string[],
	message: RegExp,
	files?: Record<string, string | Buffer>,
][] = [
	["a missing file", ["run", "no.yaml"], /no such file/],
	["a misspelled built-in", ["run", "buldozer"], /did you mean "bulldozer"/],
	["YAML that is none", ["run", "a.yaml"], /a\.yaml:\d+/, { "a.yaml": "name: [a\nb: {" }],
	["an unknown key", ["run", "a.yaml"], /did you mean "stages"/, { "a.yaml": `${chain}stagess: 3\n` }],
	[
		"a wrong type",
		["run", "a.yaml"],
		/a\.yaml:3.*ticks/,
		{ "a.yaml": "name: own\nstages: 2\nticks: many\n" },
	],
	["a negative lead time", ["run", "a.yaml"], /leadTime/, { "a.yaml": `${chain}leadTime: -1\n` }],
	[
		"an unknown --set",
		["run", "serial-chain", "--set", "demand.men=3"],
		/did you mean "demand\.mean"|"mean"/,
	],
	["a --set of a prototype", ["run", "serial-chain", "--set", "__proto__.x=1"], /__proto__/],
	["a binary file", ["run", "a.yaml"], /not text/, { "a.yaml": Buffer.from([0, 255, 1, 0]) }],
	["no ticks", ["run", "serial-chain", "--ticks", "0"], /whole number from 1/],
	["ticks of the scenario", ["run", "serial-chain", "--set", "ticks=0"], /ticks/],
	["no replications", ["run", "serial-chain", "--replications", "0"], /whole number from 1/],
	["a fraction of a replication", ["run", "serial-chain", "--replications", "1.5"], /whole number from 1/],
	["no threads", ["run", "serial-chain", "--threads", "0"], /or auto/],
	["negative threads", ["run", "serial-chain", "--threads", "-1"], /or auto/],
	["threads in words", ["run", "serial-chain", "--threads", "all"], /or auto/],
	["an unknown format", ["run", "serial-chain", "--format", "xml"], /parquet, csv/],
	["an unknown option", ["run", "serial-chain", "--thread", "1"], /--threads/],
	["an unknown command", ["runn", "serial-chain"], /Did you mean run/],
	["a command without its scenario", ["run"], /missing required argument/],
	["a scenario too many", ["run", "serial-chain", "beer-game"], /too many arguments/],
	["an --out that is a file", ["run", "serial-chain", "--out", "a"], /is a file/, { a: "" }],
	["an --out that exists", ["run", "serial-chain", "--out", "d"], /exists already/, { "d/x": "" }],
	[
		"a --force over something else",
		["run", "serial-chain", "--out", "d", "--force"],
		/left alone/,
		{ "d/x": "" },
	],
	["an --out without a parent", ["run", "serial-chain", "--out", "no/where"], /does not exist/],
	["an --out where nothing can be made", ["run", "beer-game", "--out", "/proc/fractwin"], /cannot be made/],
	["an --out under a file", ["run", "serial-chain", "--out", "a/b"], /not a folder/, { a: "" }],
	["a report of nothing", ["report", "none"], /no such folder/],
	["a report of another folder", ["report", "d"], /no manifest\.json/, { "d/x": "" }],
	["a verify of another folder", ["verify", "d"], /no manifest\.json/, { "d/manifest.json": "{}" }],
	[
		"an altered manifest",
		["verify", "d"],
		/was altered/,
		{ "d/manifest.json": '{"fractwin":"1","variants":[{}]}' },
	],
	["an import of an unknown kind", ["import", "a.csv", "--as", "xml"], /stages/, { "a.csv": "" }],
	["an import without a kind", ["import", "a.csv"], /--as/, { "a.csv": "" }],
	[
		"an import of a file with other columns",
		["import", "a.csv", "--as", "stages"],
		/a\.csv/,
		{ "a.csv": "x,y\n1,2\n" },
	],
	["a scenario show of none", ["scenario", "show", "none"], /no built-in scenario/],
];

describe("bad input", () => {
	/** One of the scenario, one of the command line, one of the folder. */
	const started = ["an unknown key", "no threads", "an --out that exists"];

	test.each(cases)("%s", async (name, words, message, files = {}) => {
		const folder = emptyFolder();
		for (const [name, content] of Object.entries(files)) {
			if (name.includes("/")) mkdirSync(join(folder, name.slice(0, name.indexOf("/"))), { recursive: true });
			writeFileSync(join(folder, name), content);
		}
		const before = readdirSync(folder, { recursive: true });
		for (const more of [[], ["--json"]]) {
			const typed = [...words, ...more];
			const { code, out, err } = await inside(typed, folder);
			if (started.includes(name)) expect(fractwin(typed, folder)).toEqual({ code, out, err });
			expect(err).toMatch(message);
			expect(code).toBe(2);
			expect(out).toBe("");
			expect(err).not.toMatch(/\bat .*\.js:\d+/);
			expect(readdirSync(folder, { recursive: true })).toEqual(before);
		}
	});

	test("several faults are several lines", async () => {
		const folder = emptyFolder();
		writeFileSync(join(folder, "a.yaml"), "name: own\nstages: 0\nticks: -1\nnonsense: 1\n");
		const { code, err } = await inside(["scenario", "check", "a.yaml"], folder);
		expect(code).toBe(2);
		expect(err.trim().split("\n").length).toBeGreaterThanOrEqual(3);
	});

	test("--force does not follow a link out of the folder to delete", async () => {
		const folder = emptyFolder();
		mkdirSync(join(folder, "mine"));
		writeFileSync(join(folder, "mine", "precious"), "");
		symlinkSync(join(folder, "mine"), join(folder, "link"));
		const words = ["run", "serial-chain", "--ticks", "20", "--out", "link", "--force"];
		expect((await inside(words, folder)).code).toBe(2);
		expect(readdirSync(join(folder, "mine"))).toEqual(["precious"]);
	});
});
