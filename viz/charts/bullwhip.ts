// Bullwhip ratio by tier: variance of orders over variance of demand, with its interval.

import { axis, colorOf, type Figure, faint, layout, plain, symbolOf, titled } from "./figure.js";
import type { OutcomeSummary, Picture } from "./picture.js";

/** Dots on a logarithmic scale, one series per arm; 1 is "as variable as demand". */
export function bullwhip({ arms }: Picture): Figure | undefined {
	const tiers = [...new Set(arms.flatMap(({ outcomes }) => outcomes.flatMap((one) => tierOf(one) ?? [])))];
	if (tiers.length === 0) return undefined;
	tiers.sort((a, b) => a - b);
	const data = arms.map(({ title, outcomes }, a) => {
		const ratios = outcomes.filter((one) => tierOf(one) !== undefined && one.mean > 0);
		const offset = (a - (arms.length - 1) / 2) * 0.14;
		return {
			type: "scatter",
			mode: arms.length > 1 ? "markers" : "lines+markers",
			name: plain(title),
			x: ratios.map((one) => (tierOf(one) as number) + offset),
			y: ratios.map(({ mean }) => mean),
			error_y: {
				type: "data",
				symmetric: false,
				array: ratios.map(({ mean, high }) => (high ?? mean) - mean),
				arrayminus: ratios.map(({ mean, low }) => mean - Math.max(low ?? mean, mean / 1000)),
				thickness: 1.5,
				width: 5,
			},
			marker: { color: colorOf(a), symbol: symbolOf(a), size: 9 },
			line: { color: colorOf(a), width: 1 },
			hovertemplate: "%{y:.4~g} × the variance of demand",
		};
	});
	const span = [Math.min(...tiers) - 0.5, Math.max(...tiers) + 0.5];
	return {
		data,
		layout: layout(380, {
			margin: { l: 80, r: 40, t: 50, b: 60 },
			showlegend: arms.length > 1,
			xaxis: axis({
				...titled("tier (1 serves the customers)"),
				range: span,
				showgrid: false,
				...(tiers.length <= 12 && { tickvals: tiers }),
			}),
			yaxis: axis({
				...titled("Var(orders) / Var(demand), logarithmic"),
				type: "log",
				dtick: "D2",
			}),
			shapes: [
				{
					type: "line",
					x0: span[0],
					x1: span[1],
					y0: 1,
					y1: 1,
					line: { color: faint, width: 1, dash: "dot" },
				},
			],
		}),
	};
}

function tierOf({ name }: OutcomeSummary): number | undefined {
	const digits = /^bullwhip(\d+)$/.exec(name)?.[1];
	return digits ? Number(digits) : undefined;
}
