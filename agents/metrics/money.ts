// Money: who earns, who holds cash, how well each party fares, and what making took from the world.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";

type Name = Exclude<keyof (typeof accounts.groups)["open"], "machines">;

/** What the accounts added up, by label. */
const ofAccounts = (metric: Omit<Metric, "over" | "observe">, names: readonly Name[]): Metric => ({
	...metric,
	over: accounts.name,
	observe(world, from, to, _tick, out) {
		const own = columns(world, accounts);
		for (let c = 0; c < names.length; c++)
			for (let a = from; a < to; a++) out[c] = out[c] + own[names[c] as Name][a];
	},
});

export const profit = ofAccounts(
	{
		name: "profit",
		unit: "$/tick",
		about: "accrual profit of firms; of customers: machines' earnings and late pay less what they buy",
		labels: ["manufacturers", "serviceFirms", "customers"],
		divisor: 100,
	},
	["makersProfit", "firmsProfit", "customersNet"],
);

export const cash = ofAccounts(
	{
		name: "cash",
		unit: "$",
		about: "cash of each party; together always 0",
		labels: ["manufacturers", "serviceFirms", "households", "bank", "government", "outside"],
		divisor: 100,
	},
	["makersCash", "firmsCash", "households", "bank", "government", "outside"],
);

/** What customers pay, consolidated: machines and repairs, not what firms sell each other. */
export const revenue = ofAccounts(
	{
		name: "revenue",
		unit: "$/tick",
		about: "paid by customers for machines, to service firms, and to makers under contracts",
		labels: ["machines", "services", "contracts"],
		divisor: 100,
	},
	["sales", "repairs", "fees"],
);

/** Σ ω ln g and Σ ω g over firms, g = 1/(1 + exp(−(m − .05)/.10)) of each firm's margin in the window. */
export const fairness = ofAccounts(
	{
		name: "fairness",
		unit: "1",
		about: "firms' margins as g in (0, 1): weighted mean logarithm and weighted mean",
		labels: ["meanLog", "mean"],
	},
	["fareLog", "fare"],
);

export const resources: Metric = {
	name: "resources",
	unit: "kWh/tick, $/tick, $/tick",
	about: "energy used, virgin material bought, machines delivered at list price",
	labels: ["energy", "material", "delivered"],
	over: accounts.name,
	observe(world, from, to, _tick, out) {
		const { energy, material, delivered } = columns(world, accounts);
		for (let a = from; a < to; a++) {
			out[0] = out[0] + energy[a] / 1000;
			out[1] = out[1] + material[a] / 100;
			out[2] = out[2] + delivered[a] / 100;
		}
	},
};
