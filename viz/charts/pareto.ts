// Trade-offs: each point is one of which no other is better in every objective, drawn for each pair of neighboring objectives.

import { axis, colorOf, layout, plain, symbolOf, titled } from "./figure.js";
import type { Chart } from "./index.js";

export interface ParetoPoint {
	readonly name: string;
	/** The same objectives in the same order in all points. */
	readonly values: readonly { readonly name: string; readonly value: number }[];
}

const ROW = 300;

/** Of n objectives n − 1 panels, each with the first one against another; undefined for fewer than two objectives. */
export function pareto(points: readonly ParetoPoint[], inWords: (name: string) => string): Chart | undefined {
	const names = points[0]?.values.map(({ name }) => name) ?? [];
	const others = names.slice(1);
	if (others.length === 0) return undefined;
	const gap = 0.12 / Math.max(1, others.length - 1);
	const height = (1 - gap * (others.length - 1)) / others.length;
	const panels = others.map((other, k) => {
		const suffix = k === 0 ? "" : String(k + 1);
		const top = 1 - k * (height + gap);
		return {
			suffix,
			data: points.map(({ name, values }, p) => ({
				type: "scatter",
				mode: "markers",
				name: plain(name),
				legendgroup: name,
				showlegend: false,
				xaxis: `x${suffix}`,
				yaxis: `y${suffix}`,
				x: [values[0]?.value],
				y: [values[k + 1]?.value],
				marker: { color: colorOf(special(name)), symbol: symbolOf(special(name)), size: 10 },
				text: [plain(`${p + 1}: ${name}`)],
				hovertemplate: "%{text}<br>%{x:.4~g}<br>%{y:.4~g}<extra></extra>",
			})),
			axes: {
				[`xaxis${suffix}`]: axis({ ...titled(inWords(names[0] as string)), anchor: `y${suffix}` }),
				[`yaxis${suffix}`]: axis({
					...titled(inWords(other)),
					anchor: `x${suffix}`,
					domain: [Math.max(0, top - height), top],
				}),
			},
		};
	});
	return {
		name: "pareto",
		title: "Trade-offs",
		caption:
			"Organizations of which no other is better in every objective, each the mean of runs that the search has not used. Circles were found; a square is the scenario's own, a diamond the one optimized for efficacy.",
		figure: {
			data: panels.flatMap(({ data }) => data),
			layout: layout(
				others.length * ROW + 60,
				panels.reduce((all, { axes }) => Object.assign(all, axes), { showlegend: false }),
			),
		},
	};
}

const special = (name: string) => (name === "before" ? 1 : name === "after" ? 2 : 0);
