// The charts of a run or of a comparison, in the order in which a report shows them.

import { bullwhip } from "./bullwhip.js";
import { demandAndOrders } from "./demand-and-orders.js";
import { differences } from "./differences.js";
import type { Figure } from "./figure.js";
import { inventories } from "./inventories.js";
import { componentsOverTime, efficacyOverTime, overTime } from "./over-time.js";
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
	readonly caption: string | ((picture: Picture) => string);
	draw(picture: Picture, outcomeInWords: (name: string) => string): Figure | undefined;
}

/** What lines and bands are; of one run there are no bands. */
const band = (picture: Picture) =>
	replicated(picture)
		? "Lines are means over replications, bands their 95 % intervals."
		: "One run as it went.";

const replicated = ({ arms }: Picture) => arms.some(({ outcomes }) => outcomes.some(({ n }) => n > 1));

/** A sentence, then what lines and bands are. */
const withBand = (sentence: string) => (picture: Picture) => `${sentence} ${band(picture)}`;

const intervals = (picture: Picture) => (replicated(picture) ? ", with 95 % intervals" : "");

const kinds: readonly ChartKind[] = [
	{
		name: "differences",
		title: "What each arm changes",
		caption: (picture) =>
			`Of bullwhip and of order to delivery less is better, of the others more. ${
				replicated(picture)
					? "Paired differences with 95 % intervals: one that does not touch the line at 0 shows a difference."
					: "One pair of runs gives no interval, so it shows no difference."
			}`,
		draw: differences,
	},
	{
		name: "efficacy",
		title: "Efficacy over time",
		caption: withBand("Efficacy of the whole ecosystem, from 0 to 1."),
		draw: efficacyOverTime,
	},
	{
		name: "efficacy-components",
		title: "What efficacy is made of",
		caption: (picture) => {
			const what = "Each component from 0 to 1; efficacy is their weighted geometric mean.";
			if (picture.arms.length > 1 || !replicated(picture)) return withBand(what)(picture);
			return `${what} Lines are means over replications; the band is the 95 % interval of efficacy.`;
		},
		draw: (picture) =>
			picture.arms.length > 1
				? overTime(picture, "efficacy", { labels: components })
				: componentsOverTime(picture),
	},
	{
		name: "demand-and-orders",
		title: "Demand and orders by tier",
		caption: (picture) => {
			const { arms } = picture;
			const drawn = arms.length > 2 ? ` (${arms[0]?.title} and ${arms.at(-1)?.title})` : "";
			const mean = replicated(picture) ? ", mean over all runs" : "";
			return `The end of one run as it went${drawn}: orders that an average stage of each tier places, over the demand of the customers. All panels have one scale, so swings can be compared. Bullwhip: the variance of a stage's orders over that of demand${mean}.`;
		},
		draw: demandAndOrders,
	},
	{
		name: "bullwhip",
		title: "Bullwhip by tier",
		caption: (picture) =>
			`How many times more variable orders are than demand${intervals(picture)}; the dotted line is demand itself.`,
		draw: bullwhip,
	},
	{
		name: "inventories",
		title: "Inventories, true and believed",
		caption:
			"The end of one run as it went: finished stock as it is, and as decisions take it to be. Losses that nobody sees pull them apart until a count or a twin brings them together.",
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
		caption: withBand(
			"Money only moves between these holders; the sum is always 0. Households are workers, customers and owners: manufacturers pay them the cash that they do not need.",
		),
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
		caption: withBand(
			"Of finished stocks. Known afresh: no more than 4 ticks old. Errors: |believed − true| over true stock; that of the books is what it would be without the twin.",
		),
		draw: (picture) => overTime(picture, "twin"),
	},
	{
		name: "supply-network",
		title: "The supply network",
		caption:
			"Suppliers at the left, the customers' side at the right. The area of a disc is the cost that the stage adds to each of its units; the smallest are drawn a little larger, to be seen.",
		draw: supplyNetwork,
	},
];

const components = ["customer", "economic", "winWin", "responsiveness", "sustainability", "resilience"];

/** Every chart for which the picture has what it needs. */
export function chartsOf(picture: Picture, outcomeInWords: (name: string) => string): Chart[] {
	return kinds.flatMap(({ name, title, caption, draw }) => {
		const figure = draw(picture, outcomeInWords);
		if (!figure) return [];
		return [{ name, title, caption: typeof caption === "string" ? caption : caption(picture), figure }];
	});
}
