// What a twin is worth, in a table and in words that need no statistics.

import type { OutcomeDifference, OutcomeSummary } from "../viz/charts/picture.js";
import { unitInWords } from "../viz/charts/time-axis.js";
import type { Comparison } from "./comparison.js";
import type { Plan } from "./run-folder.js";
import { tickDaysOf } from "./run-text.js";
import { textTable } from "./text-table.js";
import { interval, number, outcomeInWords, signed } from "./wording.js";

export const armTitles: Readonly<Record<string, string>> = {
	base: "base",
	none: "no twin",
	standard: "standard twin",
	perfect: "perfect twin",
};

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

/** Each outcome with a line per arm: mean, paired difference to the first arm, verdict. */
export function comparisonTable({ arms, differences }: Comparison, plan: Plan): string {
	const reference = arms[0];
	if (!reference) return "";
	const rows = headlines(reference.outcomes).flatMap(({ name, unit }) =>
		arms.map((arm, a) => {
			const mine = arm.outcomes.find((one) => one.name === name);
			const change = differences.find(
				(one) => one.name === name && one.a === arm.name && one.b === reference.name,
			);
			return [
				a === 0 ? outcomeInWords(name) : a === 1 ? `  ${unitInWords(unit, tickDaysOf(plan))}` : "",
				arm.title,
				mine ? number(mine.mean) : "–",
				change ? signed(change.mean) : "",
				change ? interval(change.low, change.high, signed) : "",
				change ? verdictInWords[change.verdict] : "",
			];
		}),
	);
	return textTable(
		[
			{ title: "outcome" },
			{ title: "arm" },
			{ title: "mean", right: true },
			{ title: `against ${reference.title}`, right: true },
			{ title: "95 % interval", right: true },
			{ title: "" },
		],
		rows,
	);
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
	return `${plain} (${signed(Number(((100 * mean) / Math.abs(base)).toPrecision(2)))} %)`;
}

function listed(words: readonly string[]): string {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
