// javascript-lp-solver: a dense simplex tableau, quickest where small, and at once.

import library from "javascript-lp-solver";
import { branchAndBound } from "./branch-and-bound.js";
import type { MatrixForm } from "./matrix-form.js";
import type { Claim, Solver } from "./solver.js";

// The package's types call themselves CommonJS, its code is not.
const { Model, Tableau } = library as unknown as typeof library.default;
type LibraryModel = InstanceType<typeof Model>;
type Row = ReturnType<LibraryModel["smallerThan"]>;
type Ending = Pick<ReturnType<LibraryModel["solve"]>, "feasible" | "bounded">;

export const smallSolver: Solver = {
	name: "javascript-lp-solver",
	ways: [(form) => simplex(form, twoPhases), (form) => simplex(form, twoPhasesApart)],
	search: (form, budget) => branchAndBound(smallSolver, form, budget),
};

/**
 * First the dual simplex to a feasible vertex, under costs that are positive, as it needs, and all different, so that
 * it does not cycle; from there the primal simplex under the programme's own (Lemke 1954; Dantzig 1951).
 */
function twoPhases(model: LibraryModel): Ending {
	const costs = model.variables.map(({ cost }) => cost);
	for (const [v, variable] of model.variables.entries()) variable.cost = 1 + between(v);
	const first = model.solve();
	if (!first.feasible) return first;
	for (const [v, variable] of model.variables.entries()) model.setCost(costs[v] as number, variable);
	return model.solve();
}

/**
 * In two phases with right-hand sides a little apart, so that no vertex is degenerate and no cycle possible (Charnes 1952), and
 * then as they are: what was optimal is dual feasible still, and a few dual pivots lead back.
 */
function twoPhasesApart(model: LibraryModel): Ending {
	const sides = model.constraints.map(({ rhs }) => rhs);
	for (const [i, row] of model.constraints.entries())
		row.setRightHandSide(row.rhs + (row.isUpperBound ? 1e-5 : -1e-5) * (1 + between(i)));
	const found = twoPhases(model);
	if (!found.feasible || !found.bounded) return found;
	for (const [i, row] of model.constraints.entries()) row.setRightHandSide(sides[i] as number);
	return model.solve();
}

/** In [0, 1), another number for each index. */
const between = (index: number) => (index * 0.6180339887) % 1;

const mostPivots = (form: MatrixForm) => 200 + 10 * (form.rows + form.columns);
class TooManyPivots extends Error {}

/**
 * Built by the library's objects, not by names, which it mistakes for its own (`result`, `feasible`). Its presolve fixes
 * variables wrongly and is left out, as are its free variables and its rounding to 1e-8: all variables here begin at
 * 0, and values and duals are read from the tableau.
 */
function simplex(form: MatrixForm, solve: (model: LibraryModel) => Ending): Claim {
	const model = new Model(1e-9);
	model.usePresolve = false;
	model.checkForCycles = false;
	model.minimize();
	const parts = columnParts(form, model);
	const rows = addRows(form, model, parts);
	const { tableau } = model;
	let pivots = 0;
	tableau.pivot = (row, column) => {
		if (++pivots > mostPivots(form)) throw new TooManyPivots();
		Tableau.prototype.pivot.call(tableau, row, column);
	};
	try {
		const { feasible, bounded } = solve(model);
		if (!feasible || !bounded) return { status: "none" };
	} catch (error) {
		if (error instanceof TooManyPivots) return { status: "none" };
		throw error;
	}
	const { matrix, width } = tableau;
	const value = ({ index }: { index: number }) => {
		const row = tableau.rowByVarIndex[index] ?? -1;
		return row === -1 ? 0 : (matrix[row * width] as number);
	};
	const dual = ({ slack, isUpperBound }: Row) => {
		const column = tableau.colByVarIndex[slack.index] ?? -1;
		return column === -1 ? 0 : (isUpperBound ? 1 : -1) * (matrix[column] as number);
	};
	return {
		status: "optimal",
		x: Float64Array.from(parts, ({ from, pieces }) =>
			pieces.reduce((sum, { sign, variable }) => sum + sign * value(variable), from),
		),
		y: Float64Array.from(rows, (some) => some.reduce((sum, row) => sum + dual(row), 0)),
	};
}

/** A column as `from` plus or minus what is not negative: one variable from a bound, two where there is none. */
interface Parts {
	readonly from: number;
	readonly pieces: readonly {
		readonly sign: 1 | -1;
		readonly variable: ReturnType<LibraryModel["addVariable"]>;
	}[];
}

function columnParts({ columns, cost, low, high }: MatrixForm, model: LibraryModel): Parts[] {
	return Array.from({ length: columns }, (_, j) => {
		const piece = (sign: 1 | -1) => ({ sign, variable: model.addVariable(sign * (cost[j] as number)) });
		const [from, to] = [low[j] as number, high[j] as number];
		if (from === -Infinity)
			return to === Infinity ? { from: 0, pieces: [piece(1), piece(-1)] } : { from: to, pieces: [piece(-1)] };
		const up = piece(1);
		if (to !== Infinity) model.smallerThan(to - from).addTerm(1, up.variable);
		return { from, pieces: [up] };
	});
}

/** Per row of the programme the library's constraints that stand for it. */
function addRows(form: MatrixForm, model: LibraryModel, parts: readonly Parts[]): Row[][] {
	const { columns, rows, rowLow, rowHigh, starts, rowOf, values } = form;
	const shifts = new Float64Array(rows);
	for (let j = 0; j < columns; j++)
		for (let k = starts[j] as number; k < (starts[j + 1] as number); k++)
			(shifts[rowOf[k] as number] as number) += (values[k] as number) * (parts[j] as Parts).from;
	const added = Array.from({ length: rows }, (_, i) => {
		const [from, to] = [
			(rowLow[i] as number) - (shifts[i] as number),
			(rowHigh[i] as number) - (shifts[i] as number),
		];
		return [
			...(from === -Infinity ? [] : [model.greaterThan(from)]),
			...(to === Infinity ? [] : [model.smallerThan(to)]),
		];
	});
	for (let j = 0; j < columns; j++)
		for (let k = starts[j] as number; k < (starts[j + 1] as number); k++)
			for (const constraint of added[rowOf[k] as number] as Row[])
				for (const { sign, variable } of (parts[j] as Parts).pieces)
					constraint.addTerm(sign * (values[k] as number), variable);
	return added;
}
