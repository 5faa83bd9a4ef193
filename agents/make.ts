// §4 phase 6 Make: release what orders, components, hours and funds allow; it is finished T ticks later.

import { exp } from "../engine/math/exp.js";
import { log } from "../engine/math/log.js";
import { links } from "../engine/network/network.js";
import { binomial } from "../engine/random/binomial.js";
import { purpose } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { Normals, Words } from "./drawn.js";
import { manufacturer, supply } from "./manufacturer.js";
import { settings } from "./settings.js";

const AVAILABILITY = purpose("availability");
const LATE = purpose("late release");
const shocks = new Normals();
const delays = new Words();

/**
 * release = min(open production orders, floor(components/quantity) over inputs, hours/hours per unit,
 * funds/unit cost). Of each release Binomial(units, d) is late by a tick, which nobody sees beforehand.
 *
 * Availability is 1/(1 + exp(−(logit(center) + u))), u AR(1). Contracted hours are planned with its median: they are
 * what is at work when it stands at its center. A supply shock leaves a factor of them.
 */
export function releaseWork(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { availability, begun, making, productionTicks, openProduction, inProgress } = own;
	const { released, releasedTotal, contractedHours, hoursPerUnit, capacityFactor } = own;
	const { cash, meanDemand, price, materialValue, finished, assets } = own;
	const rules = columns(world, settings);
	const { offsets, components, quantity, used, usedTotal } = links(world, supply);
	const width = making.length / finished.length;
	const now = tick % width;
	const rho = rules.availabilityRho[0];
	const shock = rules.availabilitySd[0] * Math.sqrt(1 - rho * rho);
	const center = rules.availabilityCenter[0];
	const logit = log(center / (1 - center));
	const credit = rules.creditTicks[0];
	const lent = rules.assetCredit[0];
	const late = rules.lateRelease[0];
	const unlimited = rules.unlimited[0] === 1;
	const returns = rules.returns[0] === 1;
	const shocked = shocks.draw(draws(world, AVAILABILITY), from, to, tick);
	const delayed = delays.draw(draws(world, LATE), from, to, tick);
	for (let i = from; i < to; i++) {
		const deviation = rho * availability[i] + shock * shocked[i - from];
		availability[i] = deviation;
		const first = offsets[i];
		const last = offsets[i + 1];
		let units = openProduction[i];
		if (!returns) {
			for (let e = first; e < last; e++) units = Math.min(units, Math.floor(components[e] / quantity[e]));
			const outlay = materialValue[i];
			const funds = cash[i] + credit * meanDemand[i] * price[i] + lent * assets[i];
			if (outlay > 0) units = Math.min(units, Math.floor(funds / outlay));
			units = Math.max(0, units);
			if (units === 0) begun[i] = 0;
			else if (!unlimited && hoursPerUnit[i] > 0) {
				// What is left of the hours goes into the next unit, if there is one to work on.
				const share = 1 / (1 + exp(-(logit + deviation)));
				const hours = begun[i] + contractedHours[i] * capacityFactor[i] * (share / center);
				const most = Math.floor(hours / hoursPerUnit[i]);
				begun[i] = most < units ? hours - most * hoursPerUnit[i] : 0;
				units = Math.min(units, most);
			}
		}
		for (let e = first; e < last; e++) {
			const taken = units * quantity[e];
			components[e] -= taken;
			used[e] = taken;
			usedTotal[e] += taken;
		}
		const tardy = binomial(delayed[i - from], Math.max(0, units), late);
		const ends = now + productionTicks[i];
		const due = ends < width ? ends : ends - width;
		making[i * width + due] += units - tardy;
		making[i * width + (due + 1 < width ? due + 1 : 0)] += tardy;
		openProduction[i] -= units;
		inProgress[i] += units;
		released[i] = units;
		releasedTotal[i] += units;
	}
}
