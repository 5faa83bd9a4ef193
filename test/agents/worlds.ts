// Built-in scenarios as worlds, small enough for tests.

import { ecosystem } from "../../agents/ecosystem.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import { execute } from "../../engine/experiment/session.js";
import { step } from "../../engine/schedule/simulate.js";
import type { World } from "../../engine/world/world.js";
import { runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { plain } from "../../scenarios/limiting-cases/limiting-case.js";
import { parseScenario } from "../../scenarios/parse.js";
import { models } from "../../scenarios/registry.js";
import type { Scenario } from "../../scenarios/schema.js";

/** The bulldozer with a ninth of its owners: 4 machines a week, all else the same. */
export const few = ["customers.owners=2000"];

/** Three sellers on two suppliers who all hardly live: makers close, change owners, and others come. */
export const rivals = `
name: rivals
demand: {kind: owners}
customers: {owners: 300, lifeWeeks: 8, failureScaleWeeks: 3}
economics: {cancelPerWeek: 0.3, capacity: 0.9, markup: 0.02, creditWeeks: 1, startWeeks: 1, dividendWeeks: 2}
hidden: {finishedLoss: 0.05, componentLoss: 0.02, lateRelease: 0.3, countEvery: 4}
twin: {preset: standard, cost: {setUp: 0, perStageWeek: 5}}
innovation: {on: true}
lifecycle: {recoveredPrice: 1}
dynamics: {insolvency: exit, insolventTicks: 2, entryPerYear: 0.99, entryMargin: -1}
services: {maintenance: {firms: 3, hoursPerJob: 0.3}, logistics: {firms: 2, hoursPerJob: 0.05}}
stages:
  - {name: Digger, cost: 500, leadDays: 14, upstream: {Arm: 2, Track: 1}, demand: {meanPerDay: 3, sdPerDay: 1}}
  - {name: Loader, cost: 400, leadDays: 7, upstream: {Arm: 1}, demand: {meanPerDay: 3, sdPerDay: 1}}
  - {name: Crane, cost: 450, leadDays: 7, upstream: {Arm: 1}, demand: {meanPerDay: 3, sdPerDay: 1}}
  - {name: Arm, cost: 90, leadDays: 7, transportDays: 7, upstream: {Track: 3}}
  - {name: Track, cost: 10, leadDays: 21}
`;

export { plain };

/** A scenario by its name or its text; "plain bulldozer" is the bulldozer in which nothing goes on that `plain` takes out. */
function scenarioOf(name: string, sets: readonly string[]): Scenario {
	if (name === "plain bulldozer") return parseScenario(builtIn.bulldozer ?? "", name, [...plain, ...sets]);
	return parseScenario(builtIn[name] ?? name, name, sets);
}

export function parametersOf(
	name: string,
	sets: readonly string[] = [],
	ticks?: number,
): EcosystemParameters {
	const scenario = scenarioOf(name, sets);
	return runSpec(scenario, { seed: "", ...(ticks !== undefined && { ticks }) })
		.parameters as EcosystemParameters;
}

export function worldOf(name: string, sets: readonly string[] = [], seed = "test"): World {
	return ecosystem.build(parametersOf(name, sets), seed);
}

export function go(world: World, ticks: number, model: Pick<typeof ecosystem, "phases"> = ecosystem): World {
	for (let t = 0; t < ticks; t++) step(world, model);
	return world;
}

export function resultOf(
	name: string,
	sets: readonly string[] = [],
	{ seed = "test", replication = 0, ticks }: { seed?: string; replication?: number; ticks?: number } = {},
): RunResult {
	const scenario = scenarioOf(name, sets);
	return execute(models, runSpec(scenario, { seed, replication, ...(ticks !== undefined && { ticks }) }));
}

export function outcome(result: RunResult, name: string): number {
	const found = result.outcomes.find((one) => one.name === name);
	if (!found) throw new Error(`no outcome "${name}"`);
	return found.value;
}
