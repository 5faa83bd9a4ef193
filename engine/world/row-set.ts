// A set of rows, a bit each: which agents still do something, so that a step passes over the others 32 at a time.
//
// A column of type u32 and width 1/32 holds one: row r is bit r & 31 of element r >>> 5. A step adds and removes its own rows; shards
// are whole groups of 64 rows, so no two threads write one element.

/** Make it the rows below `rows`. */
export function fillSet(set: Uint32Array, rows: number): void {
	set.fill(0);
	set.fill(0xffffffff, 0, rows >>> 5);
	if (rows % 32 !== 0) set[rows >>> 5] = (1 << (rows % 32)) - 1;
}

export function addRow(set: Uint32Array, row: number): void {
	set[row >>> 5] |= 1 << (row & 31);
}

export function removeRow(set: Uint32Array, row: number): void {
	set[row >>> 5] &= ~(1 << (row & 31));
}

/** How many of the rows [from, to) are in it. */
export function countRows(set: Uint32Array, from: number, to: number): number {
	let count = 0;
	for (let row = from & ~31; row < to; row += 32) {
		const bits = set[row >>> 5] & within(row, from, to);
		// Pairs, fours and bytes of bits, each as its own count; the product adds up the bytes.
		const twos = bits - ((bits >>> 1) & 0x55555555);
		const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
		count += Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
	}
	return count;
}

/** Write those of the rows [from, to) that are in it to `out`, rising, and return how many. */
export function listRows(set: Uint32Array, from: number, to: number, out: Int32Array): number {
	let count = 0;
	for (let row = from & ~31; row < to; row += 32) {
		let rest = set[row >>> 5] & within(row, from, to);
		while (rest !== 0) {
			out[count++] = row + 31 - Math.clz32(rest & -rest);
			rest &= rest - 1;
		}
	}
	return count;
}

/** Of the 32 rows from `row` on those in [from, to), as bits. */
function within(row: number, from: number, to: number): number {
	const first = row < from ? -1 << (from - row) : -1;
	return to - row < 32 ? first & ~(-1 << (to - row)) : first;
}
