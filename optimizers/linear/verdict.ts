// From what a solver claims to what is proven.

import { type MatrixForm, objective } from "./matrix-form.js";
import { isFeasible, isOptimal, leastViolation, steepestRay, tolerance, withinBounds } from "./proof.js";
import type { Budget, Claim, Solver, Verdict, Way } from "./solver.js";

/** The proven answer, or undefined where the solver finds none that can be proven. */
export function verdict(solver: Solver, form: MatrixForm, budget: Budget): Verdict | undefined {
	const relaxed = relaxation(solver, form, budget);
	if (!form.integer.includes(1) || (relaxed?.status !== "optimal" && relaxed?.status !== "unbounded"))
		return relaxed;
	if (relaxed.status === "optimal") return solver.search(form, budget);
	// In rational numbers any whole point makes a programme unbounded whose relaxation is (Meyer 1974).
	const anyPoint = solver.search({ ...form, cost: new Float64Array(form.columns) }, budget);
	return anyPoint?.status === "optimal" ? relaxed : anyPoint;
}

/** Likewise with whole numbers not asked for. */
export function relaxation(solver: Solver, form: MatrixForm, budget: Budget): Verdict | undefined {
	const { columns, low, high, rowLow, rowHigh } = form;
	const crossed = (low: Float64Array, high: Float64Array) =>
		low.some((bound, i) => bound > (high[i] as number));
	if (crossed(low, high) || crossed(rowLow, rowHigh)) return { status: "infeasible" };
	if (columns === 0) {
		const nothing = { x: new Float64Array(0), y: new Float64Array(form.rows) };
		return isFeasible(form, nothing.x) ? { status: "optimal", ...nothing } : { status: "infeasible" };
	}
	for (const way of solver.ways) {
		const found = judged(way, form, budget);
		if (found) return found;
	}
	return undefined;
}

/** An optimum is proven by its duals; the two other ends by the optimum of a programme that is sure to have one. */
function judged(way: Way, form: MatrixForm, budget: Budget): Verdict | undefined {
	const found = proven(way, form, budget);
	if (found.status !== "none") return found;
	const violating = leastViolation(form);
	const violation = proven(way, violating, budget);
	if (violation.status === "limit") return violation;
	if (violation.status === "none") return undefined;
	if (objective(violating, violation.x) > 2 * tolerance) return { status: "infeasible" };
	const ray = proven(way, steepestRay(form), budget);
	if (ray.status === "limit") return ray;
	return ray.status === "optimal" && objective(form, ray.x) < -2 * tolerance
		? { status: "unbounded" }
		: undefined;
}

function proven(way: Way, form: MatrixForm, budget: Budget): Claim {
	const claim = way(form, budget);
	if (claim.status !== "optimal") return claim;
	const x = withinBounds({ ...form, integer: new Uint8Array(form.columns) }, claim.x);
	return isOptimal(form, x, claim.y) ? { ...claim, x } : { status: "none" };
}
