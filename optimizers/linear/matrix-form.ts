// A programme as arrays: minimize cost·x, low ≤ x ≤ high, rowLow ≤ A x ≤ rowHigh, A by columns.

import type { LinearProgram } from "./program.js";

export interface MatrixForm {
	readonly columns: number;
	readonly rows: number;
	readonly cost: Float64Array;
	readonly low: Float64Array;
	readonly high: Float64Array;
	/** 1 where a column takes whole numbers only. */
	readonly integer: Uint8Array;
	readonly rowLow: Float64Array;
	readonly rowHigh: Float64Array;
	/** Column j's entries are those from starts[j] to starts[j + 1]. */
	readonly starts: Int32Array;
	readonly rowOf: Int32Array;
	readonly values: Float64Array;
}

/**
 * The arrays of a programme; costs of one to maximize are negated.
 * @throws RangeError for a sense, name or number that cannot be meant.
 */
export function matrixForm({ sense, variables, constraints, constant = 0 }: LinearProgram): MatrixForm {
	if (!["minimize", "min", "maximize", "max"].includes(sense))
		throw fault("sense", '"minimize" or "maximize"', sense);
	checkNumber("constant", constant);
	const sign = isMaximum(sense) ? -1 : 1;
	const indexOf = indexByName("variables", variables);
	indexByName("constraints", constraints);
	const columns = variables.length;
	const rows = constraints.length;

	const starts = new Int32Array(columns + 1);
	const entries = constraints.map(({ name, terms }) => {
		if (typeof terms !== "object" || terms === null)
			throw fault(`terms of constraint "${name}"`, "coefficients by variable", terms);
		return Object.entries(terms).flatMap(([variable, coefficient]) => {
			const column = indexOf.get(variable);
			if (column === undefined)
				throw fault(`terms of constraint "${name}"`, "variables of the programme", `"${variable}"`);
			checkNumber(`coefficient of "${variable}" in constraint "${name}"`, coefficient);
			if (coefficient === 0) return [];
			(starts[column + 1] as number)++;
			return [[column, coefficient] as const];
		});
	});
	for (let j = 0; j < columns; j++) (starts[j + 1] as number) += starts[j] as number;

	const next = starts.slice();
	const rowOf = new Int32Array(starts[columns] as number);
	const values = new Float64Array(rowOf.length);
	for (const [i, row] of entries.entries())
		for (const [column, coefficient] of row) {
			const k = (next[column] as number)++;
			rowOf[k] = i;
			values[k] = coefficient;
		}
	return {
		columns,
		rows,
		cost: Float64Array.from(variables, ({ name, cost }) => {
			checkNumber(`cost of variable "${name}"`, cost);
			return sign * cost;
		}),
		low: Float64Array.from(variables, ({ name, low = 0 }) => lowOf(`variable "${name}"`, low)),
		high: Float64Array.from(variables, ({ name, high = Infinity }) => highOf(`variable "${name}"`, high)),
		integer: Uint8Array.from(variables, ({ integer }) => (integer ? 1 : 0)),
		rowLow: Float64Array.from(constraints, ({ name, low = -Infinity }) => lowOf(`constraint "${name}"`, low)),
		rowHigh: Float64Array.from(constraints, ({ name, high = Infinity }) =>
			highOf(`constraint "${name}"`, high),
		),
		starts,
		rowOf,
		values,
	};
}

export const isMaximum = (sense: LinearProgram["sense"]): boolean => sense === "maximize" || sense === "max";

/** A x. */
export function activities({ columns, rows, starts, rowOf, values }: MatrixForm, x: Float64Array) {
	const sums = new Float64Array(rows);
	const sizes = new Float64Array(rows);
	for (let j = 0; j < columns; j++)
		for (let k = starts[j] as number; k < (starts[j + 1] as number); k++) {
			const term = (values[k] as number) * (x[j] as number);
			(sums[rowOf[k] as number] as number) += term;
			(sizes[rowOf[k] as number] as number) += Math.abs(term);
		}
	return { sums, sizes };
}

/** cost − Aᵀ y. */
export function reducedCosts({ columns, cost, starts, rowOf, values }: MatrixForm, y: Float64Array) {
	const sums = cost.slice();
	const sizes = cost.map(Math.abs);
	for (let j = 0; j < columns; j++)
		for (let k = starts[j] as number; k < (starts[j + 1] as number); k++) {
			const term = (values[k] as number) * (y[rowOf[k] as number] as number);
			(sums[j] as number) -= term;
			(sizes[j] as number) += Math.abs(term);
		}
	return { sums, sizes };
}

/** cost·x. */
export function objective({ columns, cost }: MatrixForm, x: Float64Array): number {
	let sum = 0;
	for (let j = 0; j < columns; j++) sum += (cost[j] as number) * (x[j] as number);
	return sum;
}

function indexByName(list: string, named: readonly { readonly name: string }[]): Map<string, number> {
	if (!Array.isArray(named)) throw fault(list, "a list", named);
	const index = new Map<string, number>();
	for (const [i, { name }] of named.entries()) {
		if (typeof name !== "string") throw fault(`name of ${list}[${i}]`, "a text", name);
		if (index.has(name)) throw fault(list, "names that are all different", `"${name}" twice`);
		index.set(name, i);
	}
	return index;
}

function checkNumber(what: string, value: unknown): void {
	if (typeof value !== "number" || !Number.isFinite(value)) throw fault(what, "a finite number", value);
}

function lowOf(of: string, low: number): number {
	if (low === -Infinity) return low;
	if (!Number.isFinite(low)) throw fault(`low of ${of}`, "a finite number or -Infinity", low);
	return low;
}

function highOf(of: string, high: number): number {
	if (high === Infinity) return high;
	if (!Number.isFinite(high)) throw fault(`high of ${of}`, "a finite number or Infinity", high);
	return high;
}

const fault = (what: string, expected: string, got: unknown) =>
	new RangeError(`solveLinearProgram: ${what}: expected ${expected}, got ${String(got)}`);
