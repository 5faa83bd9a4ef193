// §4.8 Money: double entry. Each firm settles its own row from the flows of the tick; the flows between firms
// are the same integers read from both sides, and the accounts take the rest.

import { exp } from "../engine/math/exp.js";
import { log } from "../engine/math/log.js";
import { links } from "../engine/network/network.js";
import { columns, type World } from "../engine/world/world.js";
import { manufacturer, supply } from "./manufacturer.js";
import { serviceFirm, serviceKinds } from "./service-firm.js";
import { settings } from "./settings.js";

const MAINTENANCE = serviceKinds.indexOf("maintenance");

/** Columns of a firm's last ticks. */
interface Window {
	readonly revenueWindow: Float64Array;
	readonly revenueSum: Float64Array;
	readonly profitSum: Float64Array;
	readonly usualRevenue: Float64Array;
	readonly fare: Float64Array;
	readonly fareLog: Float64Array;
}
/** ln g is kept finite: g does not fall below 1e-12. */
const LEAST = log(1e-12);

/**
 * g = 1/(1 + exp(−(m − .05)/.10)) of each firm's margin m, its profit over its revenue of the last ticks. A hundredth of usual
 * revenue keeps the margin of a firm without sales finite, and as bad as it is.
 */
function weighMargins(own: Window, from: number, to: number): void {
	const { revenueSum, profitSum, usualRevenue, fare, fareLog } = own;
	const reserve = 0.01 * (own.revenueWindow.length / Math.max(1, revenueSum.length));
	for (let i = from; i < to; i++) {
		const revenue = revenueSum[i] + reserve * usualRevenue[i];
		const margin = revenue > 0 ? profitSum[i] / revenue : 0;
		const below = 1 + exp((0.05 - margin) * 10);
		fare[i] = 1 / below;
		fareLog[i] = Math.max(LEAST, -log(below));
	}
}

/**
 * Cash moves when goods are shipped. Accrual profit = revenue − materials in what was sold − wages of all
 * contracted hours − holding ± late pay − delivery fees − the twin − materials in what was lost (direct costing:
 * stock is valued at its materials).
 */
export function settleManufacturers(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { price, materialCost, materialValue, hoursPerUnit, contractedHours, holdingCost, ownCost } = own;
	const { finished, backlog, shipped, marketShipped, released, lostNow, rank, sent } = own;
	const { marketLatePay, latePayOut, meanDemand, unitCost, shortageCost } = own;
	const { cash, revenue, profit, toHouseholds, toBank, toOutside, energy, holdingNow } = own;
	const { revenueWindow, profitWindow, revenueSum, profitSum } = own;
	const edges = links(world, supply);
	const { offsets, targets, shipped: bought, components, latePay } = edges;
	const { lostNow: missing, sent: messages } = edges;
	const rules = columns(world, settings);
	const wage = rules.wage[0];
	const coverage = rules.coverage[0];
	const setUp = tick === 0 ? rules.twinSetUp[0] : 0;
	const tickCost = rules.twinTickCost[0] + setUp;
	const messageCost = rules.messageCost[0];
	const fee = rules.deliveryFee[0];
	const unlimited = rules.unlimited[0] === 1;
	const bankShare = rules.bankShare[0];
	const keep = rules.dividendTicks[0];
	const fixed = rules.fixedEnergy[0];
	const perCent = rules.energyPerCent[0];
	const twinEnergy = rules.twinEnergy[0];
	const window = revenueWindow.length / price.length;
	const newest = tick % window;
	for (let i = from; i < to; i++) {
		let purchases = 0;
		let lateIn = 0;
		let stockValue = holdingCost[i] * Math.max(0, finished[i]);
		let lostValue = lostNow[i] * materialValue[i];
		let received = sent[i];
		for (let e = offsets[i]; e < offsets[i + 1]; e++) {
			const j = targets[e];
			purchases += bought[e] * price[j];
			lateIn += latePay[e];
			stockValue += holdingCost[j] * Math.max(0, components[e]);
			lostValue += missing[e] * price[j];
			received += messages[e];
		}
		const late = marketLatePay[i] + latePayOut[i] - lateIn;
		const sales = shipped[i] * price[i];
		const fees = marketShipped[i] * fee;
		const hours = hoursPerUnit[i];
		const paidHours = unlimited ? released[i] * hours : contractedHours[i];
		const wages = Math.round(paidHours * wage);
		const material = released[i] * materialCost[i];
		const holding = Math.round(stockValue);
		const interest = Math.round(holding * bankShare);
		const instrumented = rank[i] < coverage;
		const twin = instrumented ? Math.round(tickCost + received * messageCost) : 0;
		const earned = sales - shipped[i] * materialValue[i] - wages - holding - late - fees - twin - lostValue;
		const left = cash[i] + sales - purchases - late - fees - material - wages - holding - twin;
		const dividend = Math.floor(Math.max(0, left - keep * meanDemand[i] * unitCost[i]));
		cash[i] = left - dividend;
		toBank[i] = interest;
		toOutside[i] = material + (holding - interest) + twin;
		toHouseholds[i] = wages + marketLatePay[i] - marketShipped[i] * price[i] + dividend;
		revenue[i] = sales;
		profit[i] = earned;
		const slot = i * window + newest;
		revenueSum[i] += sales - revenueWindow[slot];
		profitSum[i] += earned - profitWindow[slot];
		revenueWindow[slot] = sales;
		profitWindow[slot] = earned;
		holdingNow[i] = holdingCost[i] * finished[i] + shortageCost[i] * backlog[i];
		const running = hours > 0 ? paidHours / hours : released[i];
		energy[i] = Math.round(
			ownCost[i] * perCent * ((1 - fixed) * released[i] + fixed * running) + (instrumented ? twinEnergy : 0),
		);
	}
	weighMargins(own, from, to);
}

/** Fees come from makers per machine handed over, other jobs are paid by households; parts go outside. */
export function settleServiceFirms(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, serviceFirm);
	const { kind, price, parts, contractedHours, hoursPerJob, requests, served, cash } = own;
	const { revenueWindow, profitWindow, revenueSum, profitSum } = own;
	const rules = columns(world, settings);
	const wage = rules.wage[0];
	const fee = rules.deliveryFee[0];
	const keep = rules.dividendTicks[0];
	const window = revenueWindow.length / Math.max(1, price.length);
	for (let f = from; f < to; f++) {
		const maintenance = kind[f] === MAINTENANCE;
		const revenue = maintenance ? served[f] * price[f] : requests[f] * fee;
		const material = served[f] * parts[f];
		const wages = Math.round(contractedHours[f] * wage);
		const profit = revenue - material - wages;
		const kept = keep * (wages + Math.floor(contractedHours[f] / hoursPerJob[f]) * parts[f]);
		const dividend = Math.floor(Math.max(0, cash[f] + profit - kept));
		own.toHouseholds[f] = wages + dividend - (maintenance ? revenue : 0);
		own.toOutside[f] = material;
		cash[f] += profit - dividend;
		own.revenue[f] = revenue;
		own.profit[f] = profit;
		const slot = f * window + (tick % window);
		revenueSum[f] += revenue - revenueWindow[slot];
		profitSum[f] += profit - profitWindow[slot];
		revenueWindow[slot] = revenue;
		profitWindow[slot] = profit;
	}
	weighMargins(own, from, to);
}
