// What the README shows works as written.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, fractwin, root } from "./command.js";

const readme = readFileSync(join(root, "README.md"), "utf8");

describe("the README", () => {
	const folder = emptyFolder();
	const example = readme.match(/```yaml\n([\s\S]*?)```/)?.[1] ?? "";
	writeFileSync(join(folder, "mine.yaml"), example);
	// Benches take minutes and the whole machine: test/long/bench.test.ts runs them.
	const commands = [...readme.matchAll(/^npx fractwin (?!bench)(.*?)(?: {2,}.*)?$/gm)].map(
		(match) => match[1],
	);

	it("has an example with commands", () => {
		expect(example).toContain("stages:");
		expect(commands.length).toBeGreaterThanOrEqual(4);
	});

	it.each(commands)("fractwin %s", (words) => {
		const quick = words.startsWith("scenario") ? [] : ["--ticks", "60", "--replications", "2"];
		const { code, err } = fractwin([...words.split(" "), ...quick, "--quiet"], folder);
		expect(err).toBe("");
		expect(code).toBe(0);
	});

	it("names files that exist", () => {
		for (const [path] of readme.matchAll(
			/\b(?:test|docs|agents|scenarios|viz|engine|cli)\/[\w./-]*\.(?:ts|md|sh|png)\b/g,
		))
			expect(() => readFileSync(join(root, path)), path).not.toThrow();
	});
});
