// The report as one HTML file that needs no network: words, tables, figures, parameters, how to do it again.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Cycle } from "../../agents/metrics/cycles.js";
import type { Chart } from "../../viz/charts/index.js";
import { commandOf } from "../plan.js";
import type { FinishedRun } from "../run-folder/finished-run.js";
import type { Manifest } from "../run-folder/manifest.js";
import type { ComparedArm, Comparison } from "../text/comparison.js";
import { cycleRows, cyclesHead } from "../text/cycles.js";
import { unitOf } from "../text/run-text.js";
import { comparisonHead, comparisonRows } from "../text/twin-text.js";
import { outcomeInWords, plusMinus } from "../text/wording.js";
import { drawFigures, pageStyle } from "./assets.js";
import { escapeHtml, htmlTable, scriptCode, scriptJson } from "./html.js";
import { headlineOf, subtitleOf } from "./words.js";

export interface ReportContent {
	readonly manifest: Manifest;
	readonly compared: Comparison;
	readonly runs: readonly FinishedRun[];
	readonly charts: readonly Chart[];
	/** Of one run of each arm. */
	readonly loops: readonly { readonly title: string; readonly cycles: readonly Cycle[] }[];
}

export function reportPage({ manifest, compared, runs, charts, loops }: ReportContent): string {
	const scenario = manifest.variants[0]?.scenario;
	const title = scenario?.title || scenario?.name || "report";
	const words = headlineOf(manifest, compared, runs).map((sentence) => `<p>${escapeHtml(sentence)}</p>`);
	return htmlPage({
		title,
		subtitle: subtitleOf(manifest, runs),
		figures: charts,
		body: `<section class="words">${words.join("\n")}</section>
${headlineTable(compared, manifest)}
${charts.map(chartHtml).join("\n")}
${loops.map(loopHtml).join("")}
${allOutcomes(compared, manifest)}
${howTo(manifest)}`,
	});
}

/** A page around a body of HTML, with the figures that stand in it. */
export function htmlPage(page: {
	readonly title: string;
	readonly subtitle: string;
	readonly body: string;
	readonly figures: readonly Pick<Chart, "name" | "figure">[];
}): string {
	const { title, subtitle, body } = page;
	const figures = Object.fromEntries(page.figures.map(({ name, figure }) => [name, figure]));
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:">
<title>${escapeHtml(title)} — fractwin</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="what">${escapeHtml(subtitle)}</p>
</header>
${body}
</main>
<script>${scriptCode(plotly())}</script>
<script>const figures = ${scriptJson(figures)};
${drawFigures}</script>
</body>
</html>
`;
}

function plotly(): string {
	return readFileSync(
		createRequire(import.meta.url).resolve("plotly.js-cartesian-dist-min/plotly-cartesian.min.js"),
		"utf8",
	);
}

export function chartHtml({ name, title, caption, figure }: Chart): string {
	const height = Number(figure.layout.height);
	return `<figure id="${name}">
<h2>${escapeHtml(title)}</h2>
<div class="plot" data-figure="${name}" style="min-height:${height}px" role="img" aria-label="${escapeHtml(title)}"></div>
<figcaption>${escapeHtml(caption)}</figcaption>
</figure>`;
}

/** What a closed loop tried, made and learned. */
function loopHtml(
	{ title, cycles }: ReportContent["loops"][number],
	_: number,
	all: readonly unknown[],
): string {
	if (cycles.length === 0) return "";
	const of = all.length > 1 ? ` of ${title}` : "";
	const about =
		"Of one run, cycle by cycle: what was tried ahead in the virtual world, what was made true, what came out, and what that taught. Gains are over keeping all as it was; failed is a hypothesis whose run came to no end, and which is not chosen.";
	return `<section><h2>The closed loop${escapeHtml(of)}</h2><p>${about}</p>${htmlTable(cyclesHead, cycleRows(cycles))}</section>`;
}

/** Of a comparison the headlines, with what each arm changes. */
function headlineTable(compared: Comparison, manifest: Manifest): string {
	if (compared.arms.length < 2) return "";
	const table = htmlTable(comparisonHead, comparisonRows(compared, manifest));
	return `<section class="grouped"><h2>In numbers</h2>${table}</section>`;
}

function allOutcomes({ arms }: Comparison, manifest: Manifest): string {
	const known = new Map(arms.flatMap(({ outcomes }) => outcomes.map((one) => [one.name, one])));
	const cell = ({ outcomes }: ComparedArm, wanted: string) => {
		const found = outcomes.find(({ name }) => name === wanted);
		return found ? plusMinus(found).replaceAll(" ", "\u00a0") : "–";
	};
	const rows = [...known.values()].map((one) => [
		outcomeInWords(one.name),
		unitOf(one, manifest),
		...arms.map((arm) => cell(arm, one.name)),
		one.range ?? "",
		one.about,
	]);
	const several = arms.some(({ runs }) => runs.length > 1);
	const only = several ? "mean ± 95 % interval" : "value";
	const titles = arms.map(({ title }) => (arms.length > 1 ? title : only));
	const head = ["outcome", "unit", ...titles, "range", "meaning"];
	return `<section><h2>All outcomes</h2>${htmlTable(head, rows)}</section>`;
}

function howTo(manifest: Manifest): string {
	const scenario = manifest.variants[0]?.scenario;
	const source = scenario?.source ? `<p>Source of the figures: ${escapeHtml(scenario.source)}</p>` : "";
	const first = manifest.variants[0];
	const resolved = JSON.stringify(first?.scenario, null, 2);
	return `<section class="again"><h2>To do it again</h2>
<pre>${escapeHtml(commandOf(manifest))}</pre>
<p>fractwin ${escapeHtml(manifest.fractwin)}; the same numbers come out on any machine, with any number of threads. <code>fractwin verify</code> with this folder runs everything again and compares.</p>
${source}
<details><summary>The scenario as it was written</summary><pre>${escapeHtml(manifest.text)}</pre></details>
<details><summary>Every parameter${manifest.variants.length > 1 ? ` (of ${escapeHtml(first?.name ?? "")})` : ""}</summary><pre>${escapeHtml(resolved)}</pre></details>
</section>`;
}
