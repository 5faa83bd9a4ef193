// §4.8 Money of service firms: makers pay per machine handed over and for repairs under their contracts, customers for others; the
// jobs of the other kinds are paid by who asks for them, when it asks. Parts are bought outside. Hours borrowed are paid with the wage
// to who lends them, and tau of it goes outside.

import { columns, type World } from "../engine/world/world.js";
import { payHours } from "./crossing.js";
import { closeBooks, earn, PARTY, payInterest, spend } from "./ledger.js";
import { KIND, serviceFirm } from "./service-firm.js";
import { settings } from "./settings.js";

/** What makers pay for jobs of the kinds that are counted, when they ask for them; cents, by kind. */
function countedFees(world: World): readonly number[] {
	const { designFee, dataFee, recyclingFee } = columns(world, settings);
	return [0, 0, designFee[0], dataFee[0], recyclingFee[0]];
}

export function settleServiceFirms(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, serviceFirm);
	const { kind, price, parts, rosteredHours, requests, served, billed, fromCustomers, planned, hoursIn } =
		own;
	const rules = columns(world, settings);
	const { wage, laborTax, deliveryFee, repairFee, plannedFee, plannedWork, dividendTicks } = rules;
	const hourly = Math.round(wage[0]);
	const fees = countedFees(world);
	for (let f = from; f < to; f++) {
		if (kind[f] === KIND.maintenance) {
			fromCustomers[f] = (served[f] - billed[f]) * price[f];
			earn(own, f, PARTY.customers, fromCustomers[f]);
			earn(own, f, PARTY.clearing, billed[f] * repairFee[0] + planned[f] * plannedFee[0]);
			spend(own, f, PARTY.outside, Math.round(planned[f] * plannedWork[0] * parts[f]));
			planned[f] = 0;
		} else if (kind[f] === KIND.logistics) earn(own, f, PARTY.clearing, requests[f] * deliveryFee[0]);
		else {
			fromCustomers[f] = (requests[f] - billed[f]) * price[f];
			earn(own, f, PARTY.customers, fromCustomers[f]);
			earn(own, f, PARTY.clearing, billed[f] * fees[kind[f]]);
		}
		spend(own, f, PARTY.outside, served[f] * parts[f]);
		spend(own, f, PARTY.households, Math.round(rosteredHours[f] * wage[0]));
		payHours(own, f, hourly);
		if (hoursIn[f] > 0) spend(own, f, PARTY.outside, Math.round(hoursIn[f] * hourly * laborTax[0]));
	}
	payInterest(own, from, to, rules.loanInterest[0]);
	closeBooks(own, from, to, tick, dividendTicks[0]);
}
