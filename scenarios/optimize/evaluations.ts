// Runs of organizations on keys: each at most once, counted, kept in the order asked, never in that of arrival.

import type { RunResult, RunSpec } from "../../engine/experiment/run-spec.js";
import { ecosystemParameters, runSpec } from "../build.js";
import { type Organization, organizationOf, withOrganization } from "../organization/organization.js";
import type { Scenario } from "../schema.js";
import { renumbered } from "./limits.js";

/** What is kept of a run: its outcomes by name, or why it gave none. */
export type Measure = { readonly outcomes: Readonly<Record<string, number>> } | { readonly failure: string };

/** Carries out a run; what it rejects with is recorded as the failure of a candidate. */
export type Runner = (spec: RunSpec) => Promise<Pick<RunResult, "outcomes" | "audit" | "recording">>;

/** An organization that was proposed, numbered in the order of proposals. */
export interface Candidate {
	readonly number: number;
	readonly organization: Organization;
	readonly measures: Map<string, Measure>;
}

export interface Failure {
	readonly candidate: number;
	readonly key: string;
	readonly reason: string;
}

/** What efficacy no run can be below; what a failed run counts as. */
const WORST = 0;

export class Evaluations {
	readonly candidates: Candidate[] = [];
	/** Runs asked for so far. */
	count = 0;
	/** The organization of the scenario. */
	readonly before: Candidate;
	readonly #scenario: Scenario;
	readonly #ticks: number;
	readonly #run: Runner;
	readonly #kept: readonly string[];
	readonly #known = new Map<string, Candidate>();

	/** `kept`: the outcomes that are wanted of each run, efficacy among them. */
	constructor(scenario: Scenario, ticks: number, kept: readonly string[], run: Runner) {
		this.#scenario = scenario;
		this.#ticks = ticks;
		this.#kept = kept;
		this.#run = run;
		this.before = this.candidate(organizationOf(ecosystemParameters(scenario, ticks)));
	}

	/** The same one for the same organization, whatever its modules are numbered by. */
	candidate(proposed: Organization): Candidate {
		const organization = { ...proposed, moduleOf: renumbered(proposed.moduleOf) };
		const name = JSON.stringify([organization.moduleOf, Object.entries(organization.boundaries).sort()]);
		const known = this.#known.get(name);
		if (known) return known;
		const candidate = { number: this.candidates.length, organization, measures: new Map() };
		this.candidates.push(candidate);
		this.#known.set(name, candidate);
		return candidate;
	}

	/** The scenario that starts with its organization. */
	scenarioOf(candidate: Candidate): Scenario {
		if (candidate === this.before) return this.#scenario;
		return withOrganization(this.#scenario, candidate.organization);
	}

	/** Runs whatever of these has not been run, all at once. @throws Error where the scenario as it is cannot be run */
	async measure(candidates: readonly Candidate[], keys: readonly string[]): Promise<void> {
		const missing = [...new Set(candidates)].flatMap((candidate) => {
			const unknown = keys.filter((key) => !candidate.measures.has(key));
			if (unknown.length === 0) return [];
			const spec = runSpec(this.scenarioOf(candidate), { seed: "", ticks: this.#ticks });
			return unknown.map((key) => ({ candidate, key, spec: { ...spec, seed: key } }));
		});
		this.count += missing.length;
		const found = await Promise.all(
			missing.map(({ spec }) => this.#run(spec).then((result) => measureOf(result, this.#kept), failureOf)),
		);
		for (const [k, { candidate, key }] of missing.entries()) {
			const measure = found[k] as Measure;
			candidate.measures.set(key, measure);
			if ("failure" in measure && candidate === this.before)
				throw new Error(`the scenario as it is cannot be run with seed "${key}": ${measure.failure}`);
		}
	}

	/** Every run that failed, by candidate and key. */
	get failures(): Failure[] {
		return this.candidates.flatMap(({ number, measures }) =>
			[...measures]
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.flatMap(([key, measure]) =>
					"failure" in measure ? [{ candidate: number, key, reason: measure.failure }] : [],
				),
		);
	}
}

/** The value of an outcome in a run that has been carried out; `failed` where it was not defined, or the run failed. */
export function outcomeAt(
	{ measures }: Candidate,
	key: string,
	outcome = "efficacy",
	failed: number = WORST,
): number {
	const measure = measures.get(key);
	return (measure && "outcomes" in measure ? measure.outcomes[outcome] : undefined) ?? failed;
}

/** A run in which anything leaked, or in which something wanted is not defined, says nothing. */
function measureOf({ outcomes, audit }: Awaited<ReturnType<Runner>>, kept: readonly string[]): Measure {
	const leaks = Object.entries(audit).filter(([, residual]) => residual !== 0);
	if (leaks.length > 0) return { failure: leaks.map(([name, by]) => `${name} leaked: ${by}`).join(", ") };
	const values = new Map(outcomes.map(({ name, value }) => [name, value]));
	const missing = kept.filter((name) => !Number.isFinite(values.get(name)));
	if (missing.length > 0) return { failure: `not defined: ${missing.join(", ")}` };
	return { outcomes: Object.fromEntries(kept.map((name) => [name, values.get(name) as number])) };
}

const failureOf = (error: unknown): Measure => ({
	failure: error instanceof Error ? error.message : String(error),
});
