// §4.8 Money: what manufacturers book of a tick. The flows between firms are the same integers read from both sides.

import { links } from "../engine/network/network.js";
import type { Step } from "../engine/schedule/model.js";
import { columns, type World } from "../engine/world/world.js";
import { closeBooks, earn, openBooks, PARTY, pay, payInterest, spend } from "./ledger.js";
import { manufacturer, supply } from "./manufacturer.js";
import { cloudStages } from "./parameters.js";
import { settings } from "./settings.js";

const CONNECTED = cloudStages.indexOf("connected");

export const openPages: Step = (world, from, to) => openBooks(columns(world, manufacturer), from, to);

/**
 * Cash moves when goods are shipped. Accrual profit = revenue − materials in what was sold − wages of all
 * contracted hours − holding ± late pay − delivery fees − the twin − set-ups of parts that are not base − materials in what was
 * lost (direct costing: stock is valued at its materials).
 */
export function settleManufacturers(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { price, materialCost, materialValue, hoursPerUnit, paidHours, holdingCost } = own;
	const { finished, backlog, shipped, marketShipped, released, lostNow, rank, messages, stored, twinCost } =
		own;
	const { closed, equipped, marketLatePay, latePayOut, shortageCost, profit, holdingNow, recoveredUsed } =
		own;
	const { rentedNow, dataJobs, configured } = own;
	const edges = links(world, supply);
	const { share, used, offsets, targets, shipped: bought, components, latePay } = edges;
	const { lostNow: missing, idle } = edges;
	const rules = columns(world, settings);
	const wage = rules.wage[0];
	const coverage = rules.coverage[0];
	const setUp = rules.twinSetUp[0];
	const configurationCost = rules.configurationCost[0];
	const tickCost = rules.twinTickCost[0] * (rules.cloud[0] >= CONNECTED ? rules.connectedCost[0] : 1);
	const messageCost = rules.messageCost[0];
	const fee = rules.deliveryFee[0];
	const dataFee = rules.dataFee[0];
	const unlimited = rules.unlimited[0] === 1;
	const bankShare = rules.bankShare[0];
	const subsidy = rules.twinSubsidy[0];
	const storage = rules.storageCost[0];
	for (let i = from; i < to; i++) {
		let purchases = 0;
		let lateIn = 0;
		let mounted = 0;
		let stockValue = holdingCost[i] * Math.max(0, finished[i]);
		let lostValue = lostNow[i] * materialValue[i];
		for (let e = offsets[i]; e < offsets[i + 1]; e++) {
			if (idle[e] === 1) continue;
			const j = targets[e];
			purchases += bought[e] * price[j];
			if (share[e] < 1) mounted += used[e] * price[j];
			lateIn += latePay[e];
			stockValue += holdingCost[j] * Math.max(0, components[e]);
			lostValue += missing[e] * price[j];
		}
		const hours = unlimited ? released[i] * hoursPerUnit[i] : paidHours[i];
		const holding = Math.round(stockValue);
		const interest = Math.round(holding * bankShare);
		earn(own, i, PARTY.customers, (marketShipped[i] - rentedNow[i]) * price[i]);
		earn(own, i, PARTY.clearing, (shipped[i] - marketShipped[i]) * price[i]);
		spend(own, i, PARTY.customers, marketLatePay[i]);
		spend(own, i, PARTY.clearing, latePayOut[i] - lateIn);
		spend(own, i, PARTY.clearing, marketShipped[i] * fee);
		spend(own, i, PARTY.households, Math.round(hours * wage));
		spend(own, i, PARTY.clearing, dataJobs[i] * dataFee);
		spend(own, i, PARTY.bank, interest);
		spend(own, i, PARTY.outside, holding - interest);
		if (closed[i] === 0) {
			spend(own, i, PARTY.outside, Math.round(stored[i] * storage));
			spend(own, i, PARTY.outside, Math.round(configured[i] * configurationCost));
		}
		if (closed[i] === 0 && rank[i] < coverage) {
			const first = equipped[i] === 0 ? setUp : 0;
			equipped[i] = 1;
			const twin = Math.round(tickCost + first + messages[i] * messageCost);
			spend(own, i, PARTY.outside, twin);
			spend(own, i, PARTY.government, -Math.round(twin * subsidy));
			twinCost[i] = twin;
		} else twinCost[i] = 0;
		// What is bought goes into stock; it is an expense when it is sold or lost.
		pay(own, i, PARTY.clearing, purchases);
		pay(own, i, PARTY.outside, released[i] * materialCost[i] - recoveredUsed[i]);
		profit[i] -= shipped[i] * materialValue[i] + mounted + lostValue;
		holdingNow[i] = holdingCost[i] * finished[i] + shortageCost[i] * backlog[i];
	}
	payInterest(own, from, to, rules.loanInterest[0]);
	closeBooks(own, from, to, tick, rules.dividendTicks[0]);
}
