// Classes of parts beside an organization: what the programme proposes, and what that is worth in runs.

import type { EcosystemParameters } from "../../agents/parameters.js";
import { runSpec } from "../build.js";
import type { ClassLimits } from "../module-classes/limits.js";
import { type ClassProposal, classesOf, withClasses } from "../module-classes/module-classes.js";
import { organizationOf } from "../organization/organization.js";
import type { Scenario } from "../schema.js";
import { type Candidate, Evaluations, type Runner } from "./evaluations.js";
import { differenceBetween, type Estimated } from "./held-out.js";

export const classOutcomes = ["efficacy", "profit"] as const;

export interface ProposedClasses {
	readonly proposal: ClassProposal;
	/** By outcome, the paired difference that these classes make to the scenario as it is; left out where they are its own. */
	readonly measured?: Readonly<Record<(typeof classOutcomes)[number], Estimated>>;
}

export interface ClassSettings {
	readonly seed: string;
	readonly ticks: number;
	readonly classLimits?: ClassLimits | undefined;
}

/**
 * What a scenario's costs call for; where that is not what it has, it is run on the keys beside the scenario as it is, which has been. Each keeps
 * its own organization.
 */
export async function proposedClasses(
	scenario: Scenario,
	{ seed, ticks, classLimits }: ClassSettings,
	before: Candidate,
	keys: readonly string[],
	run: Runner,
): Promise<ProposedClasses & { readonly runs: number }> {
	const proposal = await classesOf(scenario, classLimits);
	if (proposal.status !== "optimal" || proposal.explanations.every((one) => one.class === one.before))
		return { proposal, runs: 0 };
	const base = runSpec(withClasses(scenario, proposal.classes), { seed, ticks });
	const own = organizationOf(base.parameters as EcosystemParameters);
	const evaluations = new Evaluations(base, own, classOutcomes, run);
	await evaluations.measure([evaluations.before], keys);
	const difference = (outcome: string) => differenceBetween(evaluations.before, before, keys, outcome);
	return {
		proposal,
		measured: { efficacy: difference("efficacy"), profit: difference("profit") },
		runs: evaluations.count,
	};
}
