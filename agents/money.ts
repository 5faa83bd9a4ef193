// §4.8 Money: double entry. Each firm settles its own row from the flows of the tick; the flows between firms
// are the same integers read from both sides, and the accounts take the rest.

import { links } from "../engine/network/network.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { customer, STATE } from "./customer.js";
import { manufacturer, supply } from "./manufacturer.js";
import { demandKinds } from "./parameters.js";
import { serviceFirm } from "./service-firm.js";
import { settings } from "./settings.js";

const OWNERS = demandKinds.indexOf("owners");

/**
 * Cash moves when goods are shipped. Accrual profit = revenue − materials in what was sold − wages of all
 * contracted hours − holding ± late pay − delivery fees − the twin − materials in what was lost (direct costing:
 * stock is valued at its materials).
 */
export function settleManufacturers(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const rules = columns(world, settings);
	const { price, materialCost, materialValue, hoursPerUnit, contractedHours, holdingCost, ownCost } = own;
	const { finished, backlog, shipped, marketShipped, released, lostNow, rank, sent } = own;
	const edges = links(world, supply);
	const { offsets, targets, incomingOffsets, incomingEdges } = edges;
	const wage = rules.wage[0];
	const coverage = rules.coverage[0];
	const setUp = tick === 0 ? rules.twinSetUp[0] : 0;
	const window = own.revenueWindow.length / price.length;
	for (let i = from; i < to; i++) {
		let purchases = 0;
		let lateIn = 0;
		let stockValue = holdingCost[i] * Math.max(0, finished[i]);
		let lostValue = lostNow[i] * materialValue[i];
		let messages = sent[i];
		for (let e = offsets[i]; e < offsets[i + 1]; e++) {
			const j = targets[e];
			purchases += edges.shipped[e] * price[j];
			lateIn += edges.latePay[e];
			stockValue += holdingCost[j] * Math.max(0, edges.components[e]);
			lostValue += edges.lostNow[e] * price[j];
			messages += edges.sent[e];
		}
		let lateOut = own.marketLatePay[i];
		for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++)
			lateOut += edges.latePay[incomingEdges[k]];

		const revenue = shipped[i] * price[i];
		const market = marketShipped[i] * price[i];
		const fees = marketShipped[i] * rules.deliveryFee[0];
		const paidHours = rules.unlimited[0] === 1 ? released[i] * hoursPerUnit[i] : contractedHours[i];
		const wages = Math.round(paidHours * wage);
		const material = released[i] * materialCost[i];
		const holding = Math.round(stockValue);
		const interest = Math.round(holding * rules.bankShare[0]);
		const instrumented = rank[i] < coverage;
		const twin = instrumented
			? Math.round(rules.twinTickCost[0] + messages * rules.messageCost[0] + setUp)
			: 0;
		const profit =
			revenue -
			shipped[i] * materialValue[i] -
			wages -
			holding -
			(lateOut - lateIn) -
			fees -
			twin -
			lostValue;

		own.toBank[i] = interest;
		own.toOutside[i] = material + (holding - interest) + twin;
		own.toHouseholds[i] = wages + own.marketLatePay[i] - market;
		const cash =
			own.cash[i] + revenue - purchases - (lateOut - lateIn) - fees - material - wages - holding - twin;
		const kept = rules.dividendTicks[0] * own.meanDemand[i] * own.unitCost[i];
		const dividend = Math.floor(Math.max(0, cash - kept));
		own.cash[i] = cash - dividend;
		own.toHouseholds[i] += dividend;
		own.revenue[i] = revenue;
		own.profit[i] = profit;
		own.revenueWindow[i * window + (tick % window)] = revenue;
		own.profitWindow[i * window + (tick % window)] = profit;
		own.holdingNow[i] = holdingCost[i] * finished[i] + own.shortageCost[i] * backlog[i];
		const fixed = rules.fixedEnergy[0];
		const perUnit = ownCost[i] * rules.energyPerCent[0];
		const hours = hoursPerUnit[i];
		const running = hours > 0 ? paidHours / hours : released[i];
		own.energy[i] = Math.round(
			perUnit * ((1 - fixed) * released[i] + fixed * running) + (instrumented ? rules.twinEnergy[0] : 0),
		);
	}
}

/** Fees come from makers per machine handed over, other jobs are paid by households; parts go outside. */
export function settleServiceFirms(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, serviceFirm);
	const { kind, price, parts, contractedHours, hoursPerJob, requests, served, cash } = own;
	const rules = columns(world, settings);
	const wage = rules.wage[0];
	const window = own.revenueWindow.length / Math.max(1, price.length);
	for (let f = from; f < to; f++) {
		const maintenance = kind[f] === 0;
		const jobs = maintenance ? served[f] : requests[f];
		const revenue = jobs * (maintenance ? price[f] : rules.deliveryFee[0]);
		const material = served[f] * parts[f];
		const wages = Math.round(contractedHours[f] * wage);
		const profit = revenue - material - wages;
		const kept =
			rules.dividendTicks[0] * (wages + Math.floor(contractedHours[f] / hoursPerJob[f]) * parts[f]);
		const dividend = Math.floor(Math.max(0, cash[f] + profit - kept));
		own.toHouseholds[f] = wages + dividend - (maintenance ? revenue : 0);
		own.toOutside[f] = material;
		cash[f] += profit - dividend;
		own.revenue[f] = revenue;
		own.profit[f] = profit;
		own.revenueWindow[f * window + (tick % window)] = revenue;
		own.profitWindow[f * window + (tick % window)] = profit;
	}
}

/** The accounts beside the firms take the other side; machines at work earn their owners a living outside. */
export function settleAccounts(world: World, from: number, to: number): void {
	const own = columns(world, accounts);
	const makers = columns(world, manufacturer);
	const firms = columns(world, serviceFirm);
	const { state } = columns(world, customer);
	const { earnings, referencePrice } = columns(world, settings);
	for (let a = from; a < to; a++) {
		let households = 0;
		let outside = 0;
		let bank = 0;
		let spent = 0;
		let elsewhere = 0;
		for (let i = 0; i < makers.cash.length; i++) {
			households += makers.toHouseholds[i];
			outside += makers.toOutside[i];
			bank += makers.toBank[i];
			spent += makers.marketShipped[i] * makers.price[i] - makers.marketLatePay[i];
			if (makers.demandKind[i] === OWNERS) elsewhere += makers.marketCancelled[i];
		}
		for (let f = 0; f < firms.cash.length; f++) {
			households += firms.toHouseholds[f];
			outside += firms.toOutside[f];
			if (firms.kind[f] === 0) spent += firms.revenue[f];
		}
		let working = 0;
		// Handed over in this tick is at work in it, as in the metric `machines`.
		for (let i = 0; i < state.length; i++)
			if (state[i] === STATE.working || state[i] === STATE.returned || state[i] === STATE.received) working++;
		const earned = Math.round(working * earnings[0]);
		const imports = elsewhere * referencePrice[0];
		own.households[a] += households + earned - imports;
		own.outside[a] += outside - earned + imports;
		own.bank[a] += bank;
		own.customersNet[a] = earned - imports - spent;
	}
}
