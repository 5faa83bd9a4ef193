// optimize: the organization of a scenario that is best by runs, and how much better it is on keys that were never used to find it.

import type { EcosystemParameters } from "../../agents/parameters.js";
import type { RunSpec } from "../../engine/experiment/run-spec.js";
import { rint } from "../../engine/math/rint.js";
import { runSpec } from "../build.js";
import type { ClassLimits } from "../module-classes/limits.js";
import { flowGraph } from "../organization/flows.js";
import { observed, observedFlows } from "../organization/observed.js";
import type { Scenario } from "../schema.js";
import { classOutcomes, type ProposedClasses, proposedClasses } from "./classes.js";
import { type Candidate, Evaluations, type Failure, type Runner } from "./evaluations.js";
import { differenceTo, type Estimated, levelOf } from "./held-out.js";
import { limitsOf } from "./limits.js";
import { constraintsOf, type ModuleLimits } from "./module-limits.js";
import { byModularity, genetically, guided, type Proposals, randomly, type Searching } from "./proposals.js";
import { RACE_KEYS } from "./race.js";
import { type Found, keysOf, LEAST_SHARE, raceKeys, research, type Told, tidied } from "./research.js";
import type { Searched } from "./space.js";
import { LEAST_RUNS, type TradeOff, tradeOffs } from "./trade-offs.js";

export interface OptimizeSettings extends Searched {
	readonly seed: string;
	readonly ticks: number;
	/** Runs in all: of the search, of each baseline as many, of what is held out. Runs of classes that change come on top. */
	readonly budget: number;
	readonly baselines: boolean;
	/** Outcomes to trade off against each other; none: efficacy alone. */
	readonly objectives: readonly string[];
	/** What modules have to keep to, where they are searched for. */
	readonly limits?: ModuleLimits | undefined;
	/** What classes of parts have to keep to. */
	readonly classLimits?: ClassLimits | undefined;
}

export const baselineNames = ["leiden", "random", "genetic"] as const;
export type BaselineName = (typeof baselineNames)[number];

export interface Measured {
	readonly candidate: Candidate;
	readonly efficacy: Estimated;
	/** To the scenario's own organization, paired. */
	readonly difference: Estimated;
}

export interface Optimized {
	readonly before: Candidate;
	readonly after: Found & Measured;
	readonly baselines: Readonly<Partial<Record<BaselineName, Found & Measured>>>;
	readonly heldOut: { readonly before: Estimated; readonly keys: readonly string[] };
	readonly front: readonly TradeOff[];
	/** Where modules are searched for. */
	readonly classes?: ProposedClasses;
	readonly evaluations: number;
	readonly candidates: number;
	readonly failures: readonly Failure[];
}

/** Flows are averaged over so many ticks (MODEL §6.1). */
const OBSERVED = 26;
/** Weeks beyond warm-up that a run of a search goes on, unless told. */
const WEEKS = 104;

/** The horizon of the runs, unless told: two years beyond warm-up, as far as the scenario goes. */
export const defaultTicks = ({ ticks, warmUp, tick }: Scenario) =>
	Math.min(ticks, warmUp + rint((WEEKS * 7) / tick.days));

/** Keys on which results are measured, at least and at most. */
const LEAST_KEYS = 10;
const MOST_KEYS = 40;

/** Without modules to search for there is nothing that Leiden could propose. */
const baselinesOf = ({ baselines, modules }: OptimizeSettings): readonly BaselineName[] =>
	baselineNames.filter((name) => baselines && (modules || name !== "leiden"));

/** Organizations that are measured in the end: the scenario's own, and what each search has found. */
const measuredBy = (settings: OptimizeSettings) => 2 + baselinesOf(settings).length;

/** The least budget that lets every search run a generation and choose. */
export function leastBudget(settings: OptimizeSettings): number {
	const measured = measuredBy(settings);
	const forFront = settings.objectives.length > 0 ? LEAST_RUNS : 0;
	return 1 + RACE_KEYS + measured * LEAST_KEYS + (measured - 1) * LEAST_SHARE + forFront;
}

/** Of what a budget has beyond the least, a tenth goes into keys. */
function heldOutKeys(settings: OptimizeSettings): number {
	const more = (settings.budget - leastBudget(settings)) / (10 * measuredBy(settings));
	return Math.min(MOST_KEYS, LEAST_KEYS + Math.floor(more));
}

