// §4.8 Money of service firms: makers pay per machine handed over, customers for other jobs; parts are bought outside.

import { columns, type World } from "../engine/world/world.js";
import { closeBooks, earn, PARTY, spend } from "./ledger.js";
import { serviceFirm, serviceKinds } from "./service-firm.js";
import { settings } from "./settings.js";

const MAINTENANCE = serviceKinds.indexOf("maintenance");

export function settleServiceFirms(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, serviceFirm);
	const { kind, price, parts, rosteredHours, requests, served } = own;
	const { wage, deliveryFee, dividendTicks } = columns(world, settings);
	for (let f = from; f < to; f++) {
		if (kind[f] === MAINTENANCE) earn(own, f, PARTY.customers, served[f] * price[f]);
		else earn(own, f, PARTY.clearing, requests[f] * deliveryFee[0]);
		spend(own, f, PARTY.outside, served[f] * parts[f]);
		spend(own, f, PARTY.households, Math.round(rosteredHours[f] * wage[0]));
	}
	closeBooks(own, from, to, tick, dividendTicks[0]);
}
