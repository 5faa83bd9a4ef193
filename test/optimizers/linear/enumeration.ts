// Tiny programmes solved by looking at every point that can be best: every vertex, every whole number.

import type { LinearProgram } from "../../../optimizers/index.js";

type Found = { status: "optimal"; objective: number } | { status: "infeasible" | "unbounded" };

/** coefficients·x ≤ right. */
interface HalfSpace {
	readonly coefficients: readonly number[];
	readonly right: number;
}

const near = 1e-7;
const better = (a: number, b: number, sign: number) => sign * (a - b) < -1e-6 * Math.max(1, Math.abs(b));

/**
 * By all vertices within a box so wide that no vertex of a programme in small whole numbers lies outside; if a box
 * twice as wide has a better one, there is no best. Whole numbers must have bounds of their own.
 */
export function enumerate(program: LinearProgram): Found {
	const sign = program.sense === "maximize" ? -1 : 1;
	const [narrow, wide] = [1e5, 2e5].map((box) => bestOf(program, sign, box));
	if (narrow === undefined || wide === undefined) return { status: "infeasible" };
	return better(wide, narrow, sign) ? { status: "unbounded" } : { status: "optimal", objective: narrow };
}

function bestOf(program: LinearProgram, sign: number, box: number): number | undefined {
	const whole = program.variables.findIndex(
		({ integer, low = 0, high }) => integer && !(Number.isInteger(low) && low === high),
	);
	if (whole === -1) return bestVertex(program, sign, box);
	let best: number | undefined;
	const { low = 0, high = 0 } = program.variables[whole] ?? {};
	for (let value = Math.ceil(low); value <= high; value++) {
		const fixed = program.variables.map((one, j) =>
			j === whole ? { ...one, low: value, high: value } : one,
		);
		const found = bestOf({ ...program, variables: fixed }, sign, box);
		if (found !== undefined && (best === undefined || sign * (found - best) < 0)) best = found;
	}
	return best;
}

function bestVertex(program: LinearProgram, sign: number, box: number): number | undefined {
	// What is fixed is put in, so that few variables are left.
	const free = program.variables.filter(({ low = 0, high }) => low !== high);
	const fixed = new Map(
		program.variables.filter(({ low = 0, high }) => low === high).map(({ name, low = 0 }) => [name, low]),
	);
	const halves: HalfSpace[] = [];
	const between = (coefficients: number[], low = -Infinity, high = Infinity) => {
		if (Number.isFinite(high)) halves.push({ coefficients, right: high });
		if (Number.isFinite(low)) halves.push({ coefficients: coefficients.map((one) => -one), right: -low });
	};
	for (const { terms, low = -Infinity, high = Infinity } of program.constraints) {
		const there = Object.entries(terms).reduce((sum, [name, one]) => sum + one * (fixed.get(name) ?? 0), 0);
		between(
			free.map(({ name }) => terms[name] ?? 0),
			low - there,
			high - there,
		);
	}
	for (const [j, { low = 0, high = Infinity }] of free.entries())
		between(
			free.map((_, k) => (k === j ? 1 : 0)),
			Math.max(low, -box),
			Math.min(high, box),
		);
	const value = (x: readonly number[]) =>
		free.reduce((sum, { cost }, j) => sum + cost * (x[j] as number), program.constant ?? 0) +
		program.variables.reduce((sum, { name, cost }) => sum + cost * (fixed.get(name) ?? 0), 0);
	let best: number | undefined;
	for (const active of subsets(halves, free.length)) {
		const x = intersection(active);
		if (!x) continue;
		const holds = halves.every(
			({ coefficients, right }) =>
				coefficients.reduce((sum, one, j) => sum + one * (x[j] as number), 0) <= right + near,
		);
		if (holds && (best === undefined || sign * (value(x) - best) < 0)) best = value(x);
	}
	return best;
}

function* subsets<T>(list: readonly T[], size: number, from = 0): Generator<T[]> {
	if (size === 0) yield [];
	else
		for (let i = from; i < list.length; i++)
			for (const rest of subsets(list, size - 1, i + 1)) yield [list[i] as T, ...rest];
}

/** Where as many planes as dimensions meet, by Gauss and Jordan; undefined where they meet in no point or in many. */
function intersection(planes: readonly HalfSpace[]): number[] | undefined {
	const rows = planes.map(({ coefficients, right }) => [...coefficients, right]);
	const size = rows.length;
	for (let c = 0; c < size; c++) {
		const pivot = rows
			.slice(c)
			.reduce((a, b) => (Math.abs(b[c] as number) > Math.abs(a[c] as number) ? b : a));
		if (Math.abs(pivot[c] as number) < 1e-9) return undefined;
		rows.splice(rows.indexOf(pivot), 1);
		rows.splice(c, 0, pivot);
		for (const row of rows) {
			if (row === pivot) continue;
			const factor = (row[c] as number) / (pivot[c] as number);
			for (let k = c; k <= size; k++) row[k] = (row[k] as number) - factor * (pivot[k] as number);
		}
	}
	return rows.map((row, c) => (row[size] as number) / (row[c] as number));
}
