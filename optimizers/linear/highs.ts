// HiGHS (Huangfu and Hall 2018) in WebAssembly: simplex, interior point, branch and cut; for anything of size or in whole numbers.

import library, { type Highs, type Model } from "highs";
import { type MatrixForm, objective } from "./matrix-form.js";
import type { SolveOptions } from "./program.js";
import { isFeasible, withinBounds } from "./proof.js";
import type { Budget, Solver, Verdict, Way } from "./solver.js";
import { relaxation } from "./verdict.js";

// The package's types call themselves CommonJS, its code is not.
const load = library as unknown as typeof library.default;
type Settings = Parameters<Model["options"]["set"]>[0];

let loading: Promise<Highs> | undefined;
let listener: ((line: string) => void) | undefined;

/** HiGHS, loaded once: about 0.1 s, 3.5 MB. After a fault that ended it, it is loaded again. */
export function loadHighs({ locateFile }: Pick<SolveOptions, "locateFile"> = {}): Promise<Highs> {
	const print = (line: string) => listener?.(line);
	loading ??= load({ print, printErr: print, ...(locateFile && { locateFile }) });
	loading.catch(forget);
	return loading;
}

/** What HiGHS prints while something is done. */
export function listening<Result>(listen: (line: string) => void, act: () => Result): Result {
	listener = listen;
	try {
		return act();
	} finally {
		listener = undefined;
	}
}

function forget(): void {
	loading = undefined;
}

/** What HiGHS itself drops as too small, in place of its 1e-9; programmes are scaled before. */
export const smallest = 1e-12;

export function highsSolver(highs: Highs): Solver {
	const ways: readonly Settings[] = [
		{},
		{ presolve: "off" },
		{ presolve: "off", solver: "simplex", simplex_strategy: 4 },
		{ solver: "ipm" },
	];
	const solver: Solver = {
		name: "highs",
		ways: ways.map((settings) => way(highs, settings)),
		search: (form, budget) => search(highs, solver, form, budget),
	};
	return solver;
}

function way(highs: Highs, settings: Settings): Way {
	const { optimal } = highs.constants.modelStatus;
	return (form, budget) => {
		const relaxed = { ...form, integer: new Uint8Array(form.columns) };
		return run(highs, relaxed, budget, settings, (model, status) => {
			if (isLimit(highs, status)) return { status: "limit" };
			if (status !== optimal) return { status: "none" };
			const { colValue, rowDual } = model.getSolution();
			return { status: "optimal", x: colValue, y: rowDual };
		});
	};
}

/** What one search for whole numbers brought: a proven point, if any. */
interface Found {
	readonly end: "optimal" | "infeasible" | "limit" | "unknown";
	readonly x?: Float64Array;
	readonly bound: number;
	readonly nodes: number;
}

/**
 * Searched twice, the second time without the presolve, from which one wrong optimum in some thousands came; the better
 * point counts. Where the first search found an optimum, the second may take ten times its nodes, no more.
 */
function search(highs: Highs, solver: Solver, form: MatrixForm, budget: Budget): Verdict | undefined {
	for (const mip_feasibility_tolerance of [1e-6, 1e-9]) {
		const settings: Settings = { mip_rel_gap: 0, mip_abs_gap: 0, mip_feasibility_tolerance };
		const first = searchOnce(highs, solver, form, budget, settings);
		if (first.end === "limit") return limited(first);
		const enough: Settings = first.x
			? { mip_max_nodes: Math.min(10 * first.nodes + 1000, budget.nodes, 2 ** 31 - 1) }
			: {};
		const second = searchOnce(
			highs,
			solver,
			form,
			budget,
			{ ...settings, presolve: "off", ...enough },
			first.x,
		);
		const points = [first, second].flatMap(({ x }) => (x ? [x] : []));
		const [x] = points.sort((a, b) => objective(form, a) - objective(form, b));
		if (x && (first.end === "optimal" || second.end === "optimal")) return { status: "optimal", x };
		if (second.end === "limit" && !first.x) return limited(second);
		if (!x && (first.end === "infeasible" || second.end === "infeasible")) return { status: "infeasible" };
	}
	return undefined;
}

