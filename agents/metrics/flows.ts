// What went between makers in a tick, arc by arc and maker by maker: what modules are cut from.

import { links } from "../../engine/network/network.js";
import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { manufacturer, supply } from "../manufacturer.js";

const numbered = (count: number) => Array.from({ length: count }, (_, k) => String(k));

/** A number for each supply link, in the order of the world. */
export const boughtByLink = (count: number): Metric => ({
	name: "boughtByLink",
	unit: "cents/tick",
	about: "value of what was bought over each supply link, at the supplier's price",
	labels: numbered(count),
	over: manufacturer.name,
	observe(world, from, to, _tick, out) {
		const { price } = columns(world, manufacturer);
		const { offsets, targets, shipped } = links(world, supply);
		for (let e = offsets[from]; e < offsets[to]; e++) out[e] += shipped[e] * price[targets[e]];
	},
});

const byMaker =
	(column: "shortHours" | "idleHours", about: string) =>
	(makers: number): Metric => ({
		name: column,
		unit: "h/tick",
		about,
		labels: numbered(makers),
		over: manufacturer.name,
		observe(world, from, to, _tick, out) {
			const hours = columns(world, manufacturer)[column];
			for (let i = from; i < to; i++) out[i] += hours[i];
		},
	});

export const shortByMaker = byMaker("shortHours", "hours that each maker lacked before any were lent");
export const idleByMaker = byMaker("idleHours", "hours that each maker had left over before any were lent");
