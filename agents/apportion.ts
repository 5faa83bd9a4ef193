// Proportional shares in whole units by largest remainder (Hamilton's method).

/** Just below 1: quotas are rounded down, so that their whole parts never make more than there is. */
const BELOW_ONE = 1 - 4 * Number.EPSILON;
let remainders = new Float64Array(0);
let pile = new Float64Array(0);
let bins = new Int32Array(0);

/**
 * shares[k] is claims[k]·units/Σ claims rounded down or up, at most the claim, for k in [0, count); together they are
 * `units`. Equal remainders are served in order. Whole numbers, 0 ≤ units ≤ Σ claims < 2^49.
 */
export function apportion(units: number, claims: Float64Array, shares: Float64Array, count: number): void {
	let total = 0;
	for (let k = 0; k < count; k++) total += claims[k];
	if (units === 0 || units === total) {
		for (let k = 0; k < count; k++) shares[k] = units === 0 ? 0 : claims[k];
		return;
	}
	if (remainders.length < count) {
		remainders = new Float64Array(2 * count);
		pile = new Float64Array(2 * count);
		bins = new Int32Array(2 * count);
	}
	const ratio = (units / total) * BELOW_ONE;
	let left = units;
	for (let k = 0; k < count; k++) {
		const quota = claims[k] * ratio;
		const whole = Math.floor(quota);
		shares[k] = whole;
		left -= whole;
		remainders[k] = whole < claims[k] ? quota - whole : -1;
	}
	if (left === 0) return;
	const least = largest(Math.min(left, count), count);
	for (let k = 0; k < count; k++)
		if (remainders[k] > least) {
			shares[k] += 1;
			left--;
		}
	for (let k = 0; k < count && left > 0; k++)
		if (remainders[k] === least && least >= 0) {
			shares[k] += 1;
			left--;
		}
}

/** The nth largest of the remainders, -1 where fewer are left: first sorted into as many bins, then among those of its bin. */
function largest(nth: number, count: number): number {
	bins.fill(0, 0, count);
	for (let k = 0; k < count; k++) if (remainders[k] >= 0) bins[binOf(k, count)]++;
	let bin = count;
	let beyond = nth;
	while (bin > 0 && beyond > 0) beyond -= bins[--bin];
	if (beyond > 0) return -1;
	let size = 0;
	for (let k = 0; k < count; k++)
		if (remainders[k] >= 0 && binOf(k, count) === bin) pile[size++] = remainders[k];
	return smallest(1 - beyond, size);
}

const binOf = (k: number, count: number) => Math.min(count - 1, Math.floor(remainders[k] * count));

/** The nth smallest of the first in the pile (Hoare 1961). */
function smallest(nth: number, count: number): number {
	const values = pile;
	const place = nth - 1;
	let low = 0;
	let high = count - 1;
	while (low < high) {
		const pivot = values[(low + high) >> 1];
		let i = low;
		let j = high;
		while (i <= j) {
			while (values[i] < pivot) i++;
			while (values[j] > pivot) j--;
			if (i > j) break;
			const value = values[i];
			values[i++] = values[j];
			values[j--] = value;
		}
		if (place <= j) high = j;
		else if (place >= i) low = i;
		else break;
	}
	return values[place];
}
