// Linear and mixed-integer programmes.

export { readMps } from "./mps.js";
export type {
	Constraint,
	LinearAnswer,
	LinearProgram,
	SolveOptions,
	SolverName,
	Variable,
} from "./program.js";
export { type LinearSolvers, loadLinearSolvers, solveAtOnce, solveLinearProgram } from "./solve.js";
