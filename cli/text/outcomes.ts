// Outcomes over replications: means with intervals, and what one arm changes against another.

import { confidenceInterval, pairedDifference } from "../../engine/analysis/intervals.js";
import { mean } from "../../engine/analysis/summary.js";
import type { OutcomeDifference, OutcomeSummary } from "../../viz/charts/picture.js";
import type { FinishedRun } from "../run-folder/finished-run.js";

const LEVEL = 0.95;

/** Which way each outcome is better; the others differ without being better or worse. */
const sense: Readonly<Record<string, "higher" | "lower">> = {
	efficacy: "higher",
	fillRate: "higher",
	profit: "higher",
	orderToDelivery: "lower",
	bullwhip: "lower",
};

/** The outcomes of the runs of one arm, in the order in which the model names them. */
export function summarize(runs: readonly FinishedRun[]): OutcomeSummary[] {
	const values = new Map<string, { unit: string; about: string; values: number[] }>();
	for (const { outcomes } of runs)
		for (const { name, unit, about, value } of outcomes) {
			const known = values.get(name) ?? { unit, about, values: [] };
			known.values.push(value);
			values.set(name, known);
		}
	return [...values].map(([name, { unit, about, values }]) => {
		const { low, high } = confidenceInterval(values, LEVEL);
		return {
			name,
			unit,
			about,
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
	return summarize(a.runs).flatMap(({ name, unit, about }) => {
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
		const verdict = verdictOf(name, difference.low, difference.high);
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
function verdictOf(name: string, low: number | null, high: number | null): OutcomeDifference["verdict"] {
	if (low === null || high === null || (low <= 0 && high >= 0)) return "none";
	const side = low > 0 ? "higher" : "lower";
	const better = sense[name.replace(/\d+$/, "")];
	if (!better) return side;
	return side === better ? "better" : "worse";
}
