// §4.8 Money of service contracts: fees by count, upkeep, penalties, set-up, and the machines that stay on makers' books.

import type { ColumnViews } from "../engine/world/kind.js";
import { columns, type World } from "../engine/world/world.js";
import { earn, PARTY, spend } from "./ledger.js";
import { manufacturer } from "./manufacturer.js";
import { demandKinds } from "./parameters.js";
import { askFor } from "./request.js";
import { KIND } from "./service-firm.js";
import { feeShares, STAGE, stageOf } from "./servitization.js";
import { settings } from "./settings.js";

const OWNERS = demandKinds.indexOf("owners");
const KINDS = 3;

/**
 * A seller who has gone a stage further builds up the service for a year, which takes designers: a job a tick for each stage.
 */
export function setUpServices(world: World, from: number, to: number, tick: number): void {
	const { demandKind, serviceRank, reachedAt, settingUp, closed } = columns(world, manufacturer);
	const { servitization, setUpTicks } = columns(world, settings);
	let jobs = 0;
	for (let i = from; i < to; i++) {
		if (demandKind[i] !== OWNERS) continue;
		const stage = closed[i] === 1 ? STAGE.productOnly : stageOf(servitization[0], serviceRank[i]);
		let stages = 0;
		for (let s = 1; s <= KINDS; s++) {
			const at = i * KINDS + s - 1;
			if (s > stage) reachedAt[at] = -1;
			else if (reachedAt[at] < 0) reachedAt[at] = tick;
			if (s <= stage && tick - reachedAt[at] < setUpTicks[0]) stages++;
		}
		settingUp[i] = stages;
		jobs += stages;
	}
	askFor(world, KIND.design, jobs);
}

/**
 * Customers pay per contract, of machines that are the maker's per machine at work; the maker pays for repairs, planned maintenance, false alarms and downtime,
 * for setting services up, designers' work included, and for keeping them ready.
 */
export function settleContracts(world: World, from: number, to: number): void {
	const own = columns(world, manufacturer);
	const { demandKind, price, closed, contracts, rentedWorking, repairsBilled, downtime, usualRevenue } = own;
	const {
		plannedBilled,
		agedBilled,
		maintainedByAge,
		prevented,
		settingUp,
		returned,
		serviceRank,
		contractRevenue,
		contractCost,
		penalties,
	} = own;
	const rules = columns(world, settings);
	const share = feeShares(world);
	for (let i = from; i < to; i++) {
		if (demandKind[i] !== OWNERS) continue;
		const fee = (stage: number) => Math.round(share[stage] * price[i]);
		const first = i * KINDS;
		const fees =
			contracts[first] * fee(STAGE.addOn) +
			contracts[first + 1] * fee(STAGE.enhanced) +
			rentedWorking[i] * fee(STAGE.embedded);
		const planned = plannedBilled[i] + agedBilled[i];
		const upkeep = repairsBilled[i] * rules.repairFee[0] + planned * rules.plannedFee[0];
		const alarms = Math.round(plannedBilled[i] * rules.falseAlarms[0] * rules.inspectionFee[0]);
		const penalty = downtime[i] * Math.round(rules.penalty[0] * price[i]);
		const stage = closed[i] === 1 ? STAGE.productOnly : stageOf(rules.servitization[0], serviceRank[i]);
		const design = settingUp[i] * rules.designFee[0];
		const setUp = Math.max(design, Math.round(settingUp[i] * rules.setUpShare[0] * usualRevenue[i]));
		const disposal = returned[i] * rules.recyclingFee[0];
		const ready = Math.round(stage * rules.readyShare[0] * usualRevenue[i]);
		earn(own, i, PARTY.customers, fees);
		spend(own, i, PARTY.clearing, upkeep + design + disposal);
		spend(own, i, PARTY.customers, penalty);
		spend(own, i, PARTY.outside, setUp - design + alarms);
		spend(own, i, PARTY.households, ready);
		contractRevenue[i] = fees;
		contractCost[i] =
			upkeep + alarms + penalty + setUp + ready + disposal + depreciate(own, i, rules.assetLife[0]);
		penalties[i] = penalty;
		prevented[i] = plannedBilled[i];
		maintainedByAge[i] = agedBilled[i];
		agedBilled[i] = 0;
		repairsBilled[i] = 0;
		plannedBilled[i] = 0;
		downtime[i] = 0;
		returned[i] = 0;
	}
}

type Makers = ColumnViews<(typeof manufacturer)["groups"]>;

/**
 * Straight line over the life of a machine, at what stock is valued at: each loses a part of `life` a tick, and what is left when it
 * comes back early. Returns what the books lost.
 */
function depreciate(own: Makers, i: number, life: number): number {
	const { rentedNow, depreciating, writtenOff, assetTicks, assets, materialValue, profit } = own;
	const added = rentedNow[i] * materialValue[i];
	assetTicks[i] += rentedNow[i] * life - writtenOff[i] - depreciating[i];
	const worth = Math.round((assetTicks[i] * materialValue[i]) / life);
	const lost = assets[i] + added - worth;
	// The materials of all that was shipped are an expense of this tick; of these machines they are none yet.
	profit[i] += added - lost;
	assets[i] = worth;
	writtenOff[i] = 0;
	return lost;
}
