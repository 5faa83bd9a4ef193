// Units that wait, by the tick of their order: a ring of the youngest ages, first come first served.
// What is older than the ring is the backlog less the ring's sum.

/** Units of age ≥ width, which the ring no longer tells apart. */
export function oldUnits(waiting: Int32Array, base: number, width: number, backlog: number): number {
	let young = 0;
	for (let k = 0; k < width; k++) young += waiting[base + k];
	return backlog - young;
}

/** Open the slot of this tick's orders; what stood in it for `width` ticks becomes old. */
export function openCohort(
	waiting: Int32Array,
	base: number,
	width: number,
	tick: number,
	units: number,
): void {
	waiting[base + (tick % width)] = units;
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
	for (let age = Math.min(width - 1, tick); age >= 0 && left > 0; age--) {
		const slot = base + ((tick - age) % width);
		const taken = Math.min(left, waiting[slot]);
		waiting[slot] -= taken;
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
	for (let age = Math.min(longest, width - 1, tick); age >= 1; age--)
		late += waiting[base + ((tick - age) % width)];
	return late;
}
