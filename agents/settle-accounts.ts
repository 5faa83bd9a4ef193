// §4.8 Money: the accounts beside the firms take the other side of what firms settled, and add up how all fared.

import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { STATE } from "./customer.js";
import { manufacturer } from "./manufacturer.js";
import { demandKinds } from "./parameters.js";
import { serviceFirm, serviceKinds } from "./service-firm.js";
import { settings } from "./settings.js";

const OWNERS = demandKinds.indexOf("owners");
const MAINTENANCE = serviceKinds.indexOf("maintenance");

/**
 * The one row goes through all firms, in the order of their rows. Machines at work earn their owners a living outside; who
 * gave up waiting has bought a machine there.
 */
export function settleAccounts(world: World, from: number, to: number): void {
	const own = columns(world, accounts);
	const { earnings, referencePrice } = columns(world, settings);
	for (let a = from; a < to; a++) {
		own.fareLog[a] = 0;
		own.fare[a] = 0;
		const makers = addManufacturers(world, a);
		const firms = addServiceFirms(world, a);
		const earned = Math.round(own.machines[STATE.working] * earnings[0]);
		const imports = makers.elsewhere * referencePrice[0];
		own.households[a] += makers.households + firms.households + earned - imports;
		own.outside[a] += makers.outside + firms.outside - earned + imports;
		own.bank[a] += makers.bank;
		own.customersNet[a] = earned - imports - makers.sales + makers.latePay - firms.repairs;
	}
}

function addManufacturers(world: World, a: number) {
	const own = columns(world, accounts);
	const makers = columns(world, manufacturer);
	const { toHouseholds, toOutside, toBank, marketShipped, price, marketLatePay, demandKind } = makers;
	const { marketCancelled, profit, cash, energy, released, materialCost, costShare, fare, fareLog } = makers;
	const { length } = cash;
	let households = 0;
	let outside = 0;
	let bank = 0;
	let sales = 0;
	let latePay = 0;
	let elsewhere = 0;
	let profits = 0;
	let money = 0;
	let power = 0;
	let material = 0;
	let meanLog = 0;
	let mean = 0;
	for (let i = 0; i < length; i++) {
		households += toHouseholds[i];
		outside += toOutside[i];
		bank += toBank[i];
		sales += marketShipped[i] * price[i];
		latePay += marketLatePay[i];
		if (demandKind[i] === OWNERS) elsewhere += marketCancelled[i];
		profits += profit[i];
		money += cash[i];
		power += energy[i];
		material += released[i] * materialCost[i];
		meanLog += costShare[i] * fareLog[i];
		mean += costShare[i] * fare[i];
	}
	own.sales[a] = sales;
	own.makersProfit[a] = profits;
	own.makersCash[a] = money;
	own.energy[a] = power;
	own.material[a] = material;
	own.fareLog[a] += meanLog;
	own.fare[a] += mean;
	return { households, outside, bank, sales, latePay, elsewhere };
}

function addServiceFirms(world: World, a: number) {
	const own = columns(world, accounts);
	const firms = columns(world, serviceFirm);
	const { kind, toHouseholds, toOutside, revenue, profit, cash, costShare, fare, fareLog } = firms;
	let households = 0;
	let outside = 0;
	let repairs = 0;
	let profits = 0;
	let money = 0;
	for (let f = 0; f < kind.length; f++) {
		households += toHouseholds[f];
		outside += toOutside[f];
		if (kind[f] === MAINTENANCE) repairs += revenue[f];
		profits += profit[f];
		money += cash[f];
		own.fareLog[a] += costShare[f] * fareLog[f];
		own.fare[a] += costShare[f] * fare[f];
	}
	own.repairs[a] = repairs;
	own.firmsProfit[a] = profits;
	own.firmsCash[a] = money;
	return { households, outside, repairs };
}
