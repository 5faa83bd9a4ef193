// An organization is what a run starts with, and what interventions give it.

import { describe, expect, test } from "vitest";
import { execute } from "../../engine/experiment/session.js";
import { partition } from "../../optimizers/partition/partition.js";
import { ecosystemParameters, runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { expectedFlows, flowGraph } from "../../scenarios/organization/flows.js";
import {
	boundaryNames,
	boundaryRange,
	organizationInterventions,
	organizationOf,
	withOrganization,
} from "../../scenarios/organization/organization.js";
import { parseScenario, validate } from "../../scenarios/parse.js";
import { models } from "../../scenarios/registry.js";
import { few, parametersOf } from "../agents/worlds.js";

const scenario = parseScenario(builtIn.bulldozer ?? "", "bulldozer", few);
const spec = runSpec(scenario, { seed: "o", ticks: 40 });
const parameters = parametersOf("bulldozer", few, 40);

describe("an organization", () => {
	const city = ["network.branching=3", "network.levels=[cluster, enterprise]", "customers.owners=900"];
	test.each([
		["bulldozer", few],
		["fractal-city", city],
	])(
		"of %s written into it as its own changes nothing in a run but the lever that cuts blocks",
		(name, sets) => {
			const blocks = parseScenario(builtIn[name] ?? "", name, sets);
			const listed = withOrganization(blocks, organizationOf(parametersOf(name, sets)));
			expect(validate(listed)).toEqual({ scenario: listed });
			const [own, again] = [blocks, listed].map((one) => runSpec(one, { seed: "o", ticks: 30 }));
			const put = { tick: 29, target: "settings.moduleSize", value: blocks.modules.size };
			expect(execute(models, { ...again, interventions: [put] }).hash).toBe(execute(models, own).hash);
		},
	);

	test("written into a scenario is what it starts with: stages in no list each alone", () => {
		const sets = ["modules={members: [[Fans, Engine], [Case]]}"];
		const { stages } = parametersOf("bulldozer", sets);
		const moduleOf = new Map(stages.map((stage) => [stage.name, stage.module]));
		expect(moduleOf.get("Fans")).toBe(moduleOf.get("Engine"));
		expect(new Set(moduleOf.values()).size).toBe(stages.length - 1);
		const boundaries = { materialLow: 0.125, informationMiddle: -0.5 };
		const found = { moduleOf: stages.map((_, i) => i % 3), boundaries };
		const again = ecosystemParameters(withOrganization(scenario, found));
		expect(again.stages.map(({ module }) => module)).toEqual(found.moduleOf);
		expect(again.scalars).toEqual({ ...parameters.scalars, moduleSize: 0, ...boundaries });
	});

	test("of the scenario's own changes nothing in a run but the lever that cuts blocks", () => {
		const own = organizationOf(parameters);
		const again = execute(models, {
			...spec,
			interventions: [
				...organizationInterventions(own, 0),
				// Put back at the end, so that the states can be compared.
				{ tick: 39, target: "settings.moduleSize", value: scenario.modules.size },
			],
		});
		expect(again.hash).toBe(execute(models, spec).hash);
	});

	test("of one module for all leaves one module, with borders that nothing crosses", () => {
		const moduleOf = parameters.stages.map(() => 0);
		const { outcomes } = execute(models, {
			...spec,
			interventions: organizationInterventions({ moduleOf, boundaries: {} }, 0),
		});
		const outcomeOf = (name: string) => outcomes.find((outcome) => outcome.name === name)?.value;
		expect(outcomeOf("modules")).toBe(1);
		expect(outcomeOf("crossingCost")).toBe(0);
	});

	test("has boundaries within their ranges, and none where they are off", () => {
		const { boundaries } = organizationOf(parameters);
		expect(Object.keys(boundaries)).toEqual([...boundaryNames]);
		for (const name of boundaryNames) {
			const { low, high } = boundaryRange(name);
			expect(boundaries[name]).toBeGreaterThanOrEqual(low);
			expect(boundaries[name]).toBeLessThanOrEqual(high);
		}
		expect(organizationOf(parametersOf("plain bulldozer")).boundaries).toEqual({});
	});
});

describe("the graph of flows", () => {
	test("weighs an arc by the tax on its value and its message, and hours by what pooling them saves", () => {
		const flows = { buyers: [0], suppliers: [1], values: [1000], short: [[4, 0, 0]], idle: [[0, 0, 3]] };
		const { stages, scalars } = parameters;
		const { sources, targets, weights } = flowGraph({ ...parameters, stages: stages.slice(0, 3) }, flows);
		expect(Array.from(sources)).toEqual([0, 0]);
		expect(Array.from(targets)).toEqual([1, 2]);
		expect(Array.from(weights)).toEqual([
			scalars.materialTax * 1000 + scalars.informationTax,
			0.5 * scalars.wage * 3,
		]);
	});

	test("of the expected flows falls into more modules the more overhead costs", () => {
		const graph = flowGraph(parameters, expectedFlows(parameters));
		const modules = [1, 1e3, 1e5, 1e7].map((kappa) => partition({ ...graph, objective: { kappa } }).modules);
		expect(modules[0]).toBe(1);
		expect(modules[3]).toBe(parameters.stages.length);
		expect(modules).toEqual(modules.toSorted((a, b) => a - b));
	});
});
