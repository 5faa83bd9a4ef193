// Demand and orders by tier, one run as it went: how swings grow upstream.

import { type Recording, type Series, valuesOf } from "../../engine/record/recording.js";
import { colorOf, dashOf, type Figure, ink } from "./figure.js";
import { type Line, multiples, type Panel } from "./multiples.js";
import type { Arm, Picture } from "./picture.js";
import { tickWord, timeTitle } from "./time-axis.js";

/** Ticks shown: enough for several swings, few enough to see each. */
const WINDOW = 156;
const MOST_PANELS = 6;

/** A panel per tier on one scale: orders in each arm over the customers' demand. */
export function demandAndOrders({ tickDays, arms }: Picture): Figure | undefined {
	const orders = arms[0]?.sample.series.find(({ name }) => name === "orders");
	if (!arms[0] || !orders) return undefined;
	const word = tickWord(tickDays);
	const panels = spaced(orders.labels).map((label): Panel => {
		const at = orders.labels.indexOf(label);
		const ratios = arms.flatMap((arm) => bullwhipInWords(arm, at + 1, arms.length > 1));
		const note = ratios.length > 0 ? `bullwhip ${ratios.join(", ")}` : "";
		const demand = demandLine(arms[0] as Arm);
		// The two ends of the comparison: a third line would only hide them.
		const lines = arms.flatMap((arm, a) =>
			a === 0 || a === arms.length - 1 ? [ordersLine(arm, label, a, arms.length > 1)] : [],
		);
		return { title: label, note, unit: `units per ${word}`, lines: [...lines, ...demand] };
	});
	return multiples(panels, { xTitle: timeTitle(tickDays), sameScale: true });
}

/** All labels, or some at equal distances with the first and the last: a chart of 22 panels is none. */
export function spaced(labels: readonly string[], most = MOST_PANELS): string[] {
	if (labels.length <= most) return [...labels];
	const positions = Array.from({ length: most }, (_, i) =>
		Math.round((i * (labels.length - 1)) / (most - 1)),
	);
	return positions.map((position) => labels[position] as string);
}

function ordersLine({ title, sample }: Arm, label: string, index: number, several: boolean): Line {
	const series = sample.series.find(({ name }) => name === "orders") as Series;
	const name = several ? `orders, ${title}` : "orders";
	return {
		name,
		...window(sample, series, series.labels.indexOf(label)),
		color: colorOf(index),
		dash: dashOf(index),
	};
}

function demandLine({ sample }: Arm): Line[] {
	const series = sample.series.find(({ name }) => name === "demand");
	return series
		? [
				{
					name: "customers' demand",
					...window(sample, series, 0),
					color: ink,
					dash: "solid",
					width: 1.2,
				},
			]
		: [];
}

function window({ ticks }: Recording, series: Series, label: number): { x: number[]; y: Float64Array } {
	const start = Math.max(0, ticks - WINDOW);
	return {
		x: Array.from({ length: ticks - start }, (_, i) => start + i + 1),
		y: valuesOf(series, label, start),
	};
}

function bullwhipInWords({ title, outcomes }: Arm, tier: number, several: boolean): string[] {
	const ratio = outcomes.find(({ name }) => name === `bullwhip${tier}`);
	if (!ratio) return [];
	const times = String(Number(ratio.mean.toPrecision(3)));
	return [several ? `${times} (${title})` : times];
}
