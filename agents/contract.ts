// §4.7 Service contracts: they come with a machine, end after their time or with it, and change what its events cost.
//
// Makers keep counts of their contracts, exact integers that change with events; what is paid per tick is a count times a fee.
// A customer's satisfaction s is known at its last event: 1 − s falls by a tenth a tick while its machine works, s while it is down.

import { columns, type World } from "../engine/world/world.js";
import { customer, NEVER, STATE } from "./customer.js";
import { manufacturer } from "./manufacturer.js";
import { STAGE, stageOf } from "./servitization.js";
import { settings } from "./settings.js";

/** Stages with a contract: width of the counts. */
const KINDS = 3;

/** .9^n; after so many ticks nothing is left that 32 bits could tell. */
const powers = new Float64Array(256);
powers[0] = 1;
for (let n = 1; n < powers.length; n++) powers[n] = 0.9 * (powers[n - 1] as number);
const fade = (ticks: number) => (ticks < powers.length ? powers[ticks] : 0);

/** What the events of contracts read and write, as locals of a step. */
export function contractsOf(world: World) {
	const { contract, contractEnds, satisfaction, orderedAt, maker } = columns(world, customer);
	const { contracts, rentedWorking, depreciating, writtenOff } = columns(world, manufacturer);
	const { repairsBilled, downtime } = columns(world, manufacturer);
	const { graceTicks, addOnTicks, enhancedTicks, assetLife } = columns(world, settings);
	return {
		contract,
		contractEnds,
		satisfaction,
		orderedAt,
		maker,
		contracts,
		rentedWorking,
		depreciating,
		writtenOff,
		repairsBilled,
		downtime,
		grace: graceTicks[0],
		length: [0, addOnTicks[0], enhancedTicks[0], assetLife[0]] as const,
	};
}
type Contracts = ReturnType<typeof contractsOf>;

/** The machine leaves its maker, who alone counts here. What the customer does not pay for stays the maker's for its life. */
export function begin(own: Contracts, id: number, tick: number): void {
	const stage = own.contract[id];
	const maker = own.maker[id];
	own.contracts[maker * KINDS + stage - 1] += 1;
	own.contractEnds[id] = tick + own.length[stage];
	own.satisfaction[id] = 1;
	if (stage === STAGE.embedded) own.depreciating[maker] += 1;
}

/** The machine goes to work at its customer's. */
export function deliver(own: Contracts, id: number, tick: number): void {
	own.orderedAt[id] = tick;
	if (own.contract[id] === STAGE.embedded) Atomics.add(own.rentedWorking, own.maker[id], 1);
}

/** The machine fails. */
export function fail(own: Contracts, id: number, tick: number): void {
	own.satisfaction[id] = 1 - (1 - own.satisfaction[id]) * fade(tick - own.orderedAt[id]);
	own.orderedAt[id] = tick;
	if (own.contract[id] === STAGE.embedded) Atomics.sub(own.rentedWorking, own.maker[id], 1);
}

/** The machine is repaired, at its maker's cost; what it was down beyond the days of grace is the customer's due. */
export function repair(own: Contracts, id: number, tick: number): void {
	const stage = own.contract[id];
	const maker = own.maker[id];
	const down = tick - own.orderedAt[id];
	own.satisfaction[id] *= fade(down);
	own.orderedAt[id] = tick;
	Atomics.add(own.repairsBilled, maker, 1);
	if (stage >= STAGE.enhanced && down > own.grace) Atomics.add(own.downtime, maker, down - own.grace);
	if (stage === STAGE.embedded) Atomics.add(own.rentedWorking, maker, 1);
}

/** The machine has come to its end, while at work. One that is the maker's goes back to it, with what it was still worth. */
export function end(own: Contracts, id: number, tick: number): void {
	const stage = own.contract[id];
	const maker = own.maker[id];
	Atomics.sub(own.contracts, maker * KINDS + stage - 1, 1);
	if (stage === STAGE.embedded) {
		Atomics.sub(own.rentedWorking, maker, 1);
		if (own.contractEnds[id] !== NEVER) {
			Atomics.sub(own.depreciating, maker, 1);
			Atomics.add(own.writtenOff, maker, own.contractEnds[id] - tick);
		}
	}
	own.contract[id] = STAGE.productOnly;
	own.contractEnds[id] = NEVER;
}

/**
 * Contracts that are over today: who is satisfied takes the one that its maker now offers to owners, if it offers any.
 * A machine that is its maker's is written off in full, and goes on.
 */
export function renewContracts(world: World, from: number, to: number, tick: number): void {
	const own = contractsOf(world);
	const { contract, contractEnds, satisfaction, orderedAt, maker, contracts, length } = own;
	const { state } = columns(world, customer);
	const { serviceRank, closed } = columns(world, manufacturer);
	const { servitization, renewAbove } = columns(world, settings);
	for (let i = from; i < to; i++) {
		if (contractEnds[i] > tick) continue;
		const stage = contract[i];
		contractEnds[i] = NEVER;
		if (stage === STAGE.embedded) {
			Atomics.sub(own.depreciating, maker[i], 1);
			continue;
		}
		const left = fade(tick - orderedAt[i]);
		const s = state[i] === STATE.down ? satisfaction[i] * left : 1 - (1 - satisfaction[i]) * left;
		const offered = Math.min(STAGE.enhanced, stageOf(servitization[0], serviceRank[maker[i]]));
		const next = s > renewAbove[0] && closed[maker[i]] === 0 ? offered : STAGE.productOnly;
		contract[i] = next;
		Atomics.sub(contracts, maker[i] * KINDS + stage - 1, 1);
		if (next === STAGE.productOnly) continue;
		Atomics.add(contracts, maker[i] * KINDS + next - 1, 1);
		contractEnds[i] = tick + length[next];
	}
}
