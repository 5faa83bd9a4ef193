// The supply network drawn: suppliers at the left, the customers' tier at the right.

import { colorOf, type Figure, faint, ink, layout, plain, shortened } from "./figure.js";
import { columnsOf } from "./network-order.js";
import type { Picture, SupplyNetwork } from "./picture.js";

const ROW = 62;
/** With more nodes, names would cover one another; they stay in the hover. */
const MOST_NAMES = 80;
const MOST_EDGES = 5000;

/** Across the disc of the stage that adds the most cost, and of the least that can be seen; pixels. */
const LARGEST = 34;
const SMALLEST = 6;

/** Each stage a disc whose area is the cost it adds per unit; a line for each part that goes into another. */
export function supplyNetwork({ network }: Picture): Figure | undefined {
	const { nodes, edges } = network;
	if (nodes.length < 2) return undefined;
	const columns = columnsOf(network);
	const x: number[] = [];
	const y: number[] = [];
	columns.forEach((column, c) => {
		column.forEach((node, i) => {
			x[node] = columns.length - 1 - c;
			y[node] = (i + 0.5) / column.length;
		});
	});
	const rows = Math.max(...columns.map((column) => column.length));
	const named = nodes.length <= MOST_NAMES;
	return {
		data: [edgesTrace(network, x, y), nodesTrace(network, x, y, named, columns.length)],
		layout: layout(Math.min(1600, Math.max(240, rows * ROW + 130)), {
			margin: { l: 20, r: 40, t: 60, b: 20 },
			showlegend: false,
			xaxis: { visible: false, range: [-0.5, columns.length - 0.5] },
			yaxis: { visible: false, range: [1.02, -0.02] },
			annotations: columns.map((column, c) => ({
				text: `tier ${nodes[column[0]]?.tier}${c === 0 ? " (to customers)" : ""}`,
				...{
					x: columns.length - 1 - c,
					y: 1,
					yref: "paper",
					yanchor: "bottom",
				},
				...{ showarrow: false, font: { size: 12, color: "#555555" } },
			})),
			...(edges.length > MOST_EDGES && {
				title: { text: `${MOST_EDGES} of ${edges.length} links drawn` },
			}),
		}),
	};
}

function edgesTrace(
	{ edges }: SupplyNetwork,
	x: readonly number[],
	y: readonly number[],
): Figure["data"][number] {
	const shown = edges.slice(0, MOST_EDGES);
	return {
		type: "scatter",
		mode: "lines",
		x: shown.flatMap(({ from, to }) => [x[from], x[to], null]),
		y: shown.flatMap(({ from, to }) => [y[from], y[to], null]),
		line: { color: "#b5b5b5", width: 1.3 },
		hoverinfo: "skip",
	};
}

function nodesTrace(
	{ nodes }: SupplyNetwork,
	x: readonly number[],
	y: readonly number[],
	named: boolean,
	columns: number,
): Figure["data"][number] {
	const largest = Math.max(...nodes.map(({ cost }) => cost)) || 1;
	const letters = Math.max(8, Math.floor(130 / columns));
	return {
		type: "scatter",
		mode: named ? "markers+text" : "markers",
		x,
		y,
		text: nodes.map(({ name }) => plain(shortened(name, letters))),
		textposition: "bottom center",
		textfont: { size: 11, color: ink },
		cliponaxis: false,
		marker: {
			size: nodes.map(({ cost }) => Math.max(SMALLEST, LARGEST * Math.sqrt(cost / largest))),
			color: colorOf(1),
			opacity: 1,
			line: { color: faint, width: 1 },
		},
		customdata: nodes.map(({ name, about }) => [plain(name), plain(about)].join("<br>")),
		hovertemplate: "%{customdata}<extra></extra>",
	};
}
