// Solves linear and mixed-integer programmes, and says only what it has proven.

import { highsSolver, loadHighs } from "./highs.js";
import { smallSolver } from "./javascript-lp-solver.js";
import { isMaximum, type MatrixForm, matrixForm, objective, reducedCosts } from "./matrix-form.js";
import type { LinearAnswer, LinearProgram, SolveOptions } from "./program.js";
import { isFeasible, withinBounds } from "./proof.js";
import { asItIs, type Scaled, scale } from "./scaling.js";
import type { Solver, Verdict } from "./solver.js";
import { verdict } from "./verdict.js";

/** Up to here javascript-lp-solver is the quicker one: a dense tableau has a row for each constraint and upper bound. */
const fewColumns = 100;
const smallTableau = 4000;

/**
 * Solves a linear or mixed-integer programme.
 *
 * An optimum is proven by its duals (feasible, reduced costs of the right sign, no gap), each to 1e-7 of the terms that
 * are summed, with numbers scaled to about 1. Infeasible and unbounded are proven by the optimum of a programme that is
 * sure to have one. Whole numbers come whole. HiGHS searches twice (highs.ts), with gap 0.
 *
 * Duals are derivatives of the objective as stated, whichever the sense: one more of a scarce resource raises what is
 * maximized, so its dual is positive.
 *
 * @throws RangeError (as a rejection) for what is no programme: unknown or repeated names, numbers that are not finite.
 * @throws Error where no answer can be proven: numbers too far apart in size.
 */
export async function solveLinearProgram(
	program: LinearProgram,
	options: SolveOptions = {},
): Promise<LinearAnswer> {
	const task = taskOf(program, options);
	return solveSmall(task) ?? answerBy(highsSolver(await loadHighs(options)), task);
}

export interface LinearSolvers {
	/** As `solveLinearProgram`, but at once. */
	solve(program: LinearProgram, options?: SolveOptions): LinearAnswer;
}

/** Loads the solvers for where nothing can be waited for: in the tick. */
export async function loadLinearSolvers(
	options: Pick<SolveOptions, "locateFile"> = {},
): Promise<LinearSolvers> {
	const highs = highsSolver(await loadHighs(options));
	return {
		solve(program, options = {}) {
			const task = taskOf(program, options);
			return solveSmall(task) ?? answerBy(highs, task);
		},
	};
}

/**
 * By javascript-lp-solver alone, which needs no loading: for small programmes in a tick. Undefined where its answer could not be
 * proven.
 *
 * @throws RangeError for what is no programme
 */
export function solveAtOnce(program: LinearProgram): LinearAnswer | undefined {
	return provenBy(smallSolver, taskOf(program, {}));
}

interface Task {
	readonly program: LinearProgram;
	readonly options: SolveOptions;
	readonly form: MatrixForm;
	readonly scaled: Scaled;
}

function taskOf(program: LinearProgram, options: SolveOptions): Task {
	const { solver = "auto", timeLimit = 0, nodeLimit = 0 } = options;
	const fault = (what: string, got: unknown) =>
		new RangeError(`solveLinearProgram: ${what}, got ${String(got)}`);
	if (!["auto", "javascript-lp-solver", "highs"].includes(solver))
		throw fault('solver: expected "auto", "javascript-lp-solver" or "highs"', solver);
	if (!(timeLimit >= 0)) throw fault("timeLimit: expected seconds ≥ 0", timeLimit);
	if (!(Number.isInteger(nodeLimit) || nodeLimit === Infinity) || nodeLimit < 0)
		throw fault("nodeLimit: expected a whole number ≥ 0", nodeLimit);
	const form = matrixForm(program);
	return { program, options, form, scaled: scale(form) };
}

/** By javascript-lp-solver where it is asked for; with `auto` where it suits and its answer is proven. */
function solveSmall(task: Task): LinearAnswer | undefined {
	const { options, form } = task;
	const { solver = "auto" } = options;
	if (solver === "javascript-lp-solver") return answerBy(smallSolver, task);
	const tableau = form.columns * (form.rows + form.high.filter(Number.isFinite).length);
	const suits = form.columns <= fewColumns && tableau <= smallTableau && !form.integer.includes(1);
	if (solver === "highs" || !suits) return undefined;
	return provenBy(smallSolver, task);
}

function answerBy(solver: Solver, task: Task): LinearAnswer {
	const answer = provenBy(solver, task);
	if (answer) return answer;
	throw new Error(
		`solveLinearProgram: no answer of ${solver.name} could be proven; are the numbers too far apart in size?`,
	);
}

/**
 * Scaled, and where whole numbers, which have no scale, let a constraint with very large coefficients be violated in its own
 * units, as it is.
 */
function provenBy(solver: Solver, task: Task): LinearAnswer | undefined {
	const { form, options } = task;
	const { timeLimit = Infinity, nodeLimit = Infinity } = options;
	const budget = { seconds: timeLimit, nodes: nodeLimit };
	const mixed = form.integer.includes(1);
	for (const scaled of mixed ? [task.scaled, asItIs(form)] : [task.scaled]) {
		const found = verdict(solver, scaled.form, budget);
		if (!found) continue;
		const x = "x" in found && found.x;
		if (!mixed || !x || isFeasible(form, withinBounds(form, scaled.values(x))))
			return answerOf(found, solver, { ...task, scaled });
	}
	return undefined;
}

/** In the programme's own units, sense and names. */
function answerOf(found: Verdict, { name }: Solver, { program, form, scaled }: Task): LinearAnswer {
	const { sense, variables, constraints, constant = 0 } = program;
	const sign = isMaximum(sense) ? -1 : 1;
	const named = (list: readonly { readonly name: string }[], numbers: Float64Array) =>
		Object.fromEntries(list.map(({ name }, i) => [name, (numbers[i] as number) + 0]));
	const inSense = (numbers: Float64Array) => numbers.map((value) => sign * value);
	const x = "x" in found && found.x && withinBounds(form, scaled.values(found.x));
	const y = "y" in found && found.y && scaled.duals(found.y);
	const bound = "bound" in found && found.bound !== undefined && scaled.objective(found.bound);
	return {
		status: found.status,
		...(x && { objective: sign * objective(form, x) + constant }),
		values: x ? named(variables, x) : {},
		...(bound !== false && { bound: sign * bound + constant }),
		...(y && {
			duals: named(constraints, inSense(y)),
			reducedCosts: named(variables, inSense(reducedCosts(form, y).sums)),
		}),
		solver: name,
	};
}
