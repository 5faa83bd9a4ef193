// Finished runs sorted by arm: outcomes of each, differences between them.

import type { OutcomeDifference, OutcomeSummary } from "../viz/charts/picture.js";
import type { FinishedRun } from "./finished-run.js";
import { differencesBetween, summarize } from "./outcomes.js";
import type { Plan } from "./run-folder.js";
import { armTitles } from "./twin-text.js";

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
	const arms = variants.map(({ name }): ComparedArm => {
		const mine = runs.filter(({ variant }) => variant === name);
		return {
			name,
			title: armTitles[name] ?? name,
			runs: mine,
			outcomes: summarize(mine),
		};
	});
	const differences = arms.flatMap((a, i) => arms.slice(0, i).flatMap((b) => differencesBetween(a, b)));
	return { arms, differences };
}
