// Hypervolume: how much of the space below a reference a set of points dominates (Zitzler & Thiele 1998). Less is better.

import type { Objectives } from "./pareto.js";
import { dominates } from "./pareto.js";

/**
 * Exact, for any number of objectives ≥ 1: the sum of what each point dominates beyond those before it (WFG: While, Bradstreet & Barone 2012),
 * a sweep where two objectives are left. Points that are not below the reference everywhere contribute nothing, and so do
 * NaN ones. 0 for no points. Time grows fast with the number of objectives: for hundreds of points up to five or six.
 * @throws RangeError for points of another length than the reference, a reference that is not finite, or −Infinity in a point.
 */
export function hypervolume(points: readonly Objectives[], reference: Objectives): number {
	const m = reference.length;
	if (m < 1 || !reference.every(Number.isFinite))
		throw new RangeError(`hypervolume: reference must be finite numbers, got [${reference}]`);
	for (const point of points) {
		if (point.length !== m)
			throw new RangeError(
				`hypervolume: points must have ${m} objectives as the reference, got ${point.length}`,
			);
		if (point.includes(-Infinity))
			throw new RangeError(`hypervolume: points must be above −Infinity, got [${point}]`);
	}
	return volume(
		points.filter((point) => point.every((value, k) => value < reference[k])),
		reference,
		m,
	);
}

/** By the first m objectives alone. */
function volume(points: readonly Objectives[], reference: Objectives, m: number): number {
	const last = m - 1;
	const sorted = [...points].sort((a, b) => a[last] - b[last]);
	if (m === 1) return sorted.length > 0 ? reference[0] - sorted[0][0] : 0;
	let total = 0;
	if (m === 2) {
		let edge = reference[0];
		for (const [x, y] of sorted) {
			if (x >= edge) continue;
			total += (edge - x) * (reference[1] - y);
			edge = x;
		}
		return total;
	}
	// What a point dominates beyond those that are better in the last objective is a slab of one dimension less.
	for (let k = 0; k < sorted.length; k++) {
		const point = sorted[k];
		let own = 1;
		for (let i = 0; i < last; i++) own *= reference[i] - point[i];
		const limited = sorted
			.slice(0, k)
			.map((other) => Array.from({ length: last }, (_, i) => Math.max(point[i], other[i])));
		total += (reference[last] - point[last]) * (own - volume(undominated(limited), reference, last));
	}
	return total;
}

function undominated(points: readonly Objectives[]): Objectives[] {
	const kept: Objectives[] = [];
	const sums = points.map((point) => point.reduce((sum, value) => sum + value, 0));
	// One that dominates has the smaller sum: it comes first.
	const order = points.map((_, i) => i).sort((a, b) => sums[a] - sums[b]);
	for (const i of order) if (!kept.some((other) => dominates(other, points[i]))) kept.push(points[i]);
	return kept;
}
