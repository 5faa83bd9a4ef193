// §3 Re-sourcing: a buyer moves a contract to another maker of the item, where that one costs clearly less, wait included.

import { decides, type KnownWorld, known, knownLinks } from "./known.js";
import { manufacturer, supply } from "./manufacturer.js";
import { settings } from "./settings.js";

/** Weight of the newest delay of a source in what is expected of it. */
const DELAY_WEIGHT = 1 / 13;

/** Ticks; who is later than that is as good as closed. */
const LONGEST = 52;

/** The edge that the orders of a contract go along. */
export function sourceOf(
	{ active, alternative }: Readonly<{ active: Uint8Array; alternative: Int32Array }>,
	contract: number,
): number {
	let e = contract;
	while (active[e] === 0) e = alternative[e];
	return e;
}

/**
 * What suppliers [from, to) let be known at the end of a tick: how late they are, backlog over forecast, and what is expected to be asked of them, by
 * the forecasts of those who have a contract with them.
 */
function postOffers(world: KnownWorld, from: number, to: number): void {
	const { backlog, forecast, lateness, booked, demandMean } = known(world, manufacturer);
	const edges = knownLinks(world, supply);
	const { incomingOffsets, incomingEdges, sources, active, contract, quantity, share } = edges;
	if (known(world, settings).reSourcing[0] === 0) return;
	for (let j = from; j < to; j++) {
		lateness[j] = backlog[j] > 0 && forecast[j] > 0 ? Math.min(LONGEST, backlog[j] / forecast[j]) : 0;
		let units = demandMean[j];
		for (let k = incomingOffsets[j]; k < incomingOffsets[j + 1]; k++) {
			const e = incomingEdges[k];
			if (active[e] === 0) continue;
			const c = contract[e] < 0 ? e : contract[e];
			units += forecast[sources[e]] * quantity[c] * share[c];
		}
		booked[j] = units;
	}
}

/**
 * w ← w + (s d + (1 − s) d̄ − w)/13: by how much the buyer expects each source to be late, d its lateness. A buyer sees all of it,
 * s = 1, at its own sources and inside its module, and ψ of it elsewhere; for the rest it expects what it is used to, d̄, the mean over its own sources.
 *
 * c = p (1 + (1 − b) τ + a w): price of the source, friction where a border lies between, and what delay is worth. Every `every` ticks, each
 * buyer in a tick of its own, a contract goes to the source of least c among those who have hours left for it, if that is below (1 − hysteresis) c of the source
 * in force; from a closed source at once, to whoever is open. Orders move; what is on order at the old source still comes.
 */
function reSource(world: KnownWorld, from: number, to: number, tick: number): void {
	const own = known(world, manufacturer);
	const { reSourced, sourcingRank, closed, price, lateness, forecast } = own;
	const { module, psi, bMaterial, booked, contractedHours, hoursPerUnit } = own;
	const rules = known(world, settings);
	const edges = knownLinks(world, supply);
	const { offsets, targets, contract, alternative, active, idle, wait, quantity, share } = edges;
	reSourced.fill(0, from, to);
	if (rules.reSourcing[0] === 0) return;
	const every = Math.max(1, rules.sourcingEvery[0]);
	const enough = 1 - rules.sourcingHysteresis[0];
	const tax = rules.boundariesOn[0] === 1 ? rules.materialTax[0] : 0;
	const load = rules.sourcingLoad[0];
	const delayCost = rules.sourcingDelay[0];
	const turn = tick % every;
	const unlimited = rules.unlimited[0] === 1;
	for (let i = from; i < to; i++) {
		learn(i);
		const due = Math.floor(sourcingRank[i] * every) === turn;
		for (let c = offsets[i]; c < offsets[i + 1]; c++) {
			if (contract[c] >= 0 || alternative[c] < 0) continue;
			const source = sourceOf(edges, c);
			const left = closed[targets[source]] === 1;
			if (!due && !left) continue;
			let best = source;
			let least = left ? Number.POSITIVE_INFINITY : enough * cost(source, i);
			for (let a = c; a >= 0; a = alternative[a]) {
				if (a === source || closed[targets[a]] === 1) continue;
				if (!left && !hasRoom(targets[a], forecast[i] * quantity[c] * share[c])) continue;
				const other = cost(a, i);
				if (other >= least) continue;
				best = a;
				least = other;
			}
			if (best === source) continue;
			active[source] = 0;
			active[best] = 1;
			idle[best] = 0;
			reSourced[i] += 1;
		}
	}

	function learn(i: number): void {
		let sum = 0;
		let sources = 0;
		for (let e = offsets[i]; e < offsets[i + 1]; e++) {
			if (active[e] === 0) continue;
			sum += lateness[targets[e]];
			sources++;
		}
		const usual = sum / sources;
		for (let e = offsets[i]; e < offsets[i + 1]; e++) {
			const j = targets[e];
			const seen = active[e] === 1 || module[j] === module[i] ? 1 : psi[i];
			wait[e] += DELAY_WEIGHT * (seen * lateness[j] + (1 - seen) * usual - wait[e]);
		}
	}

	/** Whose hours so many units more in a tick would fill makes no offer. */
	function hasRoom(j: number, units: number): boolean {
		return unlimited || (booked[j] + units) * hoursPerUnit[j] <= load * contractedHours[j];
	}

	function cost(e: number, i: number): number {
		const j = targets[e];
		const friction = module[j] === module[i] ? 0 : (1 - bMaterial[i]) * tax;
		return price[j] * (1 + friction + delayCost * wait[e]);
	}
}

export const postOffersStep = decides(postOffers);
export const reSourceStep = decides(reSource);
