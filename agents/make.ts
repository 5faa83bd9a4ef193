// §4 phase 6 Make: what orders, components and funds allow, what hours it takes, and what is released; it is finished T ticks later.

import { exp } from "../engine/math/exp.js";
import { log } from "../engine/math/log.js";
import { links } from "../engine/network/network.js";
import { binomial } from "../engine/random/binomial.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { creditLine } from "./credit-line.js";
import { Normals, Words } from "./drawn.js";
import { manufacturer, supply } from "./manufacturer.js";
import { settings } from "./settings.js";

const AVAILABILITY = purpose("availability");
const MOUNTED = purpose("option mounted");
const LATE = purpose("late release");
const shocks = new Normals();
const delays = new Words();

/**
 * wanted = min(open production orders, floor(components/quantity) over inputs, funds/unit cost); whole hours that are missing
 * to make it, or left over when it is made.
 *
 * Availability is 1/(1 + exp(−(logit(center) + u))), u AR(1). Contracted hours are planned with its median: they are
 * what is at work when it stands at its center. A supply shock leaves a factor of them.
 */
export function planWork(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { availability, begun, openProduction, contractedHours, hoursPerUnit, capacityFactor, atWork } = own;
	const { cash, materialValue, wanted, hours, shortHours, idleHours } = own;
	const { borrowedHours, lentHours, hoursIn, hoursOut, need, loanIn, nextHours, paidHours } = own;
	const { assets, usualRevenue } = own;
	const rules = columns(world, settings);
	const { offsets, contract, components, quantity, share } = links(world, supply);
	const rho = rules.availabilityRho[0];
	const shock = rules.availabilitySd[0] * Math.sqrt(1 - rho * rho);
	const center = rules.availabilityCenter[0];
	const logit = log(center / (1 - center));
	const returns = rules.returns[0] === 1;
	const wage = rules.wage[0];
	const limited = !returns && rules.unlimited[0] === 0;
	const shocked = shocks.draw(draws(world, AVAILABILITY), from, to, tick);
	for (let i = from; i < to; i++) {
		const deviation = rho * availability[i] + shock * shocked[i - from];
		availability[i] = deviation;
		const first = offsets[i];
		const last = offsets[i + 1];
		paidHours[i] = Math.max(0, contractedHours[i] + nextHours[i]);
		let units = openProduction[i];
		if (!returns) {
			for (let e = first; e < last && contract[e] < 0; e++)
				if (quantity[e] > 0 && share[e] === 1)
					units = Math.min(units, Math.floor(components[e] / quantity[e]));
			const outlay = materialValue[i];
			need[i] = Math.max(0, units) * outlay + paidHours[i] * wage;
			const funds = cash[i] + loanIn[i] + creditLine(rules, usualRevenue[i], assets[i]);
			if (outlay > 0) units = Math.min(units, Math.floor(funds / outlay));
			units = Math.max(0, units);
		}
		wanted[i] = units;
		shortHours[i] = 0;
		idleHours[i] = 0;
		borrowedHours[i] = 0;
		lentHours[i] = 0;
		hoursIn[i] = 0;
		hoursOut[i] = 0;
		if (limited && hoursPerUnit[i] > 0) {
			const share = 1 / (1 + exp(-(logit + deviation)));
			atWork[i] = capacityFactor[i] * (share / center);
			const present = paidHours[i] * capacityFactor[i] * (share / center);
			// What was begun was begun on a unit of those that are wanted now.
			hours[i] = units > 0 ? begun[i] + present : present;
			const left = hours[i] - units * hoursPerUnit[i];
			if (Math.floor(hours[i] / hoursPerUnit[i]) < units) shortHours[i] = Math.max(1, Math.ceil(-left));
			else idleHours[i] = Math.max(0, Math.floor(left));
		}
	}
}

/**
 * release = min(wanted, hours/hours per unit), with hours lent and borrowed. What is left of the hours goes into the next unit, if
 * there is one to work on. Of a release the part goes with an option that buyers of late asked for it, as far as there are
 * components: a lack of options holds nothing up. Of each release Binomial(units, d) is late by a tick, which nobody sees beforehand.
 */
export function releaseWork(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { begun, making, scheduled, productionTicks, openProduction, inProgress, finished } = own;
	const { released, releasedTotal, wanted, hours, hoursPerUnit, shortHours, borrowedHours } = own;
	const { hoursIn, load } = own;
	const edges = links(world, supply);
	const { offsets, contract, components, quantity, used, usedTotal, share, wish, wished } = edges;
	const options = draws(world, MOUNTED);
	const width = making.length / finished.length;
	const now = tick % width;
	const late = columns(world, settings).lateRelease[0];
	const delayed = delays.draw(draws(world, LATE), from, to, tick);
	for (let i = from; i < to; i++) {
		let units = wanted[i];
		load[i] = hours[i] > 0 ? (units * hoursPerUnit[i]) / hours[i] : 0;
		begun[i] = 0;
		if (shortHours[i] > 0) {
			const mine = hours[i] + borrowedHours[i] + hoursIn[i];
			const most = Math.floor(mine / hoursPerUnit[i]);
			if (most < units) {
				begun[i] = mine - most * hoursPerUnit[i];
				units = most;
			}
		}
		const first = offsets[i];
		const last = offsets[i + 1];
		for (let e = first; e < last && contract[e] < 0; e++) {
			let mounted = units;
			if (share[e] < 1) {
				wished[e] = binomial(word(options, e, tick, 0), Math.max(0, units), wish[e]);
				mounted = Math.min(wished[e], Math.floor(components[e] / quantity[e]));
			}
			const taken = mounted * quantity[e];
			components[e] -= taken;
			used[e] = taken;
			usedTotal[e] += taken;
		}
		const tardy = binomial(delayed[i - from], Math.max(0, units), late);
		const ends = now + productionTicks[i];
		const due = ends < width ? ends : ends - width;
		scheduled[i * width + due] += units;
		making[i * width + due] += units - tardy;
		making[i * width + (due + 1 < width ? due + 1 : 0)] += tardy;
		openProduction[i] -= units;
		inProgress[i] += units;
		released[i] = units;
		releasedTotal[i] += units;
	}
}
