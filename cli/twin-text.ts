// What a twin is worth, in a table and in words that need no statistics.

import type { OutcomeDifference, OutcomeSummary } from "../viz/charts/picture.js";
import type { Comparison } from "./comparison.js";
import type { Plan } from "./run-folder.js";
import { unitOf } from "./run-text.js";
import { textTable } from "./text-table.js";
import { estimate, outcomeInWords, percentage } from "./wording.js";

const headlineNames = ["efficacy", "bullwhip", "fillRate", "profit", "orderToDelivery"];

/** The few outcomes that a strategist asks for first; of the bullwhip ratios that of the last tier. */
export function headlines(found: readonly OutcomeSummary[]): OutcomeSummary[] {
	return headlineNames.flatMap(
		(wanted) => found.filter(({ name }) => name.replace(/\d+$/, "") === wanted).at(-1) ?? [],
	);
}

export const verdictInWords: Readonly<Record<OutcomeDifference["verdict"], string>> = {
	better: "better",
	worse: "worse",
	higher: "higher",
	lower: "lower",
	none: "no difference shown",
};

/** Each headline with a row per arm: outcome, unit, arm, mean, paired difference to the first arm, interval, verdict. */
export function comparisonRows({ arms, differences }: Comparison, plan: Plan): string[][] {
	const reference = arms[0];
	return headlines(reference?.outcomes ?? []).flatMap((outcome) =>
		arms.map((arm, a) => {
			const mine = arm.outcomes.find(({ name }) => name === outcome.name);
			const change = differences.find(
				({ name, a, b }) => name === outcome.name && a === arm.name && b === reference?.name,
			);
			const { mean, interval } = change ? estimate(change, true) : { mean: "", interval: "" };
			return [
				a === 0 ? outcomeInWords(outcome.name) : "",
				a === 0 ? unitOf(outcome, plan) : "",
				arm.title,
				mine ? estimate(mine).mean : "–",
				mean,
				interval,
				change ? verdictInWords[change.verdict] : "",
			];
		}),
	);
}

export const comparisonHead = ({ arms }: Comparison) => [
	"outcome",
	"unit",
	"arm",
	"mean",
	`against ${arms[0]?.title}`,
	"95 % interval",
	"verdict",
];

const rightAligned = [3, 4, 5];

/** The comparison for the terminal. */
export function comparisonTable(compared: Comparison, plan: Plan): string {
	const columns = comparisonHead(compared).map((title, c) => ({ title, right: rightAligned.includes(c) }));
	return textTable(columns, comparisonRows(compared, plan));
}

/** One sentence per arm: what is better, what is worse, what is not shown. */
export function findings({ arms, differences }: Comparison): string[] {
	const reference = arms[0];
	if (!reference) return [];
	return arms.slice(1).map((arm) => {
		const changes = headlines(reference.outcomes).flatMap(
			({ name }) =>
				differences.find((one) => one.name === name && one.a === arm.name && one.b === reference.name) ?? [],
		);
		const said = (["better", "worse", "none"] as const).flatMap((verdict) => {
			const names = changes.filter((one) => one.verdict === verdict).map(inWords);
			if (names.length === 0) return [];
			return [verdict === "none" ? `no difference shown in ${listed(names)}` : `${verdict} ${listed(names)}`];
		});
		return `With the ${arm.title}, against ${reference.title}: ${said.join("; ")}.`;
	});
}

function inWords({ name, mean, base, verdict }: OutcomeDifference): string {
	const plain = outcomeInWords(name);
	if (verdict === "none" || Math.abs(base) < 1e-9) return plain;
	return `${plain} (${percentage(mean / Math.abs(base))})`;
}

function listed(words: readonly string[]): string {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
