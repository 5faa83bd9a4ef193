// Servitization: who is ready for services, who has which contract, what makers earn and pay for it.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { customer } from "../customer.js";
import { manufacturer } from "../manufacturer.js";

export const adoption: Metric = {
	name: "adoption",
	unit: "share",
	about: "of customers, ready for services",
	over: accounts.name,
	observe(world, from, to, _tick, out) {
		const { adopters } = columns(world, accounts);
		for (let a = from; a < to; a++) out[0] = out[0] + adopters[a] / Math.max(1, world.rows[customer.name]);
	},
};

export const contracts: Metric = {
	name: "contracts",
	unit: "contracts",
	about:
		"that run after the tick, by stage; machines rented out under the last, at work; failures that twins saw coming, and maintenance planned by age, in the tick",
	over: manufacturer.name,
	labels: ["addOn", "enhanced", "embedded", "rentedWorking", "prevented", "byAge"],
	observe(world, from, to, _tick, out) {
		const { contracts: counted, rentedWorking, prevented, maintainedByAge } = columns(world, manufacturer);
		for (let i = from; i < to; i++) {
			out[0] += counted[3 * i];
			out[1] += counted[3 * i + 1];
			out[2] += counted[3 * i + 2];
			out[3] += rentedWorking[i];
			out[4] += prevented[i];
			out[5] += maintainedByAge[i];
		}
	},
};

export const contractMoney: Metric = {
	name: "contractMoney",
	unit: "$/tick; assets: $",
	about:
		"of makers: fees earned, what service cost them in all (upkeep, penalties, set-up, depreciation), penalties, book value of rented machines",
	over: manufacturer.name,
	labels: ["fees", "cost", "penalties", "assets"],
	divisor: 100,
	observe(world, from, to, _tick, out) {
		const { contractRevenue, contractCost, penalties, assets } = columns(world, manufacturer);
		for (let i = from; i < to; i++) {
			out[0] += contractRevenue[i];
			out[1] += contractCost[i];
			out[2] += penalties[i];
			out[3] += assets[i];
		}
	},
};
