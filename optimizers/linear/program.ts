// Linear and mixed-integer programmes as they are stated, and the answers to them.

export interface Variable {
	readonly name: string;
	/** What one unit adds to the objective. */
	readonly cost: number;
	/** 0 if left out; −Infinity for none. */
	readonly low?: number;
	/** Infinity, none, if left out. */
	readonly high?: number;
	/** Takes whole numbers only. */
	readonly integer?: boolean;
}

/** low ≤ Σ coefficient·variable ≤ high; a bound left out is none, two equal bounds are an equation. */
export interface Constraint {
	readonly name: string;
	readonly low?: number;
	readonly high?: number;
	/** Coefficients by the variables' names; a variable that is not named has 0. */
	readonly terms: Readonly<Record<string, number>>;
}

/** Names are unique texts, any at all. A `low` above its `high` is a statement that nothing satisfies: infeasible. */
export interface LinearProgram {
	readonly sense: "minimize" | "maximize" | "min" | "max";
	readonly variables: readonly Variable[];
	readonly constraints: readonly Constraint[];
	/** Added to the objective; 0 if left out. */
	readonly constant?: number;
}

export type SolverName = "javascript-lp-solver" | "highs";

export interface Limits {
	/** Seconds that HiGHS may take; no limit if left out. javascript-lp-solver knows no clock. */
	readonly timeLimit?: number;
	/** Nodes of the search for whole numbers; if left out 100,000 of javascript-lp-solver, any number of HiGHS. */
	readonly nodeLimit?: number;
}

export interface SolveOptions extends Limits {
	/**
	 * `auto`: javascript-lp-solver where it is the quicker one (at most 100 variables, none of them integer, and at most 4,000
	 * for variables × (constraints + upper bounds)) and its answer is proven; HiGHS for the rest.
	 */
	readonly solver?: "auto" | SolverName;
	/** Where HiGHS's `highs.wasm` is loaded from, where a bundler has moved it; read at the first loading only. */
	readonly locateFile?: (file: string) => string;
}

export interface LinearAnswer {
	/**
	 * `optimal`, `infeasible` (nothing satisfies the constraints), `unbounded` (something does, and the objective has no
	 * best value), or `limit`: time or nodes ran out first.
	 */
	readonly status: "optimal" | "infeasible" | "unbounded" | "limit";
	/** Of `values`; left out where there are none. */
	readonly objective?: number;
	/** Every variable by name, zeros too; at a limit the best that was found; else nothing. */
	readonly values: Readonly<Record<string, number>>;
	/** At a limit of a mixed-integer programme: no objective is better than this, as far as the search got. */
	readonly bound?: number;
	/** By constraint, where an optimal programme has no integer variable: the objective's derivative by the bound that binds. */
	readonly duals?: Readonly<Record<string, number>>;
	/** By variable, likewise: the objective's derivative by the variable's bound, cost − Σ dual·coefficient. */
	readonly reducedCosts?: Readonly<Record<string, number>>;
	/** Whose answer it is; left out where none was needed. */
	readonly solver?: SolverName;
}
