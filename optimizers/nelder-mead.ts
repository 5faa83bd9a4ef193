// Nelder & Mead's simplex (1965) with the coefficients of Gao & Han (2012), which suit many dimensions, and restarts.

import type { Sequence } from "../engine/random/sequence.js";
import type { Box } from "./box.js";
import type { Point } from "./optimizer.js";
import { byValue } from "./order.js";

interface Vertex {
	readonly x: Point;
	readonly value: number;
}

/** From where a simplex has shrunk a new one starts, since it may have collapsed beside the minimum; where that gains nothing, anywhere. */
export function* nelderMead(box: Box, draws: Sequence): Generator<Point[], void, readonly number[]> {
	let start = box.start;
	let last = Infinity;
	for (let step = 1; ; ) {
		const { x, value } = yield* run(box, draws, start, step);
		const better = value < last - 1e-10 * Math.abs(last) || (last === Infinity && value < Infinity);
		start = better ? x : box.scatter(draws);
		last = better ? value : Infinity;
		step = better ? 0.1 : 1;
	}
}

/** One simplex until it is small or flat; returns its best vertex. */
function* run(
	box: Box,
	draws: Sequence,
	start: Point,
	step: number,
): Generator<Point[], Vertex, readonly number[]> {
	const n = box.dimension;
	// In one dimension 1 − 1/n vanishes: there the coefficients are those of 1965.
	const m = Math.max(n, 2);
	const expansion = 1 + 2 / m;
	const contraction = 0.75 - 1 / (2 * m);
	const shrinkage = 1 - 1 / m;
	// Off in one direction or the other by chance, so that a restart is another simplex.
	const corners = start.map((_, j) => {
		const side = draws.uniform() < 0.5 ? -1 : 1;
		return box.fold(start.map((x, i) => (i === j ? x + side * step * box.scale[i] : x)));
	});
	const first = [box.fold(start), ...corners];
	const values = yield first;
	let simplex: Vertex[] = first.map((x, k) => ({ x, value: values[k] }));

	for (;;) {
		const order = byValue(simplex.map(({ value }) => value));
		simplex = order.map((k) => simplex[k]);
		const best = simplex[0];
		const worst = simplex[n];
		if (collapsed(box, simplex)) return best;
		const center = best.x.map((_, i) => simplex.slice(0, n).reduce((sum, { x }) => sum + x[i], 0) / n);
		/** The point on the line through worst vertex and center, `along` times their distance beyond the center. */
		const beyond = (along: number): Point => box.fold(center.map((c, i) => c + along * (c - worst.x[i])));

		const reflected = yield* look(beyond(1));
		let taken: Vertex | undefined;
		if (reflected.value < best.value) {
			const expanded = yield* look(beyond(expansion));
			taken = expanded.value < reflected.value ? expanded : reflected;
		} else if (reflected.value < simplex[n - 1].value) taken = reflected;
		else {
			const outside = reflected.value < worst.value;
			const contracted = yield* look(beyond(outside ? contraction : -contraction));
			if (contracted.value < (outside ? reflected.value : worst.value)) taken = contracted;
		}
		if (taken) simplex[n] = taken;
		else {
			const shrunk = simplex
				.slice(1)
				.map(({ x }) => x.map((c, i) => best.x[i] + shrinkage * (c - best.x[i])));
			const outcomes = yield shrunk;
			simplex = [best, ...shrunk.map((x, k) => ({ x, value: outcomes[k] }))];
		}
	}
}

function* look(x: Point): Generator<Point[], Vertex, readonly number[]> {
	const [value] = yield [x];
	return { x, value };
}

function collapsed({ scale }: Box, simplex: readonly Vertex[]): boolean {
	const best = simplex[0];
	const worst = simplex[simplex.length - 1];
	const flat = worst.value < Infinity && worst.value - best.value <= 1e-15 * Math.abs(best.value);
	const small = scale.every((step, j) =>
		simplex.every(({ x }) => Math.abs(x[j] - best.x[j]) <= 1e-11 * step + 1e-15 * Math.abs(x[j])),
	);
	return flat || small;
}
