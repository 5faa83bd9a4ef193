// Files that are missing, folders, too large or no text are each one clear fault; SCENARIO is a name or a path.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readText } from "../../cli/read-text.js";
import { loadScenario } from "../../cli/scenario-source.js";
import { faultsOf } from "./text.js";

let folder = "";
const at = (name: string) => join(folder, name);
const fault = (name: string) =>
	faultsOf(() => readText(at(name))).map((line) => line.replace(at(name), "FILE"));

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "fractwin-"));
	mkdirSync(at("folder"));
	writeFileSync(at("mine.yaml"), "\ufeffname: mine\nstages: 2\n");
	writeFileSync(at("nul"), "name: x\0");
	writeFileSync(at("latin1"), Buffer.from([0x6e, 0xe4, 0x6d, 0x65]));
	writeFileSync(at("huge.yaml"), "");
	truncateSync(at("huge.yaml"), 100_000_000);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("what cannot be read as text", () => {
	expect(fault("mien.yaml")).toEqual(['FILE: no such file; did you mean "mine.yaml"?']);
	expect(fault("folder")).toEqual(["FILE: is a folder; expected a file"]);
	expect(fault("nul")).toEqual(["FILE: is not text; expected text in UTF-8"]);
	expect(fault("latin1")).toEqual(["FILE: is not text; expected text in UTF-8"]);
	expect(fault("huge.yaml")).toEqual(["FILE: is too large: 100 MB; expected at most 20 MB"]);
	expect(fault("mine.yaml/x")).toEqual(["FILE: cannot be read (ENOTDIR)"]);
	expect(faultsOf(() => readText("/dev/zero"))).toEqual(["/dev/zero: is a device; expected a file"]);
	expect(faultsOf(() => readText("a\0b"))).toHaveLength(1);
});

test("a scenario by its path, with the mark of UTF-8 at its head, and a pipe", () => {
	expect(loadScenario(at("mine.yaml"), ["stages=3"]).scenario).toMatchObject({ name: "mine", stages: 3 });
	execFileSync("mkfifo", [at("pipe")]);
	execFileSync("sh", ["-c", 'cat "$0/mine.yaml" > "$0/pipe" &', folder], { stdio: "ignore" });
	expect(loadScenario(at("pipe")).scenario.name).toBe("mine");
});

test("a scenario by its name", () => {
	expect(loadScenario("beer-game")).toMatchObject({ file: "built-in beer-game", scenario: { ticks: 36 } });
	expect(faultsOf(() => loadScenario("buldozer"))).toEqual([
		'SCENARIO: no built-in scenario and no file is named "buldozer"; expected one of bulldozer, fractal-city, serial-chain, beer-game, or a path; did you mean "bulldozer"?',
	]);
	expect(faultsOf(() => loadScenario("constructor"))).toHaveLength(1);
	expect(faultsOf(() => loadScenario(""))).toHaveLength(1);
});
