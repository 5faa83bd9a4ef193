// Linear and mixed-integer programmes.

export type {
	Constraint,
	LinearAnswer,
	LinearProgram,
	SolveOptions,
	SolverName,
	Variable,
} from "./program.js";
export { type LinearSolvers, loadLinearSolvers, solveLinearProgram } from "./solve.js";
