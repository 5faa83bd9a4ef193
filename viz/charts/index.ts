// The charts of a run or of a comparison, in the order in which a report shows them.

import { bullwhip } from "./bullwhip.js";
import { demandAndOrders } from "./demand-and-orders.js";
import { differences } from "./differences.js";
import type { Figure } from "./figure.js";
import { inventories } from "./inventories.js";
import { efficacyOverTime, overTime, together } from "./over-time.js";
import type { Picture } from "./picture.js";
import { supplyNetwork } from "./supply-network.js";

export type { Figure } from "./figure.js";
export * from "./paths.js";
export * from "./picture.js";

export interface Chart {
	readonly name: string;
	readonly title: string;
	/** What is drawn and how to read it. */
	readonly caption: string;
	readonly figure: Figure;
}

interface ChartKind {
	readonly name: string;
	readonly title: string;
	readonly caption: string;
	draw(picture: Picture, outcomeInWords: (name: string) => string): Figure | undefined;
}

const band = "Lines are means over replications, bands their 95 % intervals.";

const kinds: readonly ChartKind[] = [
	{
		name: "differences",
		title: "What each arm changes",
		caption:
			"Paired differences with 95 % intervals. An interval that does not touch the line at 0 shows a difference.",
		draw: differences,
	},
	{
		name: "efficacy",
		title: "Efficacy over time",
		caption: `Efficacy of the whole ecosystem, from 0 to 1. ${band}`,
		draw: efficacyOverTime,
	},
	{
		name: "efficacy-components",
		title: "What efficacy is made of",
		caption: `Each component from 0 to 1; efficacy is their weighted geometric mean. ${band}`,
		draw: (picture) =>
			picture.arms.length > 1
				? overTime(picture, "efficacy", { labels: components })
				: together(picture, "efficacy", "0 to 1"),
	},
	{
		name: "demand-and-orders",
		title: "Demand and orders by tier",
		caption:
			"One run as it went: orders that an average stage of each tier places, over the demand of the customers. All panels have one scale, so swings can be compared.",
		draw: demandAndOrders,
	},
	{
		name: "bullwhip",
		title: "Bullwhip by tier",
		caption:
			"How much more variable orders are than demand, with 95 % intervals; the dotted line is demand itself.",
		draw: bullwhip,
	},
	{
		name: "inventories",
		title: "Inventories, true and believed",
		caption:
			"One run as it went: finished stock as it is, and as decisions take it to be. Losses that nobody sees pull them apart until a count or a twin brings them together.",
		draw: inventories,
	},
	{
		name: "profit",
		title: "Profit by kind of agent",
		caption: band,
		draw: (picture) => overTime(picture, "profit"),
	},
	{
		name: "cash",
		title: "Cash by kind of agent",
		caption: `Money only moves between these holders; the sum never changes. ${band}`,
		draw: (picture) => overTime(picture, "cash"),
	},
	{
		name: "machines",
		title: "Machines",
		caption: band,
		draw: (picture) => overTime(picture, "machines"),
	},
	{
		name: "services",
		title: "Services",
		caption: band,
		draw: (picture) => overTime(picture, "services"),
	},
	{
		name: "twin",
		title: "What is known, and how freshly",
		caption: band,
		draw: (picture) => overTime(picture, "twin"),
	},
	{
		name: "supply-network",
		title: "The supply network",
		caption:
			"Suppliers at the left, the customers' side at the right. The area of a disc is the stage's share of the cost.",
		draw: supplyNetwork,
	},
];

const components = ["customer", "economic", "winWin", "responsiveness", "sustainability", "resilience"];

/** Every chart for which the picture has what it needs. */
export function chartsOf(picture: Picture, outcomeInWords: (name: string) => string): Chart[] {
	return kinds.flatMap(({ name, title, caption, draw }) => {
		const figure = draw(picture, outcomeInWords);
		return figure ? [{ name, title, caption, figure }] : [];
	});
}
