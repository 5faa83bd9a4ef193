// A result that is known exactly, to be found again by runs of the model (MODEL §8, `fractwin verify`).

import type { RunResult } from "../../engine/experiment/run-spec.js";
import { seriesOf, valuesOf } from "../../engine/record/recording.js";

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
