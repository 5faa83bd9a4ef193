// Whether an answer is right, told from the programme itself: by feasibility and by the duality gap (von Neumann 1947).
// The programme is a scaled one, so that 1 is the size of its numbers and the tolerance means the same everywhere.

import { activities, type MatrixForm, objective, reducedCosts } from "./matrix-form.js";

/** Of constraints, reduced costs and the gap, each against the size of the terms it is summed from, at least 1. */
export const tolerance = 1e-7;

/** Columns brought within their bounds, and to whole numbers where they must be. */
export const withinBounds = ({ low, high, integer }: MatrixForm, x: Float64Array): Float64Array =>
	x.map((value, j) => {
		const inside = Math.min(Math.max(value, low[j] as number), high[j] as number);
		// + 0: never −0.
		return (integer[j] ? Math.round(inside) : inside) + 0;
	});

/** Whether x, within its bounds, satisfies the constraints. */
export function isFeasible(form: MatrixForm, x: Float64Array): boolean {
	const { rows, rowLow, rowHigh } = form;
	const { sums, sizes } = activities(form, x);
	for (let i = 0; i < rows; i++) {
		const sum = sums[i] as number;
		const slack = tolerance * Math.max(1, sizes[i] as number);
		if (!(sum >= (rowLow[i] as number) - slack && sum <= (rowHigh[i] as number) + slack)) return false;
	}
	return true;
}

/**
 * What the objective cannot fall below, by weak duality from any y at all. A reduced cost within the tolerance of 0 counts
 * at x: what it could gain elsewhere is below what is told apart.
 */
function lowerBound(form: MatrixForm, x: Float64Array, y: Float64Array): number {
	const { rows, columns, low, high, rowLow, rowHigh } = form;
	const signed = y.map((value, i) => (Number.isFinite(bindingSide(value, i)) ? value : 0));
	function bindingSide(value: number, i: number): number {
		return (value > 0 ? rowLow[i] : rowHigh[i]) as number;
	}
	const { sums, sizes } = reducedCosts(form, signed);
	let bound = 0;
	for (let i = 0; i < rows; i++) {
		const value = signed[i] as number;
		if (value !== 0) bound += value * bindingSide(value, i);
	}
	for (let j = 0; j < columns; j++) {
		const reduced = sums[j] as number;
		const isZero = Math.abs(reduced) <= tolerance * Math.max(1, sizes[j] as number);
		bound += reduced * ((isZero ? x[j] : reduced > 0 ? low[j] : high[j]) as number);
	}
	return bound;
}

/** Whether x is feasible and y proves that nothing is better. */
export function isOptimal(form: MatrixForm, x: Float64Array, y: Float64Array): boolean {
	let size = 1;
	for (let j = 0; j < form.columns; j++) size += Math.abs((form.cost[j] as number) * (x[j] as number));
	return isFeasible(form, x) && objective(form, x) - lowerBound(form, x, y) <= tolerance * size;
}

/** The least sum by which constraints must be violated. It always has an optimum: 0 where the programme is feasible. */
export function leastViolation(form: MatrixForm): MatrixForm {
	const { columns, rows } = form;
	const more = 2 * rows;
	const entries = form.values.length;
	return {
		...form,
		columns: columns + more,
		cost: extended(new Float64Array(columns), more, () => 1),
		low: extended(form.low, more, () => 0),
		high: extended(form.high, more, () => Number.POSITIVE_INFINITY),
		integer: new Uint8Array(columns + more),
		starts: Int32Array.from({ length: columns + more + 1 }, (_, j) =>
			j <= columns ? (form.starts[j] as number) : entries + j - columns,
		),
		rowOf: Int32Array.from({ length: entries + more }, (_, k) =>
			k < entries ? (form.rowOf[k] as number) : (k - entries) >> 1,
		),
		values: extended(form.values, more, (k) => (k % 2 === 0 ? 1 : -1)),
	};
}

/** The steepest way that leads through the constraints for ever. It always has an optimum: 0 where there is no way down. */
export function steepestRay(form: MatrixForm): MatrixForm {
	const end = (bound: number, without: number) => (Number.isFinite(bound) ? 0 : without);
	return {
		...form,
		low: form.low.map((bound) => end(bound, -1)),
		high: form.high.map((bound) => end(bound, 1)),
		rowLow: form.rowLow.map((bound) => end(bound, bound)),
		rowHigh: form.rowHigh.map((bound) => end(bound, bound)),
		integer: new Uint8Array(form.columns),
	};
}

function extended(array: Float64Array, more: number, value: (k: number) => number): Float64Array {
	const longer = new Float64Array(array.length + more);
	longer.set(array);
	for (let k = 0; k < more; k++) longer[array.length + k] = value(k);
	return longer;
}
