// Modules and their borders: how many there are, what crosses, what it costs, how open the borders are.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { manufacturer } from "../manufacturer.js";
import { module } from "../module.js";
import { serviceFirm, serviceKinds } from "../service-firm.js";

export const moduleCount: Metric = {
	name: "modules",
	unit: "modules",
	about: "modules that have members, 1 to the number of makers",
	over: module.name,
	observe(world, from, to, _tick, out) {
		const { size } = columns(world, module);
		for (let m = from; m < to; m++) if (size[m] > 0) out[0] += 1;
	},
};

export const organizationCost: Metric = {
	name: "organization",
	unit: "$/tick",
	about: "what makers pay for the overhead of modules, and for what crosses borders",
	labels: ["overhead", "crossing"],
	divisor: 100,
	over: manufacturer.name,
	after: "settle",
	observe(world, from, to, _tick, out) {
		const { module: own, crossingCost } = columns(world, manufacturer);
		const { overhead } = columns(world, module);
		for (let i = from; i < to; i++) {
			out[0] += overhead[own[i]];
			out[1] += crossingCost[i];
		}
	},
};

export const lending: Metric = {
	name: "lending",
	unit: "h/tick",
	about: "hours lent in the tick: inside modules, free; beyond, for pay",
	labels: ["inside", "beyond"],
	over: manufacturer.name,
	after: "settle",
	observe(world, from, to, _tick, out) {
		const { borrowedHours, hoursIn } = columns(world, manufacturer);
		for (let i = from; i < to; i++) {
			out[0] += borrowedHours[i];
			out[1] += hoursIn[i];
		}
	},
};

export const serviceLending: Metric = {
	name: "serviceLending",
	unit: "h/tick",
	about: "hours that service firms lent each other in the tick, by kind, for pay",
	labels: serviceKinds,
	over: serviceFirm.name,
	after: "services",
	observe(world, from, to, _tick, out) {
		const { kind, hoursIn } = columns(world, serviceFirm);
		for (let f = from; f < to; f++) out[kind[f]] += hoursIn[f];
	},
};

export const credit: Metric = {
	name: "credit",
	unit: "$",
	about: "what makers owe each other",
	divisor: 100,
	over: accounts.name,
	observe(world, from, to, _tick, out) {
		const { loans } = columns(world, accounts);
		for (let a = from; a < to; a++) out[0] += loans[a];
	},
};

export const planning: Metric = {
	name: "planning",
	unit: "$",
	about: "worth of modules' plans for the period: those in force, and the greedy ones beside them",
	labels: ["planned", "greedy"],
	divisor: 100,
	over: module.name,
	observe(world, from, to, _tick, out) {
		const { planned, plannedGreedily } = columns(world, module);
		for (let m = from; m < to; m++) {
			out[0] += planned[m];
			out[1] += plannedGreedily[m];
		}
	},
};

/** Mean of b over makers, by channel. */
export const borders = (makers: number): Metric => ({
	name: "borders",
	unit: "share",
	about: "how open borders are: mean b over makers, by channel; of labor where hours were short; 0..1",
	labels: ["material", "labor", "funds", "information"],
	divisor: makers,
	over: manufacturer.name,
	after: "settle",
	observe(world, from, to, _tick, out) {
		const { bMaterial, bLabor, bFunds, psi } = columns(world, manufacturer);
		for (let i = from; i < to; i++) {
			out[0] += bMaterial[i];
			out[1] += bLabor[i];
			out[2] += bFunds[i];
			out[3] += psi[i];
		}
	},
});
