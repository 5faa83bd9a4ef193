// A result that is known exactly, to be found again by runs of the model (MODEL §8, `fractwin verify`).

import { ecosystem } from "../../agents/ecosystem.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import type { RunResult, RunSpec } from "../../engine/experiment/run-spec.js";
import { execute } from "../../engine/experiment/session.js";
import { seriesOf, valuesOf } from "../../engine/record/recording.js";
import { runSpec } from "../build.js";
import { builtIn } from "../built-in.js";
import { parseScenario } from "../parse.js";

/** One run that a case needs. */
export interface CaseRun {
	/** A built-in name, or a scenario as text. */
	readonly scenario: string;
	readonly sets?: readonly string[];
	readonly seed?: string;
	readonly replication?: number;
}

export interface LimitingCase {
	readonly name: string;
	readonly expected: number;
	/** Largest |found − expected| that passes: Monte-Carlo error of the ticks run, 0 where the result is exact. */
	readonly tolerance: number;
	readonly source: string;
	readonly runs: readonly CaseRun[];
	/** The number to compare, from the results of the runs in their order: never a constant. */
	find(results: readonly RunResult[]): number;
}

/** The bulldozer without what its makers do beside making: what one mechanism does is seen best alone. */
export const plain: readonly string[] = [
	"innovation.on=false",
	"modules={size: 1}",
	"planning.kind=none",
	"boundaries.on=false",
	"dynamics.insolvency=runOn",
	"applications={}",
	"twin.senses={}",
	"customers.peers=0",
	"market={}",
	"stages.Final_Assembly.options={}",
	...["design", "data", "recycling"].map((kind) => `services.${kind}.firms=0`),
];

/** An outcome of the first run. */
export const outcome = (name: string) => (results: readonly RunResult[]) => outcomeOf(results[0], name);

export function outcomeOf(result: RunResult | undefined, name: string): number {
	return result?.outcomes.find((found) => found.name === name)?.value ?? Number.NaN;
}

/** One line of a recorded series, from `start` on. */
export function lineOf(result: RunResult, name: string, label = "", start = 0): Float64Array {
	const series = seriesOf(result.recording, name);
	return valuesOf(series, series.labels.indexOf(label), start);
}

/** @throws BadInput for a scenario or a setting that is wrong. */
export function specOf({ scenario: source, sets = [], seed = "verify", replication = 0 }: CaseRun): RunSpec {
	const scenario = parseScenario(builtIn[source] ?? source, "a limiting case", sets);
	return runSpec(scenario, { seed, replication, ticks: scenario.ticks });
}

/** A run on this thread, of the model with something about it changed. */
export const runChanged = (run: CaseRun, change: Partial<typeof ecosystem>): RunResult =>
	execute({ ecosystem: { ...ecosystem, ...change } }, specOf(run));

/** The world of a run before its first tick. */
export function worldOf(run: CaseRun) {
	const { parameters, seed } = specOf(run);
	return ecosystem.build(parameters as EcosystemParameters, seed);
}
