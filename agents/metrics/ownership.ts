// Who owns firms and how they grow apart: new owners, exits, entries, and the skewness of makers' sizes.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { manufacturer } from "../manufacturer.js";
import { FATE } from "../ownership-columns.js";
import { serviceFirm } from "../service-firm.js";

export const ownership: Metric = {
	name: "ownership",
	unit: "firms, firms, firms, firms, 1",
	about:
		"firms with a new owner in this tick, makers that exit, newcomers; empty places; skewness of the sizes of makers, revenue of the last ticks over what is usual",
	labels: ["newOwners", "exits", "entries", "empty", "sizeSkewness"],
	over: accounts.name,
	observe(world, from, to, _tick, out) {
		if (from === to) return;
		const { fate, closed, revenueSum, usualRevenue } = columns(world, manufacturer);
		const fates = [0, 0, 0, 0];
		for (const one of columns(world, serviceFirm).fate) fates[one] += 1;
		const sizes: number[] = [];
		let sum = 0;
		for (let i = 0; i < fate.length; i++) {
			fates[fate[i]] += 1;
			if (closed[i] === 1 || usualRevenue[i] === 0) continue;
			const size = revenueSum[i] / usualRevenue[i];
			sizes.push(size);
			sum += size;
		}
		out.set([fates[FATE.newOwner], fates[FATE.exit], fates[FATE.entry]]);
		for (const place of closed) out[3] = out[3] + place;
		out[4] = skewness(sizes, sum / sizes.length);
	},
};

/** Third central moment over the cube of the standard deviation; 0 where all are alike. */
function skewness(values: readonly number[], mean: number): number {
	let second = 0;
	let third = 0;
	for (const value of values) {
		const off = value - mean;
		second += off * off;
		third += off * off * off;
	}
	const variance = second / values.length;
	return variance > 0 ? third / values.length / (variance * Math.sqrt(variance)) : 0;
}
