// Units that wait, by the tick of their order: a ring of the youngest ages, first come first served.
// What is older than the ring is the backlog less the ring's sum.

/** Units of age ≥ width, which the ring no longer tells apart. */
export function oldUnits(waiting: Int32Array, base: number, width: number, backlog: number): number {
	let young = 0;
	for (let k = base; k < base + width; k++) young += waiting[k];
	return backlog - young;
}

/** Units that were ordered `age` ticks ago and still wait. */
export function unitsOfAge(
	waiting: Int32Array,
	base: number,
	width: number,
	tick: number,
	age: number,
): number {
	return age > tick || age >= width ? 0 : waiting[base + ((tick - age) % width)];
}

/** Hand over `units` of `backlog`, oldest first. Returns how many of them are no older than `promise`. */
export function serveOldest(
	waiting: Int32Array,
	base: number,
	width: number,
	tick: number,
	backlog: number,
	units: number,
	promise: number,
): number {
	let left = units - oldUnits(waiting, base, width, backlog);
	let inTime = 0;
	// From the oldest slot, the one behind this tick's, round to this tick's.
	let slot = tick % width;
	for (let age = width - 1; age >= 0 && left > 0; age--) {
		slot = slot + 1 === width ? 0 : slot + 1;
		const taken = Math.min(left, waiting[base + slot]);
		waiting[base + slot] -= taken;
		left -= taken;
		if (age <= promise) inTime += taken;
	}
	return inTime;
}

/** Units that have waited from 1 to `longest` ticks: those to whom late pay is due. */
export function lateUnits(
	waiting: Int32Array,
	base: number,
	width: number,
	tick: number,
	longest: number,
): number {
	let late = 0;
	let slot = tick % width;
	for (let age = Math.min(longest, width - 1); age >= 1; age--) {
		slot = slot === 0 ? width - 1 : slot - 1;
		late += waiting[base + slot];
	}
	return late;
}
