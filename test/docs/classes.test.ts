// docs/optimize/classes.md: its worked case is what the programme says.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { classesText } from "../../cli/text/module-classes-text.js";
import { builtIn } from "../../scenarios/built-in.js";
import { classesOf } from "../../scenarios/module-classes/module-classes.js";
import { parseScenario } from "../../scenarios/parse.js";
import { inProject } from "../shared.js";

const doc = readFileSync(inProject("docs/optimize/classes.md"), "utf8");
const textOf = async (text: string, name: string) => classesText(await classesOf(parseScenario(text, name)));

test("the two machines", async () => {
	const scenario = readFileSync(inProject("docs/optimize/two-machines.yaml"), "utf8");
	expect(doc).toContain(await textOf(scenario, "two-machines"));
});

test("the bulldozer", async () => {
	const text = await textOf(builtIn.bulldozer ?? "", "bulldozer");
	const [, more] = /base +([\d,]+ \$) /.exec(text) ?? [];
	expect(text).toContain("0 of 1 class to change");
	expect(more).toBeDefined();
	expect(doc).toContain(`less than ${more} a week`);
});

test("infeasible limits are named", async () => {
	expect(classesText({ status: "infeasible", because: ["budget"] })).toBe(
		"no classes keep to all limits; without budget some would",
	);
});
