// §4.6 Order: production orders from the base-stock level, component orders to match them.

import { rint } from "../engine/math/rint.js";
import { decides, type KnownWorld, known, knownLinks } from "./known.js";
import { manufacturer, supply } from "./manufacturer.js";
import { orderingKinds } from "./parameters.js";
import { settings } from "./settings.js";

const UP_TO = orderingKinds.indexOf("orderUpTo");

/**
 * orderUpTo: S = rint(l F + z √(l s² + v)), q = S − (x^ + work in progress + open orders − backlog).
 * anchorAndAdjust (Sterman 1989): q = rint(F + α (S' − (x^ − backlog) − β·supply line)).
 * q is never negative unless returns are allowed. Neither it nor orders for components take what there is and what is open beyond a limit, so that sums over buyers fit 32 bits.
 */
function orderProduction(world: KnownWorld, from: number, to: number, tick: number): void {
	const own = known(world, manufacturer);
	const rules = known(world, settings);
	const { closed, believed, believedVariance, inProgress, openProduction, backlog, target, safetyFactor } =
		own;
	const { forecast, leadForecast, errorVariance, protectionTicks, order, orderedTotal } = own;
	const upTo = rules.ordering[0] === UP_TO;
	const returns = rules.returns[0] === 1;
	const most = rules.mostOpen[0];
	const opening = tick < rules.openingTicks[0];
	const openingOrder = rules.openingOrder[0];
	const alpha = rules.stockAdjustment[0];
	const beta = rules.supplyLineWeight[0];
	for (let i = from; i < to; i++) {
		const net = rint(believed[i]) - backlog[i];
		const line = inProgress[i] + openProduction[i];
		let q: number;
		if (opening) q = openingOrder;
		else if (upTo) {
			const l = protectionTicks[i];
			const spread = Math.sqrt(l * errorVariance[i] + believedVariance[i]);
			q = rint(leadForecast[i] + safetyFactor[i] * spread) - net - line;
		} else q = rint(forecast[i] + alpha * (target[i] - net - beta * line));
		q = Math.min(q, most - line - Math.max(0, net));
		q = Math.max(returns ? -most - line - Math.min(0, net) : 0, q);
		if (closed[i] === 1) q = 0;
		order[i] = q;
		openProduction[i] += q;
		orderedTotal[i] += q;
	}
}

/**
 * Components of buyers [from, to), one for one with production orders: what open production needs, less what is believed
 * on hand and what is on order. Without losses this is q × quantity; a loss that was noticed is ordered again. They go along the
 * active edge of the contract, but floor(b·units) of them to the first other maker of the item beyond the border, where there is one.
 */
function orderComponents(world: KnownWorld, from: number, to: number, tick: number): void {
	const edges = knownLinks(world, supply);
	const {
		offsets,
		sources,
		quantity,
		share,
		wish,
		believed,
		onOrder,
		placed,
		orderedTotal,
		contract,
		alternative,
		active,
		idle,
		targets,
	} = edges;
	const { openProduction, bMaterial, module, closed } = known(world, manufacturer);
	const rules = known(world, settings);
	const returns = rules.returns[0] === 1;
	const most = rules.mostOpen[0];
	const width = placed.length / Math.max(1, onOrder.length);
	const slot = (tick + rules.informationDelay[0]) % width;
	for (let e = offsets[from]; e < offsets[to]; e++) {
		if (contract[e] >= 0) continue;
		const i = sources[e];
		const needed = (share[e] < 1 ? rint(openProduction[i] * wish[e]) : openProduction[i]) * quantity[e];
		let source = e;
		let other = -1;
		let line = 0;
		for (let a = e; a >= 0; a = alternative[a]) {
			line += onOrder[a];
			if (active[a] === 1) source = a;
			else if (other < 0 && module[targets[a]] !== module[i] && closed[targets[a]] === 0) other = a;
		}
		const units = Math.min(needed - rint(believed[e]), most) - line;
		const q = Math.max(returns ? -most - line : 0, units);
		const across = other < 0 ? 0 : Math.floor(bMaterial[i] * q);
		place(source, q - across);
		if (across !== 0) place(other, across);
	}

	function place(e: number, units: number): void {
		placed[e * width + slot] = units;
		onOrder[e] += units;
		orderedTotal[e] += units;
		idle[e] = 0;
	}
}

export const orderProductionStep = decides(orderProduction);
export const orderComponentsStep = decides(orderComponents);