/**
 * A run of the scenario gives the flows, from which J proposes modules; runs under common random numbers decide: races of generations,
 * then the procedure of Kim & Nelson on fresh keys, the scenario's own organization among the finalists where it keeps to the limits. The same is done with what
 * Leiden, chance and genetic-js propose, each with as many runs. All results are measured on keys that nothing before has used. The result
 * depends on scenario and settings alone, not on how many runs go on at once. `tell` hears of each better organization.
 * @throws RangeError for a budget below `leastBudget`; InfeasibleConstraints for limits that no modules keep to;
 * Error where the scenario as it is cannot be run
 */
export async function optimizeScenario(
	scenario: Scenario,
	settings: OptimizeSettings,
	run: Runner,
	tell: Told = () => {},
): Promise<Optimized> {
	const { seed, ticks, budget, objectives } = settings;
	if (budget < leastBudget(settings))
		throw new RangeError(`optimize: a budget of at least ${leastBudget(settings)} runs, not ${budget}`);
	const base = runSpec(scenario, { seed, ticks });
	const parameters = base.parameters as EcosystemParameters;
	const keyOf = keysOf(seed);
	const kept = [...new Set([...classOutcomes, ...objectives])];
	const evaluations = new Evaluations(scenario, ticks, kept, run);
	const own = evaluations.before.organization;
	const asked = settings.modules ? (settings.limits ?? {}) : {};
	const limits = limitsOf(parameters, constraintsOf(scenario, asked), own.moduleOf);
	const start = evaluations.candidate({ ...own, moduleOf: limits.start });
	const searching: Searching = {
		parameters,
		graph: await graphObserved(base, keyOf("search", 0), run),
		searched: settings,
		limits,
		seed,
		start: start.organization,
	};
	const spent = () => 1 + evaluations.count;
	const names = baselinesOf(settings);
	const held = Array.from({ length: heldOutKeys(settings) }, (_, r) => keyOf("held-out", r));
	const end = budget - held.length * measuredBy(settings);
	await evaluations.measure([evaluations.before], raceKeys(keyOf));
	/** Searches that are still to come when Leiden is done. */
	const others = names.filter((name) => name !== "leiden").length + 1 + (objectives.length > 0 ? 1 : 0);
	const equalShare = (searches: number) => Math.floor((end - spent()) / searches);
	const search = (proposals: Proposals, share: number, tellBetter: Told = () => {}) =>
		research(evaluations, proposals, start, keyOf, share, tellBetter);

	const found: Partial<Record<BaselineName, Found>> = {};
	// Leiden first: it proposes few, and what it leaves goes to the others in equal parts.
	if (names.includes("leiden")) found.leiden = await search(byModularity(searching), equalShare(others + 1));
	const share = equalShare(others);
	const best = await search(guided(searching), share, tell);
	const after = { ...best, candidate: await tidied(evaluations, best.candidate, keyOf) };
	if (settings.baselines) {
		found.random = await search(randomly(searching), share);
		found.genetic = await search(genetically(searching), share);
	}
	const front =
		objectives.length > 0
			? await tradeOffs(evaluations, searching, objectives, keyOf, evaluations.count + share, [
					evaluations.before,
					after.candidate,
				])
			: [];

	const results = [after, ...Object.values(found)];
	await evaluations.measure([evaluations.before, ...results.map(({ candidate }) => candidate)], held);
	const classes = settings.modules
		? await proposedClasses(evaluations.scenarioOf(after.candidate), settings, after.candidate, held, run)
		: undefined;
	const measured = (one: Found) => ({
		...one,
		efficacy: levelOf(one.candidate, held),
		difference: differenceTo(evaluations, one.candidate, held),
	});
	return {
		before: evaluations.before,
		after: measured(after),
		baselines: Object.fromEntries(Object.entries(found).map(([name, one]) => [name, measured(one)])),
		heldOut: { before: levelOf(evaluations.before, held), keys: held },
		front,
		...(classes && { classes }),
		evaluations: spent() + (classes?.runs ?? 0),
		candidates: evaluations.candidates.length,
		failures: evaluations.failures,
	};
}

async function graphObserved(base: RunSpec, key: string, run: Runner) {
	const parameters = base.parameters as EcosystemParameters;
	const { recording } = await run({ ...base, model: observed.name, seed: key });
	return flowGraph(parameters, observedFlows(parameters, recording, OBSERVED));
}
