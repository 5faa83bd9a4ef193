// Finished runs sorted by arm: outcomes of each, differences between them.

import { twinPresets } from "../../scenarios/schema/twin.js";
import type { Scenario } from "../../scenarios/schema.js";
import type { OutcomeDifference, OutcomeSummary } from "../../viz/charts/picture.js";
import type { FinishedRun } from "../run-folder/finished-run.js";
import type { Plan } from "../run-folder/manifest.js";
import { differencesBetween, summarize } from "./outcomes.js";

export interface ComparedArm {
	readonly name: string;
	readonly title: string;
	readonly runs: readonly FinishedRun[];
	readonly outcomes: readonly OutcomeSummary[];
}

export interface Comparison {
	/** In the order of the plan; the first is the reference. */
	readonly arms: readonly ComparedArm[];
	/** Every later arm against every earlier one. */
	readonly differences: readonly OutcomeDifference[];
}

export function compare({ variants }: Plan, runs: readonly FinishedRun[]): Comparison {
	const arms = variants.map(({ name, scenario }): ComparedArm => {
		const mine = runs.filter(({ variant }) => variant === name);
		return {
			name,
			title: titleOf(name, scenario),
			runs: mine,
			outcomes: summarize(mine),
		};
	});
	const differences = arms.flatMap((a, i) => arms.slice(0, i).flatMap((b) => differencesBetween(a, b)));
	return { arms, differences };
}

const titles: Readonly<Record<string, string>> = {
	none: "no twin",
	standard: "standard twin",
	perfect: "perfect twin",
};

/** A scenario that gives its twin's fidelity itself has a twin of its own. */
function titleOf(name: string, { twin }: Scenario): string {
	const given = Object.keys(twinPresets.standard).some((key) => twin[key as keyof typeof twin] !== undefined);
	return name === "standard" && given ? "scenario's own twin" : (titles[name] ?? name);
}
