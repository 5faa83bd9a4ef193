// Series over the whole run as mean and interval over replications: efficacy, money, machines, services, the twin.

import type { Figure } from "./figure.js";
import { type Line, multiples, type Panel } from "./multiples.js";
import type { Picture } from "./picture.js";
import { pointTimes, tickWord, unitInWords, wholeRun } from "./time-axis.js";

const inWords: Readonly<Record<string, string>> = {
	efficacy: "efficacy",
	customer: "customer",
	economic: "economic",
	winWin: "win-win",
	responsiveness: "responsiveness",
	sustainability: "sustainability",
	resilience: "resilience",
	manufacturers: "manufacturers",
	serviceFirms: "service firms",
	customers: "customers",
	households: "households",
	bank: "bank",
	outside: "outside world",
	inDelivery: "in delivery",
	updateRatio: "messages used per item and tick",
	stateError: "error of the believed stock",
	age: "age of information",
	coverage: "share of items known afresh",
};

/** A label of a series in words. */
export const labelInWords = (label: string) => inWords[label] ?? label;

/** A panel per label of a series, or of those labels asked for; a line per arm in each. */
export function overTime(
	picture: Picture,
	series: string,
	{ labels, sameScale = false }: { labels?: readonly string[]; sameScale?: boolean } = {},
): Figure | undefined {
	const first = picture.arms[0]?.paths.series.find(({ name }) => name === series);
	if (!first) return undefined;
	const wanted = first.paths.map(({ label }) => label).filter((label) => !labels || labels.includes(label));
	if (wanted.length === 0) return undefined;
	const unit = unitInWords(first.unit, picture.tickDays);
	const panels = wanted.map((label): Panel => {
		const title =
			label === "" ? series : labelInWords(label).replaceAll(/\btick\b/g, tickWord(picture.tickDays));
		return {
			title,
			unit,
			lines: picture.arms.flatMap((arm) => lineOf(arm, series, label)),
		};
	});
	return multiples(panels, { ...wholeRun(picture), sameScale });
}

/** All labels of a series as lines in one panel: for one arm, whose components then compare with the whole. */
export function together(picture: Picture, series: string, unit: string): Figure | undefined {
	const arm = picture.arms[0];
	const found = arm?.paths.series.find(({ name }) => name === series);
	if (!arm || !found) return undefined;
	const x = pointTimes(arm.paths);
	const lines = found.paths.map(({ label, mean, low, high }, l): Line => {
		const whole = label === series;
		const line = { name: labelInWords(label), x, y: mean };
		return whole
			? { ...line, low, high, color: "#000000", dash: "solid", width: 3 }
			: { ...line, ...component(l) };
	});
	return multiples([{ title: "", unit, lines }], {
		...wholeRun(picture),
		panelHeight: 380,
	});
}

const componentColors = ["#d55e00", "#0072b2", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"];
const componentDashes = ["dash", "dot", "dashdot", "longdash", "solid", "longdashdot"];
const component = (index: number) => ({
	color: componentColors[(index + 5) % 6] as string,
	dash: componentDashes[(index + 5) % 6] as string,
});

function lineOf({ title, paths }: Picture["arms"][number], series: string, label: string): Line[] {
	const path = paths.series.find(({ name }) => name === series)?.paths.find((one) => one.label === label);
	if (!path) return [];
	const { mean, low, high } = path;
	return [{ name: title, x: pointTimes(paths), y: mean, low, high }];
}
