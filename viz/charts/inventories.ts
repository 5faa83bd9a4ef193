// Inventories, true against believed: what the books or the twin take for the stock.

import { type Series, valuesOf } from "../../engine/record/recording.js";
import { spaced } from "./demand-and-orders.js";
import { colorOf, type Figure, ink } from "./figure.js";
import { multiples, type Panel } from "./multiples.js";
import type { Arm, Picture } from "./picture.js";
import { timeTitle } from "./time-axis.js";

const WINDOW = 156;

/** One run as it went. Several arms: a panel each with all stages together; one arm: a panel per tier. */
export function inventories({ tickDays, arms }: Picture): Figure | undefined {
	const panels = arms.length > 1 ? arms.flatMap(whole) : arms.flatMap(byTier);
	if (panels.length === 0) return undefined;
	return multiples(panels, {
		xTitle: timeTitle(tickDays),
		sameScale: arms.length > 1,
	});
}

function whole(arm: Arm): Panel[] {
	const found = pair(arm);
	if (!found) return [];
	const everything = (series: Series) => Array.from(series.labels.keys());
	return [panel(arm, arm.title, (series) => everything(series))].flat();
}

function byTier(arm: Arm): Panel[] {
	const found = pair(arm);
	if (!found) return [];
	return spaced(found.stock.labels).flatMap((label) =>
		panel(arm, label || "all stages", (series) => [series.labels.indexOf(label)]),
	);
}

function pair({ sample }: Arm): { stock: Series; estimate: Series } | undefined {
	const find = (wanted: string) => sample.series.find(({ name }) => name === wanted);
	const stock = find("stock");
	const estimate = find("estimate");
	return stock && estimate && { stock, estimate };
}

function panel(arm: Arm, title: string, labels: (series: Series) => number[]): Panel[] {
	const found = pair(arm);
	if (!found) return [];
	const start = Math.max(0, arm.sample.ticks - WINDOW);
	const x = Array.from({ length: arm.sample.ticks - start }, (_, i) => start + i + 1);
	const total = (series: Series) => {
		const sum = new Float64Array(x.length);
		for (const label of labels(series))
			valuesOf(series, label, start).forEach((value, i) => {
				sum[i] = sum[i] + value;
			});
		return sum;
	};
	return [
		{
			title,
			unit: "units",
			lines: [
				{
					name: "true stock",
					x,
					y: total(found.stock),
					color: ink,
					dash: "solid",
				},
				{
					name: "believed stock",
					x,
					y: total(found.estimate),
					color: colorOf(0),
					dash: "dash",
				},
			],
		},
	];
}
