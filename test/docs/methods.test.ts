// Published and exact results of the methods are found again (VALIDATION.md), and docs/methods.md says what was found.

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCase } from "../../cli/verify-cases.js";
import { fractwinJson } from "../cli/command.js";
import { inProject } from "../shared.js";
import { resultRows } from "./result-rows.js";

const text = readFileSync(inProject("docs/methods.md"), "utf8");
let cases: readonly CheckedCase[];
beforeAll(() => {
	({ cases } = fractwinJson(["verify", "--only", "methods"]));
}, 300_000);

test("fractwin verify finds every known result of the methods", () => {
	expect(cases.length).toBeGreaterThan(80);
	expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
	for (const { name, expected, found, tolerance, pass, source, part } of cases) {
		expect(Math.abs(found - expected), name).toBeLessThanOrEqual(tolerance);
		expect({ pass, part }).toEqual({ pass: true, part: "methods" });
		expect(source).not.toBe("");
	}
});

describe("docs/methods.md", () => {
	test("tells of every known result, and no other figure stands in its tables", () => {
		const rows = text.split("\n").filter((line) => /^\| .*\d/.test(line) && !/^\| metric/.test(line));
		expect(rows).toEqual(resultRows(cases));
	});

	test("names files that exist", () => {
		for (const [path] of text.matchAll(/\b(?:engine|optimizers|scenarios|cli|test)\/[\w./-]*\.ts\b/g))
			expect(() => readFileSync(inProject(path)), path).not.toThrow();
	});
});
