// What an organization is worth on keys that were never used to find it.

import { confidenceInterval, pairedDifference } from "../../engine/analysis/intervals.js";
import { mean } from "../../engine/analysis/summary.js";
import { type Candidate, type Evaluations, outcomeAt } from "./evaluations.js";

export interface Estimated {
	readonly mean: number;
	readonly low: number | null;
	readonly high: number | null;
	/** Runs that it rests on. */
	readonly n: number;
}

const LEVEL = 0.95;

const sound = ({ measures }: Candidate, key: string) => "outcomes" in (measures.get(key) ?? {});

/** Mean of an outcome over the keys, and its interval of 95 %; runs that failed are among the failures, and left out. */
export function levelOf(candidate: Candidate, keys: readonly string[], outcome?: string): Estimated {
	const values = keys.filter((key) => sound(candidate, key)).map((key) => outcomeAt(candidate, key, outcome));
	return { mean: mean(values), ...confidenceInterval(values, LEVEL), n: values.length };
}

/** Mean and interval of the paired difference to the scenario's own organization. */
export const differenceTo = (
	{ before }: Evaluations,
	candidate: Candidate,
	keys: readonly string[],
	outcome?: string,
): Estimated => differenceBetween(candidate, before, keys, outcome);

/** Of the first less the second, on the keys with which both could be run. */
export function differenceBetween(
	first: Candidate,
	second: Candidate,
	keys: readonly string[],
	outcome?: string,
): Estimated {
	const both = keys.filter((key) => sound(first, key) && sound(second, key));
	const of = (one: Candidate) => both.map((key) => outcomeAt(one, key, outcome));
	const { mean, low, high } = pairedDifference(of(first), of(second), LEVEL);
	return { mean, low, high, n: both.length };
}
