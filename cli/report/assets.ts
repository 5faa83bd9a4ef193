// The report's style sheet, for screen and paper, and the few lines that draw its figures.

export const pageStyle = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #222; font: 16px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
.what { color: #555; margin: .4rem 0 1.5rem; }
.words { border-left: 4px solid #0072b2; padding: .1rem 0 .1rem 1rem; }
.words p { margin: .5rem 0; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; width: 100%; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #e3e3e3; vertical-align: top; }
th { border-bottom: 2px solid #8a8a8a; font-weight: 600; }
.grouped td { border-bottom-color: transparent; }
.grouped tr:has(td:first-child:not(:empty)) td { border-top: 1px solid #c8c8c8; }
figure { margin: 0; }
figcaption { color: #555; font-size: .9rem; }
pre { background: #f5f5f5; padding: .8rem; overflow-x: auto; font-size: .82rem; white-space: pre-wrap; overflow-wrap: anywhere; }
details { margin: .6rem 0; }
summary { cursor: pointer; }
@media print {
	@page { margin: 15mm; }
	body { font-size: 11pt; }
	main { max-width: none; padding: 0; }
	table { font-size: 8pt; }
	th, td { padding-right: .45rem; }
	figure, tr { break-inside: avoid; }
	h2 { break-after: avoid; }
	.modebar-container, details { display: none; }
}`;

/** Draws every figure; before printing they take the width of the paper. */
export const drawFigures = `
const config = { displaylogo: false, displayModeBar: "hover", responsive: true, showSendToCloud: false, showEditInChartStudio: false,
	plotlyServerURL: "", modeBarButtonsToRemove: ["sendDataToCloud", "editInChartStudio", "lasso2d", "select2d"] };
const plots = [...document.querySelectorAll("[data-figure]")];
for (const plot of plots) {
	const { data, layout } = figures[plot.dataset.figure];
	Plotly.newPlot(plot, data, layout, config);
}
addEventListener("beforeprint", () => { for (const plot of plots) Plotly.relayout(plot, { width: 680 }); });
addEventListener("afterprint", () => { for (const plot of plots) Plotly.relayout(plot, { width: null, autosize: true }); });
`;
