// Series over the whole run as mean and interval over replications: efficacy, money, machines, services, the twin.

import { colorOf, dashOf, type Figure } from "./figure.js";
import { type Line, multiples, type Panel } from "./multiples.js";
import type { PathSeries, Picture } from "./picture.js";
import { pointTimes, unitInWords, wholeRun } from "./time-axis.js";

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
	booksError: "error of the books",
	age: "age of information",
	coverage: "share of items known afresh",
};

/** How the unit of a share reads. */
const SHARE = "0 to 1";

/** A label of a series in words. */
export const labelInWords = (label: string) =>
	inWords[label] ??
	label.replaceAll(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

/** A panel per label of a series, or of those labels asked for; a line per arm in each. */
export function overTime(
	picture: Picture,
	series: string,
	{ labels, sameScale = false }: { labels?: readonly string[]; sameScale?: boolean } = {},
): Figure | undefined {
	const first = picture.arms[0]?.paths.series.find(({ name }) => name === series);
	if (!first) return undefined;
	const wanted = first.paths
		.map(({ label }) => label)
		.filter((label) => (!labels || labels.includes(label)) && happens(picture, series, label));
	if (wanted.length === 0) return undefined;
	const panels = wanted.map((label) =>
		panelOf(picture, series, label, unitOf(first, label, picture.tickDays)),
	);
	return multiples(panels, { ...wholeRun(picture), sameScale });
}

/** Efficacy by arm, and below it what each arm changes: runs are paired, so the change is far surer than the levels. */
export function efficacyOverTime(picture: Picture): Figure | undefined {
	const level = panelOf(picture, "efficacy", "efficacy", SHARE);
	if (level.lines.length === 0) return undefined;
	const reference = picture.arms[0]?.title ?? "";
	const changes = picture.arms.flatMap(({ title, paths, efficacyChange }, a): Line[] => {
		if (!efficacyChange) return [];
		const { mean, low, high } = efficacyChange;
		return [{ name: title, x: pointTimes(paths), y: mean, low, high, color: colorOf(a), dash: dashOf(a) }];
	});
	const change = { title: `change against ${reference}`, unit: "difference", lines: changes };
	const panels = changes.length > 0 ? [level, change] : [level];
	return multiples(panels, { ...wholeRun(picture), panelHeight: changes.length > 0 ? 220 : 300 });
}

/** Efficacy and its components as lines in one panel: for one arm, whose components then compare with the whole. */
export function componentsOverTime(picture: Picture): Figure | undefined {
	const arm = picture.arms[0];
	const labels = arm?.paths.series.find(({ name }) => name === "efficacy")?.paths.map(({ label }) => label);
	if (!arm || !labels) return undefined;
	const lines = labels.flatMap((label, l) =>
		lineOf(arm, "efficacy", label, SHARE).map(({ low, high, ...line }): Line => {
			const named = { ...line, name: labelInWords(label) };
			return label === "efficacy"
				? { ...named, low, high, color: "#000000", dash: "solid", width: 3 }
				: { ...named, ...component(l) };
		}),
	);
	return multiples([{ title: "", unit: SHARE, lines }], {
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

/** Whether a label is anything but 0 in any arm: a scenario without customers has no machines to draw. */
function happens({ arms }: Picture, name: string, label: string): boolean {
	const paths = arms.flatMap(({ paths }) => paths.series.find((one) => one.name === name)?.paths ?? []);
	return paths.some((path) => path.label === label && path.mean.some((value) => value !== 0));
}

/** A series whose labels have units of their own lists them in the labels' order, with commas. */
function unitOf({ unit, paths }: PathSeries, label: string, tickDays: number): string {
	const own = unit.split(", ");
	const at = paths.findIndex((path) => path.label === label);
	const mine = own.length === paths.length ? (own[at] as string) : unit;
	return mine === "0..1" ? SHARE : unitInWords(mine, tickDays);
}

function panelOf({ arms }: Picture, series: string, label: string, unit: string): Panel {
	const title = label === "" ? series : labelInWords(label);
	return { title, unit, lines: arms.flatMap((arm) => lineOf(arm, series, label, unit)) };
}

function lineOf(
	{ title, paths }: Picture["arms"][number],
	series: string,
	label: string,
	unit: string,
): Line[] {
	const path = paths.series.find(({ name }) => name === series)?.paths.find((one) => one.label === label);
	if (!path) return [];
	const { mean, low, high } = path;
	// Of few replications an interval is wide; that of a share still ends where shares do.
	const drawn = (ends: ArrayLike<number>) =>
		unit === SHARE ? Array.from(ends, (end) => Math.min(1, Math.max(0, end))) : ends;
	return [{ name: title, x: pointTimes(paths), y: mean, low: drawn(low), high: drawn(high) }];
}
