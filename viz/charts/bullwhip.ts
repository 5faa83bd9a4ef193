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
	const shown = arms.flatMap(({ outcomes }) =>
		outcomes.filter((one) => tierOf(one) !== undefined && one.mean > 0),
	);
	// The line at 1 is always seen, and not as the frame.
	const lowest = Math.min(1, ...shown.map(({ mean, low }) => Math.max(low ?? mean, mean / 1000))) / 1.08;
	const highest = Math.max(1.2, ...shown.map(({ mean, high }) => high ?? mean)) * 1.08;
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
				range: [Math.log10(lowest), Math.log10(highest)],
				...ticksBetween(lowest, highest),
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

/** 1, 2, 5, 10 …; between them evenly where that would leave an axis without numbers. */
function ticksBetween(low: number, high: number): Readonly<Record<string, unknown>> {
	if (high / low > 8) return { dtick: "D2" };
	const rough = (high - low) / 5;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = power * ([1, 2, 5].find((one) => one * power >= rough) ?? 10);
	const first = Math.ceil(low / step);
	const count = Math.floor(high / step) - first + 1;
	return { tickvals: Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(6))) };
}

function tierOf({ name }: OutcomeSummary): number | undefined {
	const digits = /^bullwhip(\d+)$/.exec(name)?.[1];
	return digits ? Number(digits) : undefined;
}
