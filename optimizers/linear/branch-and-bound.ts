// Whole numbers by branch and bound, depth first (Land and Doig 1960; Dakin 1965), each relaxation proven.

import { type MatrixForm, objective } from "./matrix-form.js";
import { isFeasible, tolerance, withinBounds } from "./proof.js";
import type { Budget, Solver, Verdict } from "./solver.js";
import { relaxation } from "./verdict.js";

type Bounds = Pick<MatrixForm, "low" | "high">;

const mostNodes = 100_000;
const unlimited: Budget = { seconds: Infinity, nodes: Infinity };

export function branchAndBound(solver: Solver, form: MatrixForm, { nodes }: Budget): Verdict | undefined {
	const open: (Bounds & { readonly bound: number })[] = [{ ...wholeBounds(form), bound: -Infinity }];
	let best: Float64Array | undefined;
	let value = Infinity;
	/** Closer than this to the best, another point is no better. */
	const step = () => (best ? 1e-9 * Math.max(1, Math.abs(value)) : 0);
	for (let node = 0; open.length > 0; node++) {
		const { bound, ...bounds } = open.pop() as Bounds & { bound: number };
		if (bound >= value - step()) continue;
		if (node >= Math.min(nodes, mostNodes)) {
			const least = open.reduce((least, one) => Math.min(least, one.bound), Math.min(bound, value));
			return { status: "limit", ...(best && { x: best }), ...(least > -Infinity && { bound: least }) };
		}
		const found = relaxation(solver, { ...form, ...bounds }, unlimited);
		if (!found || found.status === "unbounded" || found.status === "limit") return undefined;
		if (found.status === "infeasible") continue;
		const least = objective(form, found.x);
		if (least >= value - step()) continue;

		const fraction = (j: number) => Math.abs((found.x[j] as number) - Math.round(found.x[j] as number));
		const whole = withinBounds(form, found.x);
		if (wholeColumns(form).every((j) => fraction(j) <= tolerance) && isFeasible(form, whole)) {
			const exact = objective(form, whole);
			if (exact < value) [best, value] = [whole, exact];
			continue;
		}
		const column = wholeColumns(form).reduce((most, j) => (fraction(j) > fraction(most) ? j : most));
		const [below, above] = branches(bounds, column, found.x[column] as number);
		const [first, second] = (found.x[column] as number) % 1 > 0.5 ? [above, below] : [below, above];
		open.push({ ...second, bound: least }, { ...first, bound: least });
	}
	return best ? { status: "optimal", x: best } : { status: "infeasible" };
}

const wholeColumns = ({ integer }: MatrixForm) => [...integer.keys()].filter((j) => integer[j]);

/** Whole columns with whole bounds; a bound within the tolerance of a whole number is meant to be it. */
function wholeBounds({ low, high, integer }: MatrixForm): Bounds {
	return {
		low: low.map((bound, j) => (integer[j] ? Math.ceil(bound - tolerance) : bound)),
		high: high.map((bound, j) => (integer[j] ? Math.floor(bound + tolerance) : bound)),
	};
}

function branches({ low, high }: Bounds, column: number, value: number): [below: Bounds, above: Bounds] {
	const floor = Math.floor(value);
	return [
		{ low, high: high.with(column, floor) },
		{ low: low.with(column, floor + 1), high },
	];
}