const limited = ({ x, bound }: Found): Verdict => ({
	status: "limit",
	...(x && { x }),
	...(Number.isFinite(bound) && { bound }),
});

function searchOnce(
	highs: Highs,
	solver: Solver,
	form: MatrixForm,
	budget: Budget,
	settings: Settings,
	start?: Float64Array,
): Found {
	const { optimal, infeasible } = highs.constants.modelStatus;
	const found = run(
		highs,
		form,
		budget,
		settings,
		(model, status) => {
			const has = model.info.get("primal_solution_status") === highs.constants.solutionStatus.feasible;
			const end: Found["end"] = isLimit(highs, status)
				? "limit"
				: status === optimal
					? "optimal"
					: status === infeasible
						? "infeasible"
						: "unknown";
			return {
				end,
				x: has ? model.getSolution().colValue : undefined,
				bound: Number(model.info.get("mip_dual_bound")),
				nodes: Number(model.info.get("mip_node_count")),
			};
		},
		start,
	);
	const x = found.x && exact(solver, form, found.x, budget);
	const { end, bound, nodes } = found;
	return { end: end === "optimal" && !x ? "unknown" : end, bound, nodes, ...(x && { x }) };
}

/** A point with its whole numbers whole: HiGHS lets them be off by a little. The other columns are found anew about them. */
function exact(solver: Solver, form: MatrixForm, x: Float64Array, budget: Budget): Float64Array | undefined {
	const whole = withinBounds(form, x);
	if (!form.integer.includes(0)) return isFeasible(form, whole) ? whole : undefined;
	const fixed = (bound: Float64Array) =>
		bound.map((value, j) => (form.integer[j] ? (whole[j] as number) : value));
	const found = relaxation(
		solver,
		{ ...form, low: fixed(form.low), high: fixed(form.high) },
		{ ...budget, seconds: Infinity },
	);
	return found?.status === "optimal" ? found.x : undefined;
}

function isLimit({ constants }: Highs, status: number): boolean {
	const { timeLimit, iterationLimit, solutionLimit, interrupted } = constants.modelStatus;
	return (
		status === timeLimit || status === iterationLimit || status === solutionLimit || status === interrupted
	);
}

/** A model that lives for one run. A fault of HiGHS itself ends the instance that is loaded, not later solves. */
function run<Result>(
	highs: Highs,
	form: MatrixForm,
	budget: Budget,
	settings: Settings,
	read: (model: Model, status: number) => Result,
	start?: Float64Array,
): Result {
	let model: Model | undefined;
	try {
		model = highs.createModel();
		model.options.set({
			output_flag: false,
			small_matrix_value: smallest,
			...(budget.seconds < Infinity && { time_limit: Math.max(0, budget.seconds) }),
			...(budget.nodes < 2 ** 31 && { mip_max_nodes: budget.nodes }),
			...settings,
		});
		model.passModel(modelData(form));
		if (start) model.setSolution({ colValue: start });
		const status = runStatus(highs, model);
		budget.seconds -= model.getRunTime();
		return read(model, status);
	} catch (error) {
		if (!(error instanceof highs.errors.HighsError)) {
			forget();
			model = undefined;
		}
		throw error;
	} finally {
		model?.dispose();
	}
}

/** HiGHS throws where it finds its own answer wrong. */
function runStatus({ errors, constants }: Highs, model: Model): number {
	try {
		return model.run().modelStatus;
	} catch (error) {
		if (error instanceof errors.HighsError) return constants.modelStatus.solveError;
		throw error;
	}
}

const modelData = (form: MatrixForm): Parameters<Model["passModel"]>[0] => ({
	numCols: form.columns,
	numRows: form.rows,
	colCost: form.cost,
	colLower: form.low,
	colUpper: form.high,
	rowLower: form.rowLow,
	rowUpper: form.rowHigh,
	matrix: {
		format: "csc",
		numRows: form.rows,
		numCols: form.columns,
		starts: form.starts,
		indices: form.rowOf,
		values: form.values,
	},
	integrality: Int32Array.from(form.integer),
});
