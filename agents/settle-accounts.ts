// §4.8 Money: the accounts beside the firms take the other side of what firms settled, and add up how all fared.

import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { customer, STATE } from "./customer.js";
import { manufacturer } from "./manufacturer.js";
import { demandKinds } from "./parameters.js";
import { serviceFirm, serviceKinds } from "./service-firm.js";
import { settings } from "./settings.js";

const OWNERS = demandKinds.indexOf("owners");
const MACHINES = 5;
const MAINTENANCE = serviceKinds.indexOf("maintenance");

/**
 * The one row goes through all firms, in the order of their rows. Machines at work earn their owners a living outside; who
 * gave up waiting has bought a machine there.
 */
export function settleAccounts(world: World, from: number, to: number): void {
	const own = columns(world, accounts);
	const { earnings, referencePrice } = columns(world, settings);
	for (let a = from; a < to; a++) {
		countMachines(world, a);
		own.fareLog[a] = 0;
		own.fare[a] = 0;
		const makers = addManufacturers(world, a);
		const firms = addServiceFirms(world, a);
		const earned = Math.round(own.machines[a * MACHINES + STATE.working] * earnings[0]);
		const imports = makers.elsewhere * referencePrice[0];
		own.households[a] += makers.households + firms.households + earned - imports;
		own.outside[a] += makers.outside + firms.outside - earned + imports;
		own.bank[a] += makers.bank;
		own.customersNet[a] = earned - imports - makers.sales + makers.latePay - firms.repairs;
	}
}

/**
 * Where the machines are, from the queues of firms: handed over in this tick is at work in it. Each customer's satisfaction
 * is s ← .9 s + .1·2^(−delay/promise), 0 in place of the power while its machine is down; so is then the mean of all, for
 * which only those who wait must be looked at.
 */
function countMachines(world: World, a: number): void {
	const { machines, undecided, satisfaction } = columns(world, accounts);
	const makers = columns(world, manufacturer);
	const firms = columns(world, serviceFirm);
	const owners = world.rows[customer.name];
	let ordered = 0;
	let inDelivery = 0;
	let down = 0;
	let annoyed = 0;
	for (let i = 0; i < makers.cash.length; i++) {
		if (makers.demandKind[i] !== OWNERS) continue;
		ordered += makers.marketBacklog[i];
		annoyed += makers.annoyed[i];
	}
	for (let f = 0; f < firms.cash.length; f++) {
		if (firms.kind[f] === MAINTENANCE) down += firms.queue[f];
		else inDelivery += firms.queue[f];
		annoyed += firms.annoyed[f];
	}
	const base = a * MACHINES;
	machines[base + STATE.deciding] = undecided[a];
	machines[base + STATE.ordered] = ordered;
	machines[base + STATE.inDelivery] = inDelivery;
	machines[base + STATE.down] = down;
	machines[base + STATE.working] = owners - undecided[a] - ordered - inDelivery - down;
	undecided[a] = 0;
	if (owners > 0) satisfaction[a] = 0.9 * satisfaction[a] + 0.1 * (1 - annoyed / owners);
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
