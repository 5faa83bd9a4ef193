// docs/optimize.md: its files are such as the commands read.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ecosystemParameters } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { limitsOf } from "../../scenarios/optimize/limits.js";
import { constraintsOf, parseModuleLimits } from "../../scenarios/optimize/module-limits.js";
import { organizationOf } from "../../scenarios/organization/organization.js";
import { parseScenario } from "../../scenarios/parse.js";
import { inProject } from "../shared.js";

const doc = readFileSync(inProject("docs/optimize.md"), "utf8");
const [, written = ""] =
	/--module-limits FILE[\s\S]*?```yaml\n([\s\S]*?)```/.exec(doc.slice(doc.indexOf("## What modules"))) ?? [];
const bulldozer = parseScenario(builtIn.bulldozer ?? "", "bulldozer");
const parameters = ecosystemParameters(bulldozer);
const startWithin = (text: string) =>
	limitsOf(
		parameters,
		constraintsOf(bulldozer, parseModuleLimits(text, "limits.yaml", bulldozer)),
		organizationOf(parameters).moduleOf,
	).start;

test("modules of the bulldozer can keep to what the example asks of them, and its own do not", () => {
	const start = startWithin(written);
	const makersOf = (m: number) => parameters.stages.filter((_, i) => start[i] === m).map(({ name }) => name);
	const modules = [...new Set(start)].map(makersOf);
	expect(start).not.toEqual(organizationOf(parameters).moduleOf);
	for (const makers of modules) {
		expect(makers.length).toBeGreaterThanOrEqual(2);
		expect(makers.length).toBeLessThanOrEqual(12);
		const testing = ["Final_Assembly", "Engine", "Transmission"];
		expect(makers.some((name) => testing.includes(name))).toBe(true);
		const cranes = ["Case&Frame", "Final_Assembly", "Engine"];
		expect(makers.filter((name) => cranes.includes(name)).length).toBeLessThanOrEqual(2);
	}
});

test("what no modules can keep to is refused in the words that stand there", () => {
	const [, words] = /^limits\.yaml: no partition.*: (.*)$/m.exec(doc) ?? [];
	expect(() => startWithin("{minSize: 9, maxSize: 10}")).toThrow(words);
});

test("mistakes in a file of limits are told with line and nearest name", () => {
	const wrong = `functions: {testing: [Engin]}
caps: {hour: {most: 3}, cranes: {most: 3, amounts: {Cas: 1}}}
minSize: 5
maxSize: 2`;
	expect(() => parseModuleLimits(wrong, "limits.yaml", bulldozer)).toThrow(
		`limits.yaml:3:10 minSize: 5 makers at least, and 2 at most
limits.yaml:1:23 functions.testing[0]: no stage and no item is named "Engin"; did you mean "Engine"?
limits.yaml:2:8 caps: nothing is known of "hour"; expected amounts; did you mean "hours"?
limits.yaml:2:53 caps.cranes.amounts: no stage is named "Cas"; did you mean "Case"?`,
	);
});
