// What docs/methods.md says was found is found.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { knownResults } from "../../scenarios/known-results/index.js";
import { inProject } from "../shared.js";
import { resultRows } from "./result-rows.js";

const text = readFileSync(inProject(join("docs", "methods.md")), "utf8");

describe("docs/methods.md", () => {
	test("tells of every known result, and no other figure stands in its tables", async () => {
		const tables = text.split("\n").filter((line) => /^\| .*\d/.test(line));
		expect(tables).toEqual(await resultRows(knownResults));
	});

	test("names files that exist", () => {
		for (const [path] of text.matchAll(/\b(?:engine|optimizers|scenarios|cli|test)\/[\w./-]*\.ts\b/g))
			expect(() => readFileSync(inProject(path)), path).not.toThrow();
	});
});
