// §4.6 Lend: idle hours go where hours are missing in the same tick, free inside a module, for pay beyond it.

import { columns, type World } from "../engine/world/world.js";
import { type Boundary, boundaryOf, permeability } from "./boundary.js";
import { manufacturer } from "./manufacturer.js";
import { asked, makeRoom, match, offered } from "./match.js";
import { module } from "./module.js";
import { cloudStages } from "./parameters.js";
import { settings } from "./settings.js";

const MODULE = cloudStages.indexOf("pooledModule");
const CLUSTER = cloudStages.indexOf("pooledCluster");
const NETWORK = cloudStages.indexOf("pooledNetwork");

/** Inside each module [from, to): m = min(Σ n, Σ e), where modules lend. */
export function lendInside(world: World, from: number, to: number): void {
	const { member, first, size } = columns(world, module);
	const { shortHours, idleHours, borrowedHours, lentHours } = columns(world, manufacturer);
	if (columns(world, settings).moduleLending[0] === 0) return;
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

/**
 * Between the modules of each pool: who is still short gets of floor(b·e), what others have idle when their own module is served.
 * x of b is the load of those who are short, by hours the mean, less the lender's, both of the last tick. The stage of the cloud
 * says how far a pool reaches: a smallest cell of the hierarchy, a largest one, all. A pool is done with the row of its first
 * place.
 */
export function lendBeyond(world: World, from: number, to: number): void {
	const rules = columns(world, settings);
	const stage = rules.cloud[0];
	if (rules.boundariesOn[0] === 0 || stage < MODULE) return;
	const { unit } = columns(world, module);
	const { cell } = columns(world, manufacturer);
	const makers = unit.length;
	const levels = cell.length / makers;
	const level = stage >= CLUSTER ? 0 : levels - 1;
	const cellAt = (place: number) => (stage >= NETWORK ? 0 : cell[unit[place] * levels + level]);
	for (let first = from; first < to; first++) {
		const pool = cellAt(first);
		if (first > 0 && cellAt(first - 1) === pool) continue;
		let end = first + 1;
		while (end < makers && cellAt(end) === pool) end++;
		if (end > first + 1) lendInPool(world, first, end - first);
	}
}

/** Among the makers of places [first, first + count). */
function lendInPool(world: World, first: number, count: number): void {
	const { unit } = columns(world, module);
	const own = columns(world, manufacturer);
	const { shortHours, idleHours, borrowedHours, lentHours } = own;
	makeRoom(count);
	for (let k = 0; k < count; k++) {
		const i = unit[first + k];
		asked[k] = shortHours[i] - borrowedHours[i];
		offered[k] = idleHours[i] - lentHours[i];
	}
	matchHours(boundaryOf(columns(world, settings), "labor"), unit, first, count, own);
}

/** What a lender and a borrower have: loads of the last tick, b, hours of this one. */
export type Lenders = Readonly<Record<"load" | "bLabor" | "hoursIn" | "hoursOut", Float64Array>>;

/** Of rows who[first … first + count − 1], which have filled `asked` and `offered`: floor(b·offered) goes to who asks. */
export function matchHours(
	labor: Boundary,
	who: Int32Array,
	first: number,
	count: number,
	{ load, bLabor, hoursIn, hoursOut }: Lenders,
): void {
	let short = 0;
	let weighed = 0;
	for (let k = 0; k < count; k++) {
		short += asked[k];
		weighed += asked[k] * load[who[first + k]];
	}
	if (short === 0) return;
	for (let k = 0; k < count; k++) {
		const i = who[first + k];
		bLabor[i] = permeability(labor, weighed / short - load[i]);
		offered[k] = Math.floor(bLabor[i] * offered[k]);
	}
	match(who, first, count, hoursIn, hoursOut);
}
