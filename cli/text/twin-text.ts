// What a twin is worth, in a table and in words that need no statistics.

import type { OutcomeDifference, OutcomeSummary } from "../../viz/charts/picture.js";
import type { Plan } from "../run-folder/manifest.js";
import type { ComparedArm, Comparison } from "./comparison.js";
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

/** What is compared: each arm with the first, then with the one before it. */
function pairs({ arms }: Comparison): { arm: ComparedArm; base: ComparedArm }[] {
	return arms.slice(1).flatMap((arm, i) => {
		const bases = [...new Set([arms[0], arms[i]])];
		return bases.map((base) => ({ arm, base }));
	});
}

/** Per headline: each arm's mean, then each pair's difference, interval and verdict. */
export function comparisonRows(compared: Comparison, plan: Plan): string[][] {
	const { arms, differences } = compared;
	return headlines(arms[0]?.outcomes ?? []).flatMap((outcome) => {
		const means = arms.map((arm, a) => {
			const mine = arm.outcomes.find(({ name }) => name === outcome.name);
			return [
				a === 0 ? outcomeInWords(outcome.name) : "",
				a === 0 ? unitOf(outcome, plan) : "",
				arm.title,
				mine ? estimate(mine).mean : "–",
				...["", "", "", ""],
			];
		});
		for (const { arm, base } of pairs(compared)) {
			const change = differences.find(
				(one) => one.name === outcome.name && one.a === arm.name && one.b === base.name,
			);
			if (!change) continue;
			const { mean, interval } = estimate(change, true);
			const cells = [`against ${base.title}`, mean, interval, verdictInWords[change.verdict]];
			const row = means[arms.indexOf(arm)];
			if (base === arms[0]) row.splice(4, 4, ...cells);
			else means.splice(arms.indexOf(arm) + 1, 0, ["", "", "", "", ...cells]);
		}
		return means;
	});
}

export const comparisonHead = [
	"outcome",
	"unit",
	"arm",
	"mean",
	"compared",
	"difference",
	"95 % interval",
	"verdict",
];

const rightAligned = [3, 5, 6];

/** The comparison for the terminal. */
export function comparisonTable(compared: Comparison, plan: Plan): string {
	const columns = comparisonHead.map((title, c) => ({ title, right: rightAligned.includes(c) }));
	return textTable(columns, comparisonRows(compared, plan));
}

/** One sentence per pair: what is better, what is worse, what is not shown. */
export function findings(compared: Comparison): string[] {
	const { arms, differences } = compared;
	return pairs(compared).map(({ arm, base }) => {
		const changes = headlines(arms[0]?.outcomes ?? []).flatMap(
			({ name }) =>
				differences.find((one) => one.name === name && one.a === arm.name && one.b === base.name) ?? [],
		);
		const said = (["better", "worse", "none"] as const).flatMap((verdict) => {
			const names = changes.filter((one) => one.verdict === verdict).map(inWords);
			if (names.length === 0) return [];
			return [verdict === "none" ? `no difference shown in ${listed(names)}` : `${verdict} ${listed(names)}`];
		});
		return `With the ${arm.title}, against ${base.title}: ${said.join("; ")}.`;
	});
}

/** What the percentages in the findings are shares of, and why differences are surer than levels. */
export const howCompared =
	"Percentages are of the mean of what is compared with. Each arm meets the same draws of use, failure, choice and loss (common random numbers); intervals are paired.";

function inWords({ name, mean, base, verdict }: OutcomeDifference): string {
	const plain = outcomeInWords(name);
	if (verdict === "none" || Math.abs(base) < 1e-9) return plain;
	return `${plain} (${percentage(mean / Math.abs(base))})`;
}

function listed(words: readonly string[]): string {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
