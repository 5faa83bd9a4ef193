// Classes of parts for the terminal: what has which class, what the next best would cost, and why.

import type { ClassBill, ClassProposal, Explanation } from "../../scenarios/module-classes/module-classes.js";
import { textTable } from "./text-table.js";
import { counted } from "./wording.js";

/** Parts of another class, and parts that keep theirs, shown in the table; --json has all. */
const mostRows = 40;
const mostStaying = 8;

const stays = (one: Explanation) => one.class === one.before;

/** A table of the parts that may have more than one class, the dearest to decide otherwise first, and the bill. */
export function classesText(proposal: ClassProposal): string {
	if (proposal.status === "infeasible") return infeasibleText(proposal.because);
	const { explanations, cost } = proposal;
	if (explanations.length === 0)
		return "every part is in every product, in one variant: there is no class to choose";
	const sorted = [...explanations].sort((a, b) => (worth(b) ?? 0) - (worth(a) ?? 0));
	const changed = sorted.filter((one) => !stays(one));
	const shown = new Set([...changed.slice(0, mostRows), ...sorted.filter(stays).slice(0, mostStaying)]);
	const rows = sorted
		.filter((one) => shown.has(one))
		.map((one) => [
			one.component,
			one.family,
			percent(one.share),
			one.before,
			stays(one) ? "stays" : one.class,
			one.instead?.class ?? "–",
			one.instead ? dollars(one.instead.more.total) : "–",
			one.instead ? reasons(one.instead.more) : "no other is open, or was looked for",
		]);
	const columns = ["component", "in", "asked for", "now", "then", "next best", "costs more", "since"];
	const right = ["asked for", "costs more"];
	return [
		textTable(
			columns.map((title) => ({ title, right: right.includes(title) })),
			rows,
		),
		...(explanations.length > shown.size
			? [`and ${counted(explanations.length - shown.size, "part")} more`]
			: []),
		"",
		`${changed.length} of ${explanations.length} ${explanations.length === 1 ? "class" : "classes"} to change; reckoned saving ${dollars(cost.saving)} a week`,
		`now:  ${billText(cost.before)}`,
		`then: ${billText(cost.after)}`,
	].join("\n");
}

const worth = ({ instead }: Explanation) => instead?.more.total;

const kinds: readonly [keyof ClassBill, string][] = [
	["overSpecification", "over-specification"],
	["setUp", "set-ups"],
	["stocks", "stocks"],
	["delays", "delays"],
];

/** "over-specification +305 $, set-ups −800 $": what of the bill changes. */
function reasons(more: ClassBill): string {
	const said = kinds.flatMap(([kind, name]) => {
		const sign = more[kind] > 0 ? "+" : "";
		return Math.abs(more[kind]) < 0.5 ? [] : [`${name} ${sign}${dollars(more[kind])}`];
	});
	return said.join(", ") || "less than a dollar";
}

const billText = (bill: ClassBill) =>
	`${dollars(bill.total)} a week: ${kinds.map(([kind, name]) => `${name} ${dollars(bill[kind])}`).join(", ")}`;

function infeasibleText(because: readonly string[]): string {
	if (because.length === 0) return "no classes can be chosen: some component is base in no product";
	return `no classes keep to all limits; ${because.length === 1 ? "without" : "without one or all of"} ${because.join(", ")} some would`;
}

/** To the dollar: what is reckoned is no surer. */
const dollars = (value: number) =>
	`${Math.round(value).toLocaleString("en-US").replace(/^-0$/, "0").replace("-", "−")} $`;
const percent = (share: number) => `${Math.round(1000 * share) / 10} %`;
