// What a solver is: the contract of the siblings.

import type { MatrixForm } from "./matrix-form.js";
import type { SolverName } from "./program.js";

/** What is left to spend; whoever knows a clock takes from it. */
export interface Budget {
	seconds: number;
	readonly nodes: number;
}

/** What a solver says of a programme without whole numbers. It is not believed before it is proven (verdict.ts). */
export type Claim =
	| { readonly status: "optimal"; readonly x: Float64Array; readonly y: Float64Array }
	| { readonly status: "limit" }
	/** Infeasible, unbounded, or no answer. */
	| { readonly status: "none" };

export type Way = (form: MatrixForm, budget: Budget) => Claim;

/** `x` is feasible; `y`, its duals, only where no whole numbers are asked for; `bound`: no objective is below it. */
export type Verdict =
	| { readonly status: "optimal"; readonly x: Float64Array; readonly y?: Float64Array }
	| { readonly status: "limit"; readonly x?: Float64Array; readonly bound?: number }
	| { readonly status: "infeasible" }
	| { readonly status: "unbounded" };

export interface Solver {
	readonly name: SolverName;
	/** Ways to solve a programme without whole numbers, in the order in which to try them. */
	readonly ways: readonly Way[];
	/** The best point with whole numbers, where the relaxation has an optimum; undefined where it cannot tell. */
	search(form: MatrixForm, budget: Budget): Verdict | undefined;
}
