// From what the user typed to what shall run.

import { warmUpOf } from "../scenarios/build.js";
import { badOption, type Options } from "./options.js";
import type { Manifest, Plan, Variant } from "./run-folder/manifest.js";
import { type LoadedScenario, loadScenario } from "./scenario-source.js";
import { shellWord } from "./text/wording.js";
import { version } from "./version.js";

export interface PlanOptions extends Options {
	readonly ticks?: number;
	readonly replications: number;
}

/** An arm: its name, and what it sets on top of what the user sets. */
export interface ArmSetting {
	readonly name: string;
	readonly set: readonly string[];
}

/** The plan of a command over a scenario. @throws BadInput for a scenario or a setting that cannot be used. */
export function planOf(
	command: Plan["command"],
	source: string,
	options: PlanOptions,
	arms: readonly ArmSetting[],
): Plan {
	const { seed, replications, format, set: sets } = options;
	const loaded = arms.map((arm) => ({
		arm,
		...loadScenario(source, [...sets, ...arm.set]),
	}));
	const { scenario, text } = loaded[0] as LoadedScenario;
	const ticks = options.ticks ?? scenario.ticks;
	if (seed.length > 1000) throw badOption("--seed", "is too long", "at most 1,000 characters");
	return {
		command,
		source,
		sets,
		seed,
		replications,
		ticks,
		warmUp: warmUpOf(scenario, ticks),
		format,
		text,
		variants: loaded.map(({ arm, scenario }): Variant => ({ name: arm.name, scenario })),
	};
}

export const manifestOf = (plan: Plan): Manifest => ({
	fractwin: version,
	...plan,
});

/** The command that gives the same results again. */
export function commandOf({
	command,
	source,
	seed,
	replications,
	ticks,
	sets,
	variants,
	optimize,
}: Plan): string {
	const words = ["fractwin", command, source, "--seed", seed];
	if (optimize) words.push(...optimizeWords(optimize));
	else words.push("--replications", String(replications));
	if (optimize || variants[0]?.scenario.ticks !== ticks) words.push("--ticks", String(ticks));
	for (const set of sets) words.push("--set", set);
	return words.map(shellWord).join(" ");
}

function optimizeWords(optimize: NonNullable<Plan["optimize"]>): string[] {
	const { modules, boundaries, budget, baselines, objectives } = optimize;
	const { maxSize, connected, moduleLimits, classLimitsFile } = optimize;
	return [
		...(modules ? ["--modules"] : []),
		...(boundaries ? ["--boundaries"] : []),
		...["--budget", String(budget)],
		...(baselines ? [] : ["--no-baselines"]),
		...(objectives.length > 0 ? ["--objectives", objectives.join(",")] : []),
		...(maxSize === undefined ? [] : ["--max-size", String(maxSize)]),
		...(connected ? ["--connected"] : []),
		...(moduleLimits === undefined ? [] : ["--module-limits", moduleLimits]),
		...(classLimitsFile === undefined ? [] : ["--class-limits", classLimitsFile]),
	];
}
