// What an optimization is asked to do, as its manifest says it; and refusals of what cannot be done.

import type { EcosystemParameters } from "../../agents/parameters.js";
import { runSpec } from "../../scenarios/build.js";
import { BadInput } from "../../scenarios/fault.js";
import { parseClassLimits } from "../../scenarios/module-classes/limits.js";
import { problemOf } from "../../scenarios/module-classes/module-classes.js";
import { nearestOf } from "../../scenarios/nearest.js";
import { defaultTicks, leastBudget, type OptimizeSettings } from "../../scenarios/optimize/optimize.js";
import { objectiveNames } from "../../scenarios/optimize/trade-offs.js";
import type { Scenario } from "../../scenarios/schema.js";
import { badOption } from "../options.js";
import { type PlanOptions, planOf } from "../plan.js";
import { readText } from "../read-text.js";
import type { Plan } from "../run-folder/manifest.js";

export interface OptimizeOptions extends Omit<PlanOptions, "replications"> {
	readonly modules?: boolean;
	readonly boundaries?: boolean;
	readonly budget: number;
	readonly baselines: boolean;
	readonly objectives: readonly string[];
	readonly maxSize?: number;
	readonly connected?: boolean;
	/** A file. */
	readonly classLimits?: string;
}

export type OptimizePlan = Plan & { readonly optimize: NonNullable<Plan["optimize"]> };

/** @throws BadInput for a scenario, a setting or a combination of options that cannot be used */
export function optimizePlan(source: string, options: OptimizeOptions): OptimizePlan {
	const { budget, baselines, objectives, maxSize, connected = false } = options;
	const arms = [{ name: "base", set: [] }];
	const loaded = planOf("optimize", source, { ...options, replications: 1 }, arms);
	const scenario = loaded.variants[0]?.scenario as Scenario;
	const ticks = options.ticks ?? defaultTicks(scenario);
	const plan = planOf("optimize", source, { ...options, ticks, replications: 1 }, arms);
	const searched = searchedOf(scenario, ticks, options);
	if (!searched.modules && (maxSize !== undefined || connected))
		throw badOption(
			maxSize === undefined ? "--connected" : "--max-size",
			"is a limit of modules, which are not searched for",
			"--modules with it",
		);
	const classLimits = classLimitsOf(scenario, searched.modules, options.classLimits);
	for (const name of objectives) {
		if (objectiveNames.includes(name)) continue;
		const nearest = nearestOf(name, objectiveNames);
		const hint = nearest === undefined ? "" : `; did you mean "${nearest}"?`;
		throw badOption(
			`--objectives ${name === "" ? `""` : name}`,
			`is no outcome of which more or less is better${hint}`,
		);
	}
	const optimize = {
		budget,
		baselines,
		objectives,
		...searched,
		connected,
		...(maxSize && { maxSize }),
		...(classLimits && { classLimits, classLimitsFile: options.classLimits as string }),
	};
	const least = leastBudget({ ...optimize, seed: plan.seed, ticks });
	if (budget < least)
		throw badOption(`--budget ${budget}`, "is too small to search and to choose", `at least ${least} runs`);
	return { ...plan, optimize };
}

function classLimitsOf(scenario: Scenario, modules: boolean, file: string | undefined) {
	if (file === undefined) return undefined;
	if (!modules)
		throw badOption("--class-limits", "is about modules, which are not searched for", "--modules");
	const limits = parseClassLimits(readText(file), file);
	try {
		problemOf(scenario, limits);
	} catch (error) {
		if (error instanceof RangeError) throw new BadInput([{ file, message: error.message }]);
		throw error;
	}
	return limits;
}

export const settingsOf = ({ seed, ticks, optimize }: OptimizePlan): OptimizeSettings => ({
	...optimize,
	seed,
	ticks,
});

/** What is asked for, else all that the scenario has. */
function searchedOf(scenario: Scenario, ticks: number, { modules, boundaries }: OptimizeOptions) {
	const { stages } = runSpec(scenario, { seed: "", ticks }).parameters as EcosystemParameters;
	const { on } = scenario.boundaries;
	if (boundaries && !on)
		throw badOption(
			"--boundaries",
			"boundary functions are off in this scenario",
			"--set boundaries.on=true",
		);
	if (modules && stages.length < 2)
		throw badOption("--modules", "one maker alone makes no modules", "a scenario of two stages or more");
	const all = !modules && !boundaries;
	const searched = {
		modules: modules ?? (all && stages.length > 1),
		boundaries: boundaries ?? (all && on),
	};
	if (!searched.modules && !searched.boundaries)
		throw badOption("SCENARIO", "has one maker, and its boundary functions are off: nothing to optimize");
	return searched;
}
