// Outcomes over replications: means with intervals, and what one arm changes against another.

import { confidenceInterval, pairedDifference } from "../../engine/analysis/intervals.js";
import { mean } from "../../engine/analysis/summary.js";
import type { Outcome } from "../../engine/record/recording.js";
import type { OutcomeDifference, OutcomeSummary } from "../../viz/charts/picture.js";
import type { FinishedRun } from "../run-folder/finished-run.js";

const LEVEL = 0.95;

/** The outcomes of the runs of one arm, in the order in which the model names them. */
export function summarize(runs: readonly FinishedRun[]): OutcomeSummary[] {
	const found = new Map<string, { told: Omit<Outcome, "value">; values: number[] }>();
	for (const { outcomes } of runs)
		for (const { value, ...told } of outcomes) {
			const known = found.get(told.name) ?? { told, values: [] };
			known.values.push(value);
			found.set(told.name, known);
		}
	return [...found.values()].map(({ told, values }) => {
		const { low, high } = confidenceInterval(values, LEVEL);
		return {
			...told,
			mean: mean(values),
			low,
			high,
			n: values.length,
		};
	});
}

/** Every outcome that runs of both arms define, replication by replication. */
export function differencesBetween(
	a: { name: string; runs: readonly FinishedRun[] },
	b: { name: string; runs: readonly FinishedRun[] },
): OutcomeDifference[] {
	return summarize(a.runs).flatMap(({ name, unit, about, better }) => {
		const pairs = a.runs.flatMap((run) => {
			const partner = b.runs.find(({ replication }) => replication === run.replication);
			const mine = valueIn(run, name);
			const other = partner && valueIn(partner, name);
			return mine === undefined || other === undefined ? [] : [[mine, other] as const];
		});
		if (pairs.length === 0) return [];
		const others = pairs.map(([, other]) => other);
		const difference = pairedDifference(
			pairs.map(([mine]) => mine),
			others,
			LEVEL,
		);
		const verdict = verdictOf(better, difference.low, difference.high);
		return [
			{
				name,
				unit,
				about,
				a: a.name,
				b: b.name,
				base: mean(others),
				n: pairs.length,
				verdict,
				...difference,
			},
		];
	});
}

function valueIn({ outcomes }: FinishedRun, wanted: string): number | undefined {
	return outcomes.find(({ name }) => name === wanted)?.value;
}

/** An interval that holds 0 shows nothing; nor does a single pair. */
function verdictOf(
	better: Outcome["better"],
	low: number | null,
	high: number | null,
): OutcomeDifference["verdict"] {
	if (low === null || high === null || (low <= 0 && high >= 0)) return "none";
	const side = low > 0 ? "higher" : "lower";
	if (!better) return side;
	return side === better ? "better" : "worse";
}
