// Small multiples: panels above one another that share the time axis, one line per arm in each.

import { axis, colorOf, dashOf, type Figure, layout, plain, titled, translucent } from "./figure.js";

export interface Line {
	readonly name: string;
	readonly x: readonly number[];
	readonly y: ArrayLike<number>;
	readonly low?: ArrayLike<number>;
	readonly high?: ArrayLike<number>;
	readonly color?: string;
	readonly dash?: string;
	readonly width?: number;
}

export interface Panel {
	readonly title: string;
	/** Beside the title. */
	readonly note?: string;
	readonly unit: string;
	readonly lines: readonly Line[];
}

export interface MultiplesOptions {
	readonly xTitle: string;
	/** Where the warm-up ends, on the x axis: a line marks it. */
	readonly mark?: { readonly x: number; readonly text: string };
	/** All panels on one scale, to compare sizes. */
	readonly sameScale?: boolean;
	readonly panelHeight?: number;
}

const GAP = 36;
const TOP = 64;
const BOTTOM = 56;

/** Panels from top to bottom. Lines of the same name share color and dash, and appear once in the legend. */
export function multiples(panels: readonly Panel[], options: MultiplesOptions): Figure {
	const panelHeight = options.panelHeight ?? heightOf(panels.length);
	const inner = panels.length * panelHeight + (panels.length - 1) * GAP;
	const names = [...new Set(panels.flatMap(({ lines }) => lines.map(({ name }) => name)))];
	const drawn = new Set<string>();
	const data: Figure["data"][number][] = [];
	const axes: Record<string, unknown> = {};
	const annotations: unknown[] = [];
	const range = options.sameScale ? { range: commonRange(panels) } : {};
	panels.forEach(({ title, note, unit, lines }, p) => {
		const n = p === 0 ? "" : String(p + 1);
		const decimals = decimalsOf(lines);
		const top = 1 - (p * (panelHeight + GAP)) / inner;
		axes[`yaxis${n}`] = axis({
			...titled(unit),
			...range,
			domain: [Math.max(0, top - panelHeight / inner), top],
			anchor: "x",
			nticks: 5,
		});
		annotations.push({
			text: `<b>${plain(title)}</b>${note ? ` ${plain(note)}` : ""}`,
			...{
				xref: "paper",
				x: 0,
				xanchor: "left",
				yref: "paper",
				y: top,
				yanchor: "bottom",
			},
			...{ showarrow: false, font: { size: 13 } },
		});
		for (const line of lines) {
			data.push(...traces(line, names.indexOf(line.name), `y${n}`, !drawn.has(line.name), unit, decimals));
			drawn.add(line.name);
		}
	});
	const last = panels.length === 1 ? "y" : `y${panels.length}`;
	return {
		data,
		layout: layout(inner + TOP + BOTTOM, {
			margin: { l: 80, r: 40, t: TOP, b: BOTTOM },
			hovermode: "x",
			showlegend: names.length > 1,
			annotations: [...annotations, ...markText(options.mark)],
			shapes: markLine(options.mark),
			// 39,860 and not 39.86k.
			xaxis: axis({ ...titled(options.xTitle), anchor: last, showgrid: false, tickformat: ",.9~g" }),
			...axes,
		}),
	};
}

/** All panels of a chart fit on one sheet of paper. */
function heightOf(panels: number): number {
	if (panels === 1) return 300;
	if (panels > 5) return 88;
	return panels < 5 ? 130 : 100;
}

function traces(
	line: Line,
	index: number,
	yaxis: string,
	showlegend: boolean,
	unit: string,
	decimals: number,
): Figure["data"] {
	const { name, x, y, low, high } = line;
	const color = line.color ?? colorOf(index);
	const shared = {
		type: "scatter",
		mode: "lines",
		x,
		yaxis,
		legendgroup: plain(name),
		name: plain(name),
	};
	const main = {
		...shared,
		y: rounded(y, decimals),
		showlegend,
		line: { color, width: line.width ?? 1.8, dash: line.dash ?? dashOf(index) },
		hovertemplate: `%{y:.4~g} ${plain(unit)}`,
	};
	const known = low && high && Array.from(low).some(Number.isFinite);
	if (!known) return [main];
	const edge = {
		...shared,
		showlegend: false,
		hoverinfo: "skip",
		line: { width: 0 },
	};
	return [
		{ ...edge, y: rounded(low, decimals) },
		{
			...edge,
			y: rounded(high, decimals),
			fill: "tonexty",
			fillcolor: translucent(color),
		},
		main,
	];
}

/** Decimals that tell a ten-thousandth of a panel's height apart: more than a pixel shows, however narrow its range. */
function decimalsOf(lines: readonly Line[]): number {
	let lowest = Number.POSITIVE_INFINITY;
	let highest = Number.NEGATIVE_INFINITY;
	for (const { y, low, high } of lines)
		for (const values of [y, low ?? [], high ?? []])
			for (let i = 0; i < values.length; i++) {
				const value = values[i];
				if (value < lowest) lowest = value;
				if (value > highest) highest = value;
			}
	const range = highest > lowest ? highest - lowest : Math.abs(highest);
	if (!Number.isFinite(range) || range === 0) return 0;
	return Math.min(100, Math.max(0, 4 - Math.floor(Math.log10(range))));
}

/** Short in the file; what is not defined is a gap. */
function rounded(values: ArrayLike<number>, decimals: number): (number | null)[] {
	return Array.from(values, (value) => (Number.isFinite(value) ? Number(value.toFixed(decimals)) : null));
}

function commonRange(panels: readonly Panel[]): [number, number] {
	let low = 0;
	let high = 0;
	for (const { lines } of panels)
		for (const { y } of lines)
			for (let i = 0; i < y.length; i++) {
				const value = y[i];
				if (value < low) low = value;
				if (value > high) high = value;
			}
	return [low * 1.05, high * 1.05 || 1];
}

function markLine(mark: MultiplesOptions["mark"]): unknown[] {
	if (!mark) return [];
	const line = { color: "#777777", width: 1, dash: "dot" };
	return [{ type: "line", x0: mark.x, x1: mark.x, y0: 0, y1: 1, yref: "paper", line }];
}

function markText(mark: MultiplesOptions["mark"]): unknown[] {
	if (!mark) return [];
	return [
		{
			text: plain(mark.text),
			...{
				x: mark.x,
				xanchor: "left",
				xshift: 3,
				yref: "paper",
				y: 0,
				yanchor: "bottom",
			},
			...{ showarrow: false, font: { size: 11, color: "#555555" } },
		},
	];
}
