// docs/odd.md is what the model says of itself: every table, variable, parameter, submodel and outcome has its text there.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ecosystem, kinds } from "../../agents/ecosystem.js";
import { outcomeMetrics } from "../../agents/metrics/outcomes.js";
import { submodels } from "../../agents/submodels.js";
import { odd } from "../../cli/doc/odd.js";
import { parametersOf } from "../../cli/doc/parameters.js";
import type { AgentKind } from "../../engine/world/kind.js";
import { runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { parseScenario } from "../../scenarios/parse.js";
import { inProject } from "../shared.js";

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

describe("docs/odd.md", () => {
	const text = readFileSync(inProject("docs/odd.md"), "utf8");

	test("is what `fractwin doc odd` prints", () => expect(text).toBe(`${odd()}\n`));

	test("names files that exist", () => {
		for (const [path] of text.matchAll(/\b(?:engine|agents|optimizers|scenarios|cli|test)\/[\w./-]*\.ts\b/g))
			expect(existsSync(inProject(path)), path).toBe(true);
	});

	test("has the seven elements of ODD in their order", () => {
		const chapters = [...text.matchAll(/^## (\d)\. (.*)$/gm)].map(([, k, title]) => `${k} ${title}`);
		expect(chapters.slice(0, 7)).toEqual([
			"1 Purpose and patterns",
			"2 Entities, state variables, and scales",
			"3 Process overview and scheduling",
			"4 Design concepts",
			"5 Initialization",
			"6 Input data",
			"7 Submodels",
		]);
	});
});

describe("a text has", () => {
	test("every table of the world, and each of its columns a unit and a meaning", () => {
		const world = ecosystem.build(
			runSpec(parseScenario(builtIn.bulldozer, "bulldozer", []), { seed: "odd" }).parameters as never,
			"odd",
		);
		const tables = new Set(
			world.layout.columns.filter(({ group }) => group !== "links").map(({ table }) => table),
		);
		const withColumns = (kinds as readonly AgentKind[]).filter(({ groups }) =>
			Object.values(groups).some((columns) => Object.keys(columns).length > 0),
		);
		expect(new Set(names(withColumns))).toEqual(tables);
		for (const { name, groups } of withColumns)
			for (const columns of Object.values(groups))
				for (const [column, { unit, about }] of Object.entries(columns)) {
					expect(unit, `${name}.${column}`).not.toBe("");
					expect(about.length, `${name}.${column}`).toBeGreaterThan(2);
				}
	});

	test("every step of a tick, in one submodel and no other", () => {
		const told = submodels.flatMap(({ steps }) => steps);
		const run = ecosystem.phases.flatMap(({ steps }) => steps);
		expect(new Set(told).size).toBe(told.length);
		for (const step of run) expect(told.includes(step), step.name).toBe(true);
		for (const step of told) expect(run.includes(step), step.name).toBe(true);
	});

	test("every submodel, and no text is of none", () => {
		const texts = readdirSync(inProject("docs/odd/submodels")).map((file) => file.replace(/\.md$/, ""));
		expect(texts.sort()).toEqual(submodels.map(({ key }) => key).sort());
		for (const key of texts)
			expect(readFileSync(inProject(`docs/odd/submodels/${key}.md`), "utf8").length, key).toBeGreaterThan(60);
	});

	test("every parameter", () => {
		const untold = parametersOf().filter(({ node }) => (node.description ?? "") === "");
		expect(untold.map(({ path }) => path)).toEqual([]);
	});

	test("where the default of every parameter is from", () => {
		const references = readFileSync(inProject("docs/odd/references.md"), "utf8");
		for (const { path, node } of parametersOf()) {
			const { from, source = "", default: value } = node;
			if (value === undefined || value === "") continue;
			expect(["assumed", "cited", "measured"], path).toContain(from);
			if (from !== "assumed") expect(source.length, path).toBeGreaterThan(20);
			// Author and year, as the list of references has them.
			if (from === "cited") expect(references, path).toContain(/^[^)]*\(\d{4}\)/.exec(source)?.[0] ?? source);
		}
	});

	test("every outcome: unit, range and definition", () => {
		expect(new Set(names(outcomeMetrics.filter(({ name }) => name !== "cost"))).size).toBe(
			outcomeMetrics.length - 2,
		);
		for (const { name, unit, range, about } of outcomeMetrics) {
			expect(unit, name).not.toBe("");
			expect(range, name).toMatch(/^(any|≥ 0|0\.\.1|0 or 1|-?[\d.]+\.\.-?[\d.]+)$/);
			expect(about.length, name).toBeGreaterThan(10);
		}
	});
});
