// §4.8 Money of service firms: makers pay per machine handed over and for repairs under their contracts, customers for others; parts are bought outside.

import { columns, type World } from "../engine/world/world.js";
import { closeBooks, earn, PARTY, payInterest, spend } from "./ledger.js";
import { serviceFirm, serviceKinds } from "./service-firm.js";
import { settings } from "./settings.js";

const MAINTENANCE = serviceKinds.indexOf("maintenance");

export function settleServiceFirms(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, serviceFirm);
	const { kind, price, parts, contractedHours, requests, served, billed, fromCustomers, planned } = own;
	const { wage, deliveryFee, repairFee, plannedFee, plannedWork, dividendTicks, loanInterest } = columns(
		world,
		settings,
	);
	for (let f = from; f < to; f++) {
		if (kind[f] === MAINTENANCE) {
			fromCustomers[f] = (served[f] - billed[f]) * price[f];
			earn(own, f, PARTY.customers, fromCustomers[f]);
			earn(own, f, PARTY.clearing, billed[f] * repairFee[0] + planned[f] * plannedFee[0]);
			spend(own, f, PARTY.outside, Math.round(planned[f] * plannedWork[0] * parts[f]));
			planned[f] = 0;
		} else earn(own, f, PARTY.clearing, requests[f] * deliveryFee[0]);
		spend(own, f, PARTY.outside, served[f] * parts[f]);
		spend(own, f, PARTY.households, Math.round(contractedHours[f] * wage[0]));
	}
	payInterest(own, from, to, loanInterest[0]);
	closeBooks(own, from, to, tick, dividendTicks[0]);
}
