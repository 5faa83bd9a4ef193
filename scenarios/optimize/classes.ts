// Classes of parts beside an organization: what the programme proposes, and what that is worth in runs.

import type { ClassLimits } from "../module-classes/limits.js";
import { type ClassProposal, classesOf, withClasses } from "../module-classes/module-classes.js";
import type { Scenario } from "../schema.js";
import { type Candidate, Evaluations, type Runner } from "./evaluations.js";
import { differenceBetween, type Estimated } from "./held-out.js";

export const classOutcomes = ["efficacy", "profit"] as const;

export interface ProposedClasses {
	readonly proposal: ClassProposal;
	/** By outcome, the paired difference that these classes make to the organization found; left out where they are the scenario's own. */
	readonly measured?: Readonly<Record<(typeof classOutcomes)[number], Estimated>>;
	/** One of these is shown to rise, and none to fall. */
	readonly adopted: boolean;
}

export interface ClassSettings {
	readonly ticks: number;
	readonly classLimits?: ClassLimits | undefined;
}

/** What a scenario's costs call for; where that is not what it has, it is run beside the organization found, which has been, on these keys. */
export async function proposedClasses(
	scenario: Scenario,
	{ ticks, classLimits }: ClassSettings,
	found: Candidate,
	keys: readonly string[],
	run: Runner,
): Promise<ProposedClasses & { readonly runs: number }> {
	const proposal = await classesOf(scenario, classLimits);
	if (proposal.status !== "optimal" || proposal.explanations.every((one) => one.class === one.before))
		return { proposal, adopted: false, runs: 0 };
	const evaluations = new Evaluations(withClasses(scenario, proposal.classes), ticks, classOutcomes, run);
	await evaluations.measure([evaluations.before], keys);
	const difference = (outcome: string) => differenceBetween(evaluations.before, found, keys, outcome);
	const measured = { efficacy: difference("efficacy"), profit: difference("profit") };
	const all = Object.values(measured);
	const adopted = all.some(({ low }) => (low ?? 0) > 0) && all.every(({ high }) => (high ?? 0) >= 0);
	return { proposal, measured, adopted, runs: evaluations.count };
}
