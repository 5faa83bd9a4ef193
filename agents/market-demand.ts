// §4 phase 3: customers' orders of this tick join their maker's backlog, cancelled ones leave it.

import { rint } from "../engine/math/rint.js";
import { binomial } from "../engine/random/binomial.js";
import { normal } from "../engine/random/continuous.js";
import { negativeBinomial } from "../engine/random/negative-binomial.js";
import { purpose, type StreamKey, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { oldUnits, unitsOfAge } from "./cohorts.js";
import { customer, STATE } from "./customer.js";
import { manufacturer } from "./manufacturer.js";
import { cancelHazard } from "./options.js";
import { demandKinds } from "./parameters.js";
import { takeFirst, takeJoiners } from "./queue.js";
import { settings } from "./settings.js";
import { clockOf, nextTurn, turns } from "./use.js";

const DEMAND = purpose("demand");
const CANCEL_UNITS = purpose("cancelled units");
const NONE = demandKinds.indexOf("none");
const OWNERS = demandKinds.indexOf("owners");

/** Overdue orders are counted, cancelled ones leave, new ones enter. */
export function takeMarketOrders(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { marketOrders, marketBacklog, marketWaiting, marketDue, marketCancelled, demandKind } = own;
	const { promiseTicks } = columns(world, settings);
	const { next, variant } = columns(world, customer);
	const { variantOrders } = own;
	const variants = variantOrders.length / Math.max(1, marketBacklog.length);
	const promise = Math.floor(promiseTicks[0]);
	const hazard = cancelHazard(world);
	const width = marketWaiting.length / Math.max(1, marketBacklog.length);
	const newest = tick % width;
	const demand = draws(world, DEMAND);
	const cancels = draws(world, CANCEL_UNITS);
	for (let i = from; i < to; i++) {
		const kind = demandKind[i];
		if (kind === NONE) continue;
		const base = i * width;
		// What stood in this tick's slot for a whole round becomes old.
		marketWaiting[base + newest] = 0;
		marketDue[i] = unitsOfAge(marketWaiting, base, width, tick, promise + 1);
		let gone = 0;
		if (marketBacklog[i] > 0) {
			if (kind === OWNERS) gone = dropCancelling(world, i, tick, width, promise);
			else if (hazard > 0) {
				gone = binomial(
					word(cancels, i, tick, width),
					oldUnits(marketWaiting, base, width, marketBacklog[i]),
					hazard,
				);
				for (let age = Math.min(width - 1, tick); age >= 1; age--) {
					const slot = base + ((tick - age) % width);
					const units = binomial(word(cancels, i, tick, age), marketWaiting[slot], hazard);
					marketWaiting[slot] -= units;
					if (age <= promise) marketDue[i] += units;
					gone += units;
				}
			}
		}
		const last = own.queueTail[i];
		const orders = kind === OWNERS ? takeJoiners(own, i, next) : drawDemand(world, i, tick, demand);
		if (variants > 1) {
			variantOrders.fill(0, i * variants, (i + 1) * variants);
			const first = last < 0 ? own.queueHead[i] : next[last];
			for (let id = first; id >= 0; id = next[id]) variantOrders[i * variants + variant[id]] += 1;
		}
		marketOrders[i] = orders;
		marketCancelled[i] = gone;
		marketWaiting[base + newest] = orders;
		marketBacklog[i] += orders - gone;
	}
}

/**
 * Customers who gave up leave the maker's queue; each buys a machine elsewhere, which is there at once. Returns how many.
 */
function dropCancelling(world: World, maker: number, tick: number, width: number, promise: number): number {
	const own = columns(world, manufacturer);
	const { queueHead, queueTail, marketWaiting, marketDue } = own;
	const { state, turnsAt, orderedAt, next, contract } = columns(world, customer);
	const clock = clockOf(world);
	const machines = turns(world);
	let gone = 0;
	let before = -1;
	for (let id = queueHead[maker]; id >= 0; ) {
		const behind = next[id];
		if (state[id] === STATE.cancelling) {
			const age = tick - orderedAt[id];
			if (age < width) marketWaiting[maker * width + (orderedAt[id] % width)] -= 1;
			if (age <= promise) marketDue[maker] += 1;
			gone++;
			state[id] = STATE.working;
			contract[id] = 0;
			turnsAt[id] = clock + nextTurn(machines, id, 0);
			if (before < 0) takeFirst(own, maker, next);
			else {
				next[before] = behind;
				if (behind < 0) queueTail[maker] = before;
			}
		} else before = id;
		id = behind;
	}
	return gone;
}

/** Demand drawn per tick, whole units; its mean moves with the macro factor. */
function drawDemand(world: World, i: number, tick: number, stream: StreamKey): number {
	const { demandKind, demandMean, demandSd, demandState } = columns(world, manufacturer);
	const { demandRho, stepTo, stepAt } = columns(world, settings);
	const z = columns(world, accounts).macro[0];
	const mean = demandMean[i] * z;
	const sd = demandSd[i];
	const draw = word(stream, i, tick, 0);
	switch (demandKinds[demandKind[i]]) {
		case "normal":
			return Math.max(0, rint(mean + sd * normal(draw)));
		case "ar1": {
			const rho = demandRho[0];
			const deviation = rho * demandState[i] + sd * Math.sqrt(1 - rho * rho) * normal(draw);
			demandState[i] = deviation;
			return Math.max(0, rint(mean + deviation));
		}
		case "negativeBinomial":
			return negativeBinomial(draw, mean, sd * sd);
		default:
			return rint(tick < stepAt[0] ? mean : stepTo[0] * z);
	}
}
