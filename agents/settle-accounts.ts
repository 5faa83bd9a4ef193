// §4.8 Money: the accounts beside the firms take the other side of what firms settled, and add up how all fared.

import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { customer, STATE } from "./customer.js";
import { PARTY, paidByParty } from "./ledger.js";
import { accountLifecycle } from "./lifecycle/account.js";
import { manufacturer } from "./manufacturer.js";
import { demandKinds } from "./parameters.js";
import { KIND, serviceFirm } from "./service-firm.js";
import { settings } from "./settings.js";

const NONE = demandKinds.indexOf("none");
const OWNERS = demandKinds.indexOf("owners");
const MACHINES = 5;

/**
 * The one row goes through all firms, in the order of their rows. Machines at work earn their owners a living outside; who
 * gave up waiting has bought a machine there.
 */
export function settleAccounts(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, accounts);
	const { earnings, referencePrice } = columns(world, settings);
	for (let a = from; a < to; a++) {
		countMachines(world, a);
		own.adopters[a] += own.adopting[a];
		own.adoptionTicks[a] += own.adopting[a] * tick;
		own.adopting[a] = 0;
		own.asked.fill(0);
		own.askedByOwners.fill(0);
		own.fareLog[a] = 0;
		own.fare[a] = 0;
		const imports = addManufacturers(world, a) * referencePrice[0];
		addServiceFirms(world, a);
		accountLifecycle(world, a);
		const earned = Math.round(own.machines[a * MACHINES + STATE.working] * earnings[0]);
		const byMakers = paidByParty(columns(world, manufacturer));
		const byFirms = paidByParty(columns(world, serviceFirm));
		const got = (party: number) => byMakers[party] + byFirms[party];
		const net = earned - imports + got(PARTY.customers);
		own.customersNet[a] = net;
		own.households[a] += net + got(PARTY.households);
		own.bank[a] += got(PARTY.bank);
		own.government[a] += got(PARTY.government);
		own.outside[a] += got(PARTY.outside) - earned + imports;
		own.clearing[a] += got(PARTY.clearing);
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
	const { demandKind, marketBacklog, annoyed: byDelivery } = makers;
	const { kind, queue, annoyed: byService } = firms;
	let ordered = 0;
	let inDelivery = 0;
	let down = 0;
	let annoyed = 0;
	for (let i = 0; i < demandKind.length; i++) {
		if (demandKind[i] !== OWNERS) continue;
		ordered += marketBacklog[i];
		annoyed += byDelivery[i];
	}
	for (let f = 0; f < kind.length; f++) {
		if (kind[f] === KIND.maintenance) down += queue[f];
		else if (kind[f] === KIND.logistics) inDelivery += queue[f];
		annoyed += byService[f];
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

/** Returns how many machines were bought elsewhere. */
function addManufacturers(world: World, a: number): number {
	const own = columns(world, accounts);
	const makers = columns(world, manufacturer);
	const { marketShipped, price, demandKind, marketCancelled, profit, cash } = makers;
	const { energy, freightEnergy, released, materialCost, recoveredUsed } = makers;
	const { costShare, fare, fareLog, rentedNow, contractRevenue } = makers;
	let sales = 0;
	let delivered = 0;
	let fees = 0;
	let elsewhere = 0;
	let profits = 0;
	let money = 0;
	let power = 0;
	let material = 0;
	let recycled = 0;
	let meanLog = 0;
	let mean = 0;
	for (let i = 0; i < cash.length; i++) {
		if (demandKind[i] !== NONE) {
			sales += (marketShipped[i] - rentedNow[i]) * price[i];
			delivered += marketShipped[i] * price[i];
			fees += contractRevenue[i];
			if (demandKind[i] === OWNERS) elsewhere += marketCancelled[i];
		}
		profits += profit[i];
		money += cash[i];
		power += energy[i] + freightEnergy[i];
		material += released[i] * materialCost[i] - recoveredUsed[i];
		recycled += recoveredUsed[i];
		meanLog += costShare[i] * fareLog[i];
		mean += costShare[i] * fare[i];
	}
	own.sales[a] = sales;
	own.delivered[a] = delivered;
	own.fees[a] = fees;
	own.makersProfit[a] = profits;
	own.makersCash[a] = money;
	own.energy[a] = power;
	own.material[a] = material;
	own.recoveredUsed[a] = recycled;
	own.fareLog[a] += meanLog;
	own.fare[a] += mean;
	return elsewhere;
}

function addServiceFirms(world: World, a: number): void {
	const own = columns(world, accounts);
	const { kind, requests, fromCustomers, profit, cash, costShare, fare, fareLog } = columns(
		world,
		serviceFirm,
	);
	let calls = 0;
	let maintainers = 0;
	let repairs = 0;
	let profits = 0;
	let money = 0;
	for (let f = 0; f < cash.length; f++) {
		if (kind[f] === KIND.maintenance) {
			calls += requests[f];
			maintainers++;
		}
		repairs += fromCustomers[f];
		profits += profit[f];
		money += cash[f];
		own.fareLog[a] += costShare[f] * fareLog[f];
		own.fare[a] += costShare[f] * fare[f];
	}
	own.usualCalls[a] = maintainers > 0 ? calls / maintainers : 0;
	own.repairs[a] = repairs;
	own.firmsProfit[a] = profits;
	own.firmsCash[a] = money;
}
