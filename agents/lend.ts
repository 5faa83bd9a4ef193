// §4.6 Lend: idle hours go where hours are missing in the same tick, free inside a module, for pay beyond it.

import { columns, type World } from "../engine/world/world.js";
import { apportion } from "./apportion.js";
import { boundaryOf, permeability } from "./boundary.js";
import { manufacturer } from "./manufacturer.js";
import { module } from "./module.js";
import { cloudStages } from "./parameters.js";
import { settings } from "./settings.js";

const MODULE = cloudStages.indexOf("pooledModule");
const CLUSTER = cloudStages.indexOf("pooledCluster");
const NETWORK = cloudStages.indexOf("pooledNetwork");

/** Room for one pool at a time, used again for the next. */
let asked = new Float64Array(0);
let offered = new Float64Array(0);
let shares = new Float64Array(0);
function makeRoom(count: number): void {
	if (asked.length >= count) return;
	asked = new Float64Array(count);
	offered = new Float64Array(count);
	shares = new Float64Array(count);
}

/**
 * The members at who[first … first + count − 1] share m = min(Σ asked, Σ offered) hours, in proportion on both sides; `given`
 * and `got` grow by it. Returns m.
 */
function match(
	who: Int32Array,
	first: number,
	count: number,
	got: Float64Array,
	given: Float64Array,
): number {
	let wanted = 0;
	let there = 0;
	for (let k = 0; k < count; k++) {
		wanted += asked[k];
		there += offered[k];
	}
	const hours = Math.min(wanted, there);
	if (hours === 0) return 0;
	apportion(hours, asked, shares, count);
	for (let k = 0; k < count; k++) got[who[first + k]] += shares[k];
	apportion(hours, offered, shares, count);
	for (let k = 0; k < count; k++) given[who[first + k]] += shares[k];
	return hours;
}

/** Inside each module [from, to): m = min(Σ n, Σ e). */
export function lendInside(world: World, from: number, to: number): void {
	const { member, first, size } = columns(world, module);
	const { shortHours, idleHours, borrowedHours, lentHours } = columns(world, manufacturer);
	for (let m = from; m < to; m++) {
		const count = size[m];
		if (count < 2) continue;
		makeRoom(count);
		for (let k = 0; k < count; k++) {
			const i = member[first[m] + k];
			asked[k] = shortHours[i];
			offered[k] = idleHours[i];
		}
		match(member, first[m], count, borrowedHours, lentHours);
	}
}

/** Makers to a pool, by the stage of the cloud; 0: nobody pools. */
function poolSize(stage: number, makers: number, cell: number, cluster: number): number {
	if (stage >= NETWORK) return makers;
	if (stage >= CLUSTER) return Math.max(1, cluster);
	return stage >= MODULE ? Math.max(1, cell) : 0;
}

/**
 * Between the modules of each pool, cells of the hierarchy whose size the stage of the cloud says: who is still short gets of
 * floor(b·e), what others have idle when their own module is served. x of b is the load of those who are short, by hours the
 * mean, less the lender's, both of the last tick. Pool p is done with row p.
 */
export function lendBeyond(world: World, from: number, to: number): void {
	const rules = columns(world, settings);
	if (rules.boundariesOn[0] === 0) return;
	const { unit } = columns(world, module);
	const own = columns(world, manufacturer);
	const { shortHours, idleHours, borrowedHours, lentHours, hoursIn, hoursOut, load, bLabor } = own;
	const makers = unit.length;
	const size = poolSize(rules.cloud[0], makers, rules.cellSize[0], rules.clusterSize[0]);
	if (size === 0) return;
	const labor = boundaryOf(rules, "labor");
	for (let p = from; p < to; p++) {
		const first = Math.ceil(p * size);
		const count = Math.min(makers, Math.ceil((p + 1) * size)) - first;
		if (count < 2) continue;
		makeRoom(count);
		let short = 0;
		let weighed = 0;
		for (let k = 0; k < count; k++) {
			const i = unit[first + k];
			asked[k] = shortHours[i] - borrowedHours[i];
			short += asked[k];
			weighed += asked[k] * load[i];
		}
		if (short === 0) continue;
		for (let k = 0; k < count; k++) {
			const i = unit[first + k];
			bLabor[i] = permeability(labor, weighed / short - load[i]);
			offered[k] = Math.floor(bLabor[i] * (idleHours[i] - lentHours[i]));
		}
		match(unit, first, count, hoursIn, hoursOut);
	}
}
