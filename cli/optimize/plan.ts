// What an optimization is asked to do, as its manifest says it; and refusals of what cannot be done.

import type { EcosystemParameters } from "../../agents/parameters.js";
import { InfeasibleConstraints } from "../../optimizers/partition/constraints.js";
import { listStages } from "../../scenarios/bill-of-materials.js";
import { ecosystemParameters, runSpec } from "../../scenarios/build.js";
import { BadInput, quote } from "../../scenarios/fault.js";
import { parseClassLimits } from "../../scenarios/module-classes/limits.js";
import { problemOf } from "../../scenarios/module-classes/module-classes.js";
import { nearestOf } from "../../scenarios/nearest.js";
import { limitsOf } from "../../scenarios/optimize/limits.js";
import {
	constraintsOf,
	type ModuleLimits,
	parseModuleLimits,
} from "../../scenarios/optimize/module-limits.js";
import { defaultTicks, leastBudget, type OptimizeSettings } from "../../scenarios/optimize/optimize.js";
import { objectiveNames } from "../../scenarios/optimize/trade-offs.js";
import { organizationOf } from "../../scenarios/organization/organization.js";
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
	/** Files. */
	readonly moduleLimits?: string;
	readonly classLimits?: string;
}

export type OptimizePlan = Plan & { readonly optimize: NonNullable<Plan["optimize"]> };

/** @throws BadInput for a scenario, a setting or a combination of options that cannot be used */
export function optimizePlan(source: string, options: OptimizeOptions): OptimizePlan {
	const { budget, baselines, objectives, maxSize, connected = false, moduleLimits } = options;
	const arms = [{ name: "base", set: [] }];
	const loaded = planOf("optimize", source, { ...options, replications: 1 }, arms);
	const scenario = loaded.variants[0]?.scenario as Scenario;
	const ticks = options.ticks ?? defaultTicks(scenario);
	const plan = planOf("optimize", source, { ...options, ticks, replications: 1 }, arms);
	const searched = searchedOf(scenario, ticks, options);
	const limits = moduleLimitsOf(scenario, searched.modules, options);
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
		...(limits && { limits }),
		connected,
		...(maxSize && { maxSize }),
		...(moduleLimits !== undefined && { moduleLimits }),
		...(classLimits && { classLimits, classLimitsFile: options.classLimits as string }),
	};
	const least = leastBudget({ ...optimize, seed: plan.seed, ticks });
	if (budget < least)
		throw badOption(`--budget ${budget}`, "is too small to search and to choose", `at least ${least} runs`);
	return { ...plan, optimize };
}

/** From the file, unless an option says otherwise; undefined where there are none. */
function moduleLimitsOf(
	scenario: Scenario,
	modules: boolean,
	{ maxSize, connected, moduleLimits: file }: OptimizeOptions,
): ModuleLimits | undefined {
	const options = { "--max-size": maxSize, "--connected": connected, "--module-limits": file };
	const [option] = Object.entries(options).find(([, given]) => given !== undefined) ?? [];
	if (option === undefined) return undefined;
	if (!modules)
		throw badOption(option, "is a limit of modules, which are not searched for", "--modules with it");
	const limits = {
		...(file !== undefined && parseModuleLimits(readText(file), file, scenario)),
		...(maxSize !== undefined && { maxSize }),
		...(connected && { connected }),
	};
	try {
		const parameters = ecosystemParameters(scenario);
		limitsOf(parameters, constraintsOf(scenario, limits), organizationOf(parameters).moduleOf);
	} catch (error) {
		if (!(error instanceof InfeasibleConstraints)) throw error;
		throw new BadInput([{ file: file ?? option, message: infeasible(error, scenario) }]);
	}
	return limits;
}

/** Makers by their names. */
const infeasible = ({ message }: InfeasibleConstraints, scenario: Scenario) =>
	message
		.replace(/^partition: /, "")
		.replace(/node (\d+)/, (_, i) => quote(listStages(scenario)[Number(i)]?.name ?? ""));

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
