// Peeling and pasting: how PRIM's box shrinks and grows.

import type { Cases } from "./cases.js";
import type { Point } from "./designs/space.js";

/** For each factor the least and the greatest value inside; infinite where there is no limit. */
export type Bounds = readonly (readonly [low: number, high: number])[];

/** The numbers of the cases inside, the limits of the factor `except` not regarded. */
export function inside({ points }: Cases<number>, bounds: Bounds, except = -1): number[] {
	const holds = (point: Point) =>
		bounds.every(([low, high], j) => j === except || (point[j] >= low && point[j] <= high));
	return points.flatMap((point, i) => (holds(point) ? [i] : []));
}

export const sumOf = ({ outcomes }: Cases<number>, of: readonly number[]): number =>
	of.reduce((sum, i) => sum + outcomes[i], 0);

interface Step {
	readonly bounds: Bounds;
	/** Mean outcome in the box after the step. */
	readonly mean: number;
	/** How many cases it removes or adds. */
	readonly moved: number;
}

/** The better of two steps: of the higher mean, else of fewer cases, else the earlier. Means that differ by rounding are equal. */
function better(best: Step | undefined, step: Step): Step {
	if (!best) return step;
	const slack = 1e-12 * Math.max(Math.abs(best.mean), Math.abs(step.mean));
	if (Math.abs(step.mean - best.mean) > slack) return step.mean > best.mean ? step : best;
	return step.moved < best.moved ? step : best;
}

/** At least `wish` of the cases in order, and all that have the value of the last of them. */
function withTies(ordered: readonly number[], value: (i: number) => number, wish: number): number[] {
	let count = Math.min(wish, ordered.length);
	while (count < ordered.length && value(ordered[count]) === value(ordered[count - 1])) count++;
	return ordered.slice(0, count);
}

const portion = (share: number, count: number) => Math.max(1, Math.floor(share * count));

/** From the box of all cases to the smallest that peeling may leave, each within the last. */
export function peelAll(cases: Cases<number>, share: number, least: number): Bounds[] {
	const { points } = cases;
	const orders = points[0].map((_, j) => points.map((_, i) => i).sort((a, b) => points[a][j] - points[b][j]));
	let bounds: Bounds = points[0].map(() => [-Infinity, Infinity] as const);
	const boxes = [bounds];
	for (;;) {
		const members = inside(cases, bounds);
		const isMember = new Uint8Array(points.length);
		for (const i of members) isMember[i] = 1;
		const sum = sumOf(cases, members);
		let best: Step | undefined;
		for (const [j, [low, high]] of bounds.entries()) {
			const value = (i: number) => points[i][j];
			const ascending = orders[j].filter((i) => isMember[i] === 1);
			for (const ordered of [ascending, ascending.toReversed()]) {
				const gone = withTies(ordered, value, portion(share, members.length));
				const left = members.length - gone.length;
				if (left < least) continue;
				const edge = value(ordered[gone.length]);
				const limits = ordered === ascending ? ([edge, high] as const) : ([low, edge] as const);
				const mean = (sum - sumOf(cases, gone)) / left;
				best = better(best, { bounds: bounds.with(j, limits), mean, moved: gone.length });
			}
		}
		if (!best) return boxes;
		bounds = best.bounds;
		boxes.push(bounds);
	}
}

/** The box grown as long as its mean rises. A side that leaves no case of all outside loses its limit. */
export function pasteAll(cases: Cases<number>, start: Bounds, share: number): Bounds {
	const { points } = cases;
	let bounds = start;
	for (;;) {
		const members = inside(cases, bounds);
		const sum = sumOf(cases, members);
		let best: Step | undefined;
		for (const [j, [low, high]] of bounds.entries()) {
			const value = (i: number) => points[i][j];
			const along = inside(cases, bounds, j).sort((a, b) => value(a) - value(b));
			const above = along.filter((i) => value(i) > high);
			const below = along.filter((i) => value(i) < low).reverse();
			for (const beyond of [below, above]) {
				if (beyond.length === 0) continue;
				const come = withTies(beyond, value, portion(share, members.length));
				const edge = value(come[come.length - 1]);
				const limits =
					beyond === above
						? ([low, points.some((point) => point[j] > edge) ? edge : Infinity] as const)
						: ([points.some((point) => point[j] < edge) ? edge : -Infinity, high] as const);
				const mean = (sum + sumOf(cases, come)) / (members.length + come.length);
				best = better(best, { bounds: bounds.with(j, limits), mean, moved: come.length });
			}
		}
		if (!best || !(best.mean > sum / members.length)) return bounds;
		bounds = best.bounds;
	}
}
