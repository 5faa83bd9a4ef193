// The report of an optimization: words, the table of searches, the front of trade-offs, the organization, how to do it again.

import { pareto } from "../../viz/charts/pareto.js";
import { commandOf } from "../plan.js";
import { escapeHtml, htmlTable } from "../report/html.js";
import { chartHtml, htmlPage } from "../report/page.js";
import type { Manifest } from "../run-folder/manifest.js";
import { outcomeInWords } from "../text/wording.js";
import type { OptimizeDocument } from "./document.js";
import { runOf } from "./scenario.js";
import { classLines, findings, frontRows, organizationLines, searchHead, searchRows } from "./text.js";

export function optimizePage(manifest: Manifest, document: OptimizeDocument): string {
	const { front = [], scenario, ticks, warmUp, seed } = document;
	const title = `${manifest.variants[0]?.scenario.title || scenario}: its organization, optimized`;
	const { head, rows } = frontRows(document);
	const chart = pareto(
		front.map(({ is, objectives }, k) => ({
			name: is === "found" ? `organization ${k + 1}` : is,
			values: Object.entries(objectives).map(([name, { mean }]) => ({ name, value: mean })),
		})),
		outcomeInWords,
	);
	const trade = chart
		? `${chartHtml(chart)}\n<section><h2>Trade-offs in numbers</h2>${htmlTable(head, rows)}</section>`
		: "";
	return htmlPage({
		title,
		subtitle: `${scenario}, ${ticks} ticks of which ${warmUp} to warm up; seed "${seed}"; fractwin ${manifest.fractwin}`,
		figures: chart ? [chart] : [],
		body: `<section class="words">${findings(document)
			.map((sentence) => `<p>${escapeHtml(sentence)}</p>`)
			.join("\n")}</section>
<section><h2>Searches compared</h2>${htmlTable(searchHead, searchRows(document))}</section>
${trade}
<section><h2>The optimized organization</h2><pre>${escapeHtml(organizationLines(document).join("\n"))}</pre></section>
${classSection(document)}
<section class="again"><h2>To run what was found</h2>
<pre>${escapeHtml(runOf(document, "optimized.yaml"))}</pre>
<h2>To do it again</h2>
<pre>${escapeHtml(commandOf(manifest))}</pre></section>`,
	});
}

function classSection(document: OptimizeDocument): string {
	const lines = classLines(document);
	return lines.length === 0
		? ""
		: `<section><h2>Classes of parts</h2><pre>${escapeHtml(lines.slice(3).join("\n"))}</pre></section>`;
}
