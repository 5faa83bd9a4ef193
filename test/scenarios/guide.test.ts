// What docs/scenarios.md shows is read by the parser as it says.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtIn } from "../../scenarios/built-in.js";
import { parseScenario } from "../../scenarios/parse.js";
import { inProject } from "./text.js";

const guide = readFileSync(inProject("docs", "scenarios.md"), "utf8");

test("its examples are scenarios", () => {
	const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
	expect(examples.map((text) => parseScenario(text, "guide").name)).toEqual(["two-stages", "my-city"]);
});

test("its settings can be set", () => {
	const commands = [...guide.matchAll(/^fractwin run (\S+) (--set .*)$/gm)];
	expect(commands.length).toBeGreaterThan(3);
	for (const [, name = "", rest = ""] of commands) {
		const sets = [...rest.matchAll(/--set (?:'([^']*)'|(\S+))/g)].map((match) => match[1] ?? match[2] ?? "");
		expect(parseScenario(builtIn[name] ?? "", name, sets).name).toBe(name);
	}
});

test("it names every section of the schema", () => {
	for (const key of Object.keys(parseScenario("name: x\nstages: 1", "x")))
		expect(guide).toMatch(new RegExp(`\`${key}[.\`]`));
});
