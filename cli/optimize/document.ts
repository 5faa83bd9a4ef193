// The result of an optimization as JSON: the document that the command prints, and that its folder holds.

import type { ClassTable } from "../../scenarios/module-classes/module-classes.js";
import type { ProposedClasses } from "../../scenarios/optimize/classes.js";
import type { Candidate } from "../../scenarios/optimize/evaluations.js";
import type { Estimated } from "../../scenarios/optimize/held-out.js";
import type { Measured, Optimized } from "../../scenarios/optimize/optimize.js";
import type { Found } from "../../scenarios/optimize/research.js";
import { organizationInWords } from "../../scenarios/organization/organization.js";
import type { Scenario } from "../../scenarios/schema.js";
import type { OptimizePlan } from "./plan.js";

export type OptimizeDocument = ReturnType<typeof documentOf>;

/** The classes to use by component and family, what they cost and save as reckoned and as measured, and each choice explained. */
function classesInWords({ proposal, measured, adopted }: ProposedClasses) {
	const { classes, ...choice } = { classes: {} as ClassTable, ...proposal };
	return { classes, classChoice: { ...choice, ...(measured && { measured }), adopted } };
}

/** All of it but what depends on the machine. */
export function documentOf(plan: OptimizePlan, optimized: Optimized) {
	const scenario = plan.variants[0]?.scenario as Scenario;
	const { before, after, baselines, heldOut, front, classes, evaluations, candidates, failures } = optimized;
	const inWords = (candidate: Candidate) => organizationInWords(scenario, candidate.organization);
	const found = ({ candidate, efficacy, difference, gain, runs, selection }: Found & Measured) => {
		const { finalists, delta, confidence, samples } = selection;
		return {
			...{ efficacy, difference, gain, runs, selection: { finalists, delta, confidence, samples } },
			...inWords(candidate),
		};
	};
	const estimated = ({ mean, low, high, n }: Estimated) => ({ mean, low, high, n });
	return {
		scenario: scenario.name,
		seed: plan.seed,
		ticks: plan.ticks,
		warmUp: plan.warmUp,
		searched: { modules: plan.optimize.modules, boundaries: plan.optimize.boundaries },
		before: { efficacy: estimated(heldOut.before), ...inWords(before) },
		after: found(after),
		baselines: Object.fromEntries(Object.entries(baselines).map(([name, one]) => [name, found(one)])),
		...inWords(after.candidate),
		...(classes ? classesInWords(classes) : {}),
		evaluations,
		candidates,
		failures,
		heldOut: {
			before: estimated(heldOut.before),
			after: estimated(after.efficacy),
			difference: estimated(after.difference),
			keys: heldOut.keys,
		},
		...(front.length > 0 && {
			front: front.map(({ candidate, objectives }) => ({
				is: candidate === before ? "before" : candidate === after.candidate ? "after" : "found",
				objectives: Object.fromEntries(
					plan.optimize.objectives.map((name, m) => [name, estimated(objectives[m] as Estimated)]),
				),
				...inWords(candidate),
			})),
		}),
	};
}
