// Who lacks something and who has it to spare, matched in proportion on both sides.

import { apportion } from "./apportion.js";

/** Room for one match at a time, used again for the next: what each asks and offers, in the order of the list. */
export let asked = new Float64Array(0);
export let offered = new Float64Array(0);
let shares = new Float64Array(0);

/** To be called before `asked` and `offered` are filled. */
export function makeRoom(count: number): void {
	if (asked.length >= count) return;
	asked = new Float64Array(count);
	offered = new Float64Array(count);
	shares = new Float64Array(count);
}

/**
 * Rows who[first … first + count − 1] share m = min(Σ asked, Σ offered), whole numbers, in proportion on both sides; `got` and
 * `given` of each grow by its share. Returns m.
 */
export function match(
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
	const all = Math.min(wanted, there);
	if (all === 0) return 0;
	apportion(all, asked, shares, count);
	for (let k = 0; k < count; k++) got[who[first + k]] += shares[k];
	apportion(all, offered, shares, count);
	for (let k = 0; k < count; k++) given[who[first + k]] += shares[k];
	return all;
}
