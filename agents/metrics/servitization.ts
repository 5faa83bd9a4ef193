// Servitization: who is ready for services, who has which contract, what makers earn and pay for it.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { customer } from "../customer.js";

export const adoption: Metric = {
	name: "adoption",
	unit: "share",
	about: "of customers, ready for services",
	over: accounts.name,
	observe(world, from, to, _tick, out) {
		const { adopters } = columns(world, accounts);
		for (let a = from; a < to; a++) out[0] = out[0] + adopters[a] / world.rows[customer.name];
	},
};
