// §8 closed economy: stocks recounted against flows, cash against cash. Both residuals are 0, at every tick.

import { links } from "../engine/network/network.js";
import { columns, tickOf, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { customer, NEVER, STATE } from "./customer.js";
import { manufacturer, supply } from "./manufacturer.js";
import { REPAYMENT } from "./organized.js";
import { demandKinds } from "./parameters.js";
import { KIND, serviceFirm } from "./service-firm.js";
import { STAGE } from "./servitization.js";
import { settings } from "./settings.js";

/** Sum of the absolute differences, in units of goods and in cents. */
export function audit(world: World): { goods: number; money: number } {
	return {
		goods:
			auditMakers(world) +
			auditArcs(world) +
			auditCustomers(world) +
			auditContracts(world) +
			auditMaterial(world),
		money: auditMoney(world) + auditAssets(world),
	};
}

function sumOf(values: ArrayLike<number>, from = 0, to = values.length): number {
	let sum = 0;
	for (let i = from; i < to; i++) sum += values[i];
	return sum;
}

function auditMakers(world: World): number {
	const own = columns(world, manufacturer);
	const { finished, making, inProgress, openProduction } = own;
	const width = making.length / finished.length;
	let residual = 0;
	for (let i = 0; i < finished.length; i++) {
		const n = (values: ArrayLike<number>) => values[i];
		const made = n(own.madeTotal);
		const released = n(own.releasedTotal);
		residual += Math.abs(
			n(own.initialStock) + made - n(own.lost) - n(own.liquidated) - n(own.shippedTotal) - n(finished),
		);
		residual += Math.abs(n(own.initialInProgress) + released - made - n(inProgress));
		residual += Math.abs(sumOf(making, i * width, (i + 1) * width) - n(inProgress));
		residual += Math.abs(n(own.initialOpen) + n(own.orderedTotal) - released - n(openProduction));
	}
	return residual;
}

function auditArcs(world: World): number {
	const edges = links(world, supply);
	const { components, placed, inTransit, backlog, quantity, sources, targets, alternative, usedTotal } =
		edges;
	const { releasedTotal, shippedTotal } = columns(world, manufacturer);
	const soldTotal = new Float64Array(shippedTotal.length);
	const places = placed.length / Math.max(1, components.length);
	const transit = inTransit.length / Math.max(1, components.length);
	const substituted = (contract: number) => {
		let units = 0;
		for (let a = alternative[contract]; a >= 0; a = alternative[a]) units += usedTotal[a];
		return units;
	};
	let residual = 0;
	for (let e = 0; e < components.length; e++) {
		const n = (values: ArrayLike<number>) => values[e];
		const initialTransit = n(edges.initialInTransit);
		const arrived = n(edges.arrivedTotal);
		const used = n(edges.usedTotal);
		const initialPlaced = n(edges.initialOnOrder) - initialTransit;
		soldTotal[n(targets)] = soldTotal[n(targets)] + n(edges.shippedTotal);
		const contract = n(edges.contract);
		residual += Math.abs(
			arrived + n(edges.substitutedTotal) - used - n(edges.lost) - n(edges.liquidated) - n(components),
		);
		residual += Math.abs(
			initialTransit + n(edges.shippedTotal) - arrived - sumOf(inTransit, e * transit, (e + 1) * transit),
		);
		const most = releasedTotal[n(sources)] * n(quantity);
		// An option goes into some of the units, what is no option into all.
		if (contract < 0) residual += n(edges.share) < 1 ? Math.max(0, used - most) : Math.abs(used - most);
		residual += Math.abs(n(edges.substitutedTotal) - (contract < 0 ? substituted(e) : 0));
		residual += Math.abs(n(edges.readTotal) - n(edges.shippedTotal) - n(backlog));
		residual += Math.abs(
			initialPlaced +
				n(edges.orderedTotal) -
				n(edges.readTotal) -
				sumOf(placed, e * places, (e + 1) * places),
		);
		residual += Math.abs(n(edges.initialOnOrder) + n(edges.orderedTotal) - arrived - n(edges.onOrder));
	}
	// What left a maker's stock went along its arcs or to customers.
	const { marketTotal } = columns(world, manufacturer);
	for (let i = 0; i < soldTotal.length; i++)
		residual += Math.abs(shippedTotal[i] - soldTotal[i] - marketTotal[i]);
	return residual;
}

/** Every customer counted at what it is at and in the queue that its state names, every queue as long as its firm says. */
function auditCustomers(world: World): number {
	const { state, maker, carrier, next } = columns(world, customer);
	const makers = columns(world, manufacturer);
	const firms = columns(world, serviceFirm);
	const { machines } = columns(world, accounts);
	if (state.length === 0) return 0;
	const counted = new Float64Array(Object.keys(STATE).length);
	const atMaker = new Float64Array(makers.cash.length);
	const atFirm = new Float64Array(firms.cash.length);
	let down = 0;
	for (let i = 0; i < state.length; i++) {
		counted[state[i]]++;
		if (state[i] === STATE.ordered) atMaker[maker[i]]++;
		if (state[i] === STATE.down) down++;
		if (state[i] === STATE.inDelivery) atFirm[carrier[i]]++;
	}
	/** Who stands in a queue from `head` on, and is at what one is at there. */
	const standing = (head: number, at: number) => {
		let length = 0;
		for (let id = head; id >= 0; id = next[id]) if (state[id] === at) length++;
		return length;
	};
	let residual = 0;
	for (let c = 0; c < counted.length; c++) residual += Math.abs((machines[c] ?? 0) - counted[c]);
	for (let i = 0; i < atMaker.length; i++) {
		if (demandKinds[makers.demandKind[i]] !== "owners") continue;
		residual += Math.abs(makers.marketBacklog[i] - atMaker[i]);
		residual += Math.abs(standing(makers.queueHead[i], STATE.ordered) - atMaker[i]);
	}
	let handedOver = 0;
	for (let f = 0; f < atFirm.length; f++) {
		const at = firms.kind[f] === KIND.logistics ? STATE.inDelivery : STATE.down;
		const inQueue = standing(firms.queueHead[f], at) + standing(firms.urgentHead[f], at);
		if (firms.kind[f] <= KIND.logistics) residual += Math.abs(inQueue - firms.queue[f]);
		if (firms.kind[f] === KIND.logistics) residual += Math.abs(inQueue - atFirm[f]);
		// Whom a customer called only the queues tell.
		if (firms.kind[f] === KIND.maintenance) down -= inQueue;
		residual += Math.abs(firms.requestedTotal[f] - firms.servedTotal[f] - firms.queue[f]);
		if (firms.kind[f] === KIND.logistics) handedOver += firms.requestedTotal[f];
	}
	// Every machine shipped to an owner was handed to a carrier.
	return residual + Math.abs(down) + Math.abs(handedOver - sumOf(makers.marketTotal));
}

/** Every contract and every rented machine that its maker counts found at a customer, and no other. */
function auditContracts(world: World): number {
	const { state, maker, contract, contractEnds } = columns(world, customer);
	const makers = columns(world, manufacturer);
	const { contracts, rentedWorking, depreciating, assetTicks } = makers;
	const now = tickOf(world);
	const byStage = new Float64Array(contracts.length);
	const [working, wearing, left] = [rentedWorking, depreciating, assetTicks].map(
		(counted) => new Float64Array(counted.length),
	) as [Float64Array, Float64Array, Float64Array];
	for (let i = 0; i < state.length; i++) {
		if (contract[i] === 0 || state[i] === STATE.ordered) continue;
		byStage[3 * maker[i] + contract[i] - 1]++;
		if (contract[i] < STAGE.embedded) continue;
		if (state[i] === STATE.working) working[maker[i]]++;
		if (contractEnds[i] === NEVER) continue;
		wearing[maker[i]]++;
		left[maker[i]] += contractEnds[i] - now;
	}
	const off = (counted: ArrayLike<number>, found: Float64Array) =>
		found.reduce((sum, n, at) => sum + Math.abs(n - counted[at]), 0);
	return (
		off(contracts, byStage) +
		off(rentedWorking, working) +
		off(depreciating, wearing) +
		off(assetTicks, left) +
		sumOf(makers.repairsBilled) +
		sumOf(makers.plannedBilled) +
		sumOf(makers.agedBilled)
	);
}

/** Rented machines stand in the books at what is left of them. */
function auditAssets(world: World): number {
	const { assets, assetTicks, materialValue } = columns(world, manufacturer);
	const life = Math.max(1, columns(world, settings).assetLife[0]);
	return assets.reduce(
		(sum, worth, i) => sum + Math.abs(worth - Math.round((assetTicks[i] * materialValue[i]) / life)),
		0,
	);
}

/** Recovered material, cents at virgin price: all of it went to makers, or is to go, or to nobody; makers have what they did not use. */
function auditMaterial(world: World): number {
	const { recovered, recoveredTotal, recoveredLost } = columns(world, accounts);
	const makers = columns(world, manufacturer);
	let residual = Math.abs(
		sumOf(recoveredTotal) - sumOf(recoveredLost) - sumOf(recovered) - sumOf(makers.recoveredTotal),
	);
	for (let i = 0; i < makers.recoveredStock.length; i++)
		residual += Math.abs(makers.recoveredTotal[i] - makers.recoveredUsedTotal[i] - makers.recoveredStock[i]);
	return residual;
}

function auditMoney(world: World): number {
	const { households, bank, government, outside, clearing } = columns(world, accounts);
	const firms = sumOf(columns(world, manufacturer).cash) + sumOf(columns(world, serviceFirm).cash);
	const all = firms + sumOf(households) + sumOf(bank) + sumOf(government) + sumOf(outside);
	// What one firm paid another has come to it in the same tick.
	return Math.abs(all + sumOf(clearing)) + Math.abs(sumOf(clearing)) + auditLoans(world);
}

/** Each maker's debts recounted against what it borrowed and what is still due; together they are what is owed to all. */
function auditLoans(world: World): number {
	const own = columns(world, manufacturer);
	const { loan, loanDue, credit, borrowedTotal, repaidTotal, lentTotal, returnedTotal } = own;
	let residual = Math.abs(sumOf(loan) - sumOf(credit));
	for (let i = 0; i < loan.length; i++) {
		residual += Math.abs(borrowedTotal[i] - repaidTotal[i] - loan[i]);
		residual += Math.abs(sumOf(loanDue, i * REPAYMENT, (i + 1) * REPAYMENT) - loan[i]);
		residual += Math.abs(lentTotal[i] - returnedTotal[i] - credit[i]);
	}
	return residual;
}
