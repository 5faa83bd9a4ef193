// Money: who earns, who holds cash, how well each party fares, and what making took from the world.

import { exp } from "../../engine/math/exp.js";
import { log } from "../../engine/math/log.js";
import type { Metric } from "../../engine/record/metric.js";
import { columns, type World } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { manufacturer } from "../manufacturer.js";
import { serviceFirm } from "../service-firm.js";

function sum(values: ArrayLike<number>): number {
	let total = 0;
	for (let i = 0; i < values.length; i++) total += values[i];
	return total;
}

/** Over the one row of the accounts: reads all firms. */
const overall = (metric: Omit<Metric, "over">): Metric => ({ ...metric, over: accounts.name });

export const profit = overall({
	name: "profit",
	unit: "$/tick",
	about: "accrual profit of firms; of customers: machines' earnings and late pay less what they buy",
	labels: ["manufacturers", "serviceFirms", "customers"],
	divisor: 100,
	observe(world, _from, _to, _tick, out) {
		out[0] = sum(columns(world, manufacturer).profit);
		out[1] = sum(columns(world, serviceFirm).profit);
		out[2] = columns(world, accounts).customersNet[0];
	},
});

export const cash = overall({
	name: "cash",
	unit: "$",
	about: "cash of each party; together always 0",
	labels: ["manufacturers", "serviceFirms", "households", "bank", "outside"],
	divisor: 100,
	observe(world, _from, _to, _tick, out) {
		const { households, bank, outside } = columns(world, accounts);
		out[0] = sum(columns(world, manufacturer).cash);
		out[1] = sum(columns(world, serviceFirm).cash);
		out[2] = households[0];
		out[3] = bank[0];
		out[4] = outside[0];
	},
});

/** What customers pay, consolidated: machines and repairs, not what firms sell each other. */
export const revenue = overall({
	name: "revenue",
	unit: "$/tick",
	about: "paid by customers for machines and for services",
	labels: ["machines", "services"],
	divisor: 100,
	observe(world, _from, _to, _tick, out) {
		const { marketShipped, price } = columns(world, manufacturer);
		const { kind, revenue: earned } = columns(world, serviceFirm);
		for (let i = 0; i < price.length; i++) out[0] = out[0] + marketShipped[i] * price[i];
		for (let f = 0; f < kind.length; f++) if (kind[f] === 0) out[1] = out[1] + earned[f];
	},
});

/** Σ ω ln g and Σ ω g over firms, g = 1/(1 + exp(−(m − .05)/.10)) of each firm's margin in the window. */
export const fairness = overall({
	name: "fairness",
	unit: "1",
	about: "firms' margins as g in (0, 1): weighted mean logarithm and weighted mean",
	labels: ["meanLog", "mean"],
	observe(world, _from, _to, _tick, out) {
		for (const kind of [columns(world, manufacturer), columns(world, serviceFirm)]) {
			const { costShare, usualRevenue, revenueWindow, profitWindow } = kind;
			const window = revenueWindow.length / Math.max(1, costShare.length);
			for (let i = 0; i < costShare.length; i++) {
				const first = i * window;
				const earned = sum(profitWindow.subarray(first, first + window));
				const turnover = sum(revenueWindow.subarray(first, first + window));
				// A hundredth of usual revenue keeps the margin of a firm without sales finite, and as bad as it is.
				const reserve = 0.01 * usualRevenue[i] * window;
				const margin = turnover + reserve > 0 ? earned / (turnover + reserve) : 0;
				const g = 1 / (1 + exp(-(margin - 0.05) / 0.1));
				out[0] += costShare[i] * log(Math.max(g, 1e-12));
				out[1] += costShare[i] * g;
			}
		}
	},
});

export const resources = overall({
	name: "resources",
	unit: "kWh/tick, $/tick, $/tick",
	about: "energy used, virgin material bought, machines delivered at list price",
	labels: ["energy", "material", "delivered"],
	observe(world: World, _from, _to, _tick, out) {
		const { energy, released, materialCost, marketShipped, price } = columns(world, manufacturer);
		for (let i = 0; i < price.length; i++) {
			out[0] += energy[i];
			out[1] += released[i] * materialCost[i];
			out[2] += marketShipped[i] * price[i];
		}
		out[0] = out[0] / 1000;
		out[1] = out[1] / 100;
		out[2] = out[2] / 100;
	},
});
