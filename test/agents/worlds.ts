// Built-in scenarios as worlds, small enough for tests.

import { ecosystem } from "../../agents/ecosystem.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import { execute } from "../../engine/experiment/session.js";
import { step } from "../../engine/schedule/simulate.js";
import type { World } from "../../engine/world/world.js";
import { runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { parseScenario } from "../../scenarios/parse.js";
import { models } from "../../scenarios/registry.js";

/** The bulldozer with a ninth of its owners: 4 machines a week, all else the same. */
export const few = ["customers.owners=2000"];

export function parametersOf(
	name: string,
	sets: readonly string[] = [],
	ticks?: number,
): EcosystemParameters {
	const scenario = parseScenario(builtIn[name] ?? name, name, sets);
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
	const scenario = parseScenario(builtIn[name] ?? name, name, sets);
	return execute(models, runSpec(scenario, { seed, replication, ...(ticks !== undefined && { ticks }) }));
}

export function outcome(result: RunResult, name: string): number {
	const found = result.outcomes.find((one) => one.name === name);
	if (!found) throw new Error(`no outcome "${name}"`);
	return found.value;
}
