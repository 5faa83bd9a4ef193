// A finished run without its series: what tables, intervals and checks are made of.

import type { RunResult } from "../../engine/experiment/run-spec.js";
import type { Outcome } from "../../engine/record/recording.js";
import type { RunKey } from "./tables.js";

export interface FinishedRun extends RunKey {
	readonly hash: string;
	/** What leaked, by name: goods in units, money in cents. */
	readonly audit: Readonly<Record<string, number>>;
	/** Finite numbers only: an outcome that a run does not define is left out. */
	readonly outcomes: readonly Outcome[];
}

export function finishedRun({ variant, replication, seed }: RunKey, result: RunResult): FinishedRun {
	const { hash, audit } = result;
	const outcomes = result.outcomes.filter(({ value }) => Number.isFinite(value));
	return { variant, replication, seed, hash, audit, outcomes };
}

/** Sums of the absolute residuals of conservation: 0 when nothing leaked in any run. */
export function conservation(runs: readonly FinishedRun[]): {
	goods: number;
	money: number;
} {
	const sum = { goods: 0, money: 0 };
	for (const { audit } of runs) {
		sum.goods += Math.abs(audit.goods ?? 0);
		sum.money += Math.abs(audit.money ?? 0);
	}
	return sum;
}
