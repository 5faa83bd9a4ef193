// A finished run without its series: what tables, intervals and checks are made of.

import { type Cycle, cyclesOf } from "../../agents/metrics/cycles.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import type { Outcome } from "../../engine/record/recording.js";
import type { Row } from "./history.js";
import { auditNames, type Column, type RunKey } from "./tables.js";

export interface FinishedRun extends RunKey {
	readonly hash: string;
	/** What leaked, by name: goods in units, money in cents. */
	readonly audit: Readonly<Record<string, number>>;
	/** Finite numbers only: an outcome that a run does not define is left out. */
	readonly outcomes: readonly Outcome[];
	/** Of its closed loop, where it had one and was carried out just now. */
	readonly cycles?: readonly Cycle[];
}

export function finishedRun({ variant, replication, seed }: RunKey, result: RunResult): FinishedRun {
	const { hash, audit } = result;
	const outcomes = result.outcomes.filter(({ value }) => Number.isFinite(value));
	const cycles = cyclesOf(result.recording);
	return { variant, replication, seed, hash, audit, outcomes, ...(cycles.length > 0 && { cycles }) };
}

/** From its row of the table `runs`, whose numbers the columns explain. */
export function finishedRunOf(row: Row, columns: readonly Column[]): FinishedRun {
	const numbers = columns
		.filter(({ name, type }) => type === "DOUBLE" && name in row)
		.map(({ name, unit, about, range, better }) => ({
			name,
			unit,
			about,
			...(range && { range }),
			...(better && { better }),
			value: numberOf(row[name]),
		}));
	const isAudit = ({ name }: Outcome) => auditNames.includes(name);
	return {
		variant: String(row.variant),
		replication: Number(row.replication),
		seed: String(row.seed ?? ""),
		hash: String(row.hash),
		audit: Object.fromEntries(numbers.filter(isAudit).map(({ name, value }) => [name, value])),
		outcomes: numbers.filter((one) => !isAudit(one) && Number.isFinite(one.value)),
	};
}

/** A column of this variant's runs that another variant lacks is absent there: not a number. */
export function numberOf(value: unknown): number {
	return value === null || value === undefined || value === "" ? Number.NaN : Number(value);
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
