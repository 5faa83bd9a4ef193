// What customers ask and get: orders, what is served at once, on time, late or never.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { manufacturer } from "../manufacturer.js";
import { demandKinds } from "../parameters.js";
import { serviceFirm, serviceKinds } from "../service-firm.js";

const NONE = demandKinds.indexOf("none");

export const demand: Metric = {
	name: "demand",
	unit: "units/tick",
	about: "customers' orders",
	over: manufacturer.name,
	after: "orders and shipping",
	observe(world, from, to, _tick, out) {
		const { marketOrders } = columns(world, manufacturer);
		let sum = 0;
		for (let i = from; i < to; i++) sum += marketOrders[i];
		out[0] = out[0] + sum;
	},
};

export const delivery: Metric = {
	name: "delivery",
	unit: "units/tick",
	about:
		"of customers' orders: filled in their tick, shipped within the promise, due (on time, overdue or cancelled), shipped, cancelled, still waiting",
	over: manufacturer.name,
	after: "orders and shipping",
	labels: ["filled", "onTime", "due", "shipped", "cancelled", "waiting"],
	observe(world, from, to, _tick, out) {
		const own = columns(world, manufacturer);
		const { demandKind, marketFilled, marketOnTime, marketDue, marketShipped, marketCancelled } = own;
		const { marketBacklog } = own;
		for (let i = from; i < to; i++) {
			if (demandKind[i] === NONE) continue;
			out[0] += marketFilled[i];
			out[1] += marketOnTime[i];
			out[2] += marketDue[i];
			out[3] += marketShipped[i];
			out[4] += marketCancelled[i];
			out[5] += marketBacklog[i];
		}
	},
};

/** Where the machines are at the end of a tick; handed over in this tick counts as working. */
export const machines: Metric = {
	name: "machines",
	unit: "machines",
	about: "customers by what their machine is at",
	over: accounts.name,
	labels: ["working", "deciding", "ordered", "inDelivery", "down"],
	observe(world, from, to, _tick, out) {
		const counted = columns(world, accounts).machines;
		for (let a = from; a < to; a++)
			for (let c = 0; c < out.length; c++) out[c] = out[c] + counted[a * out.length + c];
	},
};

export const satisfaction: Metric = {
	name: "satisfaction",
	unit: "share",
	about: "mean satisfaction s_k of customers",
	over: accounts.name,
	observe(world, from, to, _tick, out) {
		const mean = columns(world, accounts).satisfaction;
		for (let a = from; a < to; a++) out[0] = out[0] + mean[a];
	},
};

export const services: Metric = {
	name: "services",
	unit: "jobs",
	about: "jobs waiting after the tick and served in it",
	over: serviceFirm.name,
	after: "services",
	labels: serviceKinds.flatMap((kind) => [`${kind}Queue`, `${kind}Served`]),
	observe(world, from, to, _tick, out) {
		const { kind, queue, served } = columns(world, serviceFirm);
		for (let f = from; f < to; f++) {
			const c = 2 * kind[f];
			out[c] += queue[f];
			out[c + 1] = out[c + 1] + served[f];
		}
	},
};
