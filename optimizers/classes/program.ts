// The mixed-integer programme of module classes: square roots by cuts, since they are submodular.

import type { Constraint, LinearProgram, Variable } from "../linear/program.js";
import { solveLinearProgram } from "../linear/solve.js";
import {
	type Choice,
	type ClassProblem,
	type ClassTerms,
	type ModuleClass,
	moduleClasses,
	type Place,
	type RootCost,
	rootOf,
} from "./problem.js";

/** Groups of constraints of which one may be what makes a problem infeasible. */
export const limitGroups = ["pairs", "budget", "delay"] as const;
export type LimitGroup = (typeof limitGroups)[number];

const chosen = (place: number, one: ModuleClass) => `${one} ${place}`;
const rootName = (r: number) => `root ${r}`;

/** The classes that cost least, or undefined where none may be chosen together. */
export async function leastCost(problem: ClassProblem): Promise<Choice | undefined> {
	if (problem.places.length === 0) return [];
	const { places, roots } = inOneUnit(problem);
	const rows = constraintsOf(problem);
	roots.forEach((root, r) => {
		rows.push(cutOf(root, r, [...root.amounts.keys()], rows.length));
	});
	for (;;) {
		const { status, values } = await solveLinearProgram({
			...programOf(places, roots.length),
			constraints: rows,
		});
		if (status === "infeasible") return undefined;
		if (status !== "optimal") throw new Error(`moduleClasses: the programme ended as ${status}`);
		const choice = places.map(
			(_, i) => moduleClasses.find((one) => (values[chosen(i, one)] ?? 0) > 0.5) as ModuleClass,
		);
		const low = roots.flatMap((root, r) => {
			const exact = rootOf(root, choice) - rootOf(root, []);
			return (values[rootName(r)] ?? 0) < exact - 1e-9 ? [r] : [];
		});
		const before = rows.length;
		for (const r of low) {
			const cut = cutOf(roots[r], r, inTurn(roots[r], choice), rows.length);
			// A cut that is there already would be violated by the solver's tolerance alone.
			if (!rows.some((row) => sameRow(row, cut))) rows.push(cut);
		}
		if (rows.length === before) return choice;
	}
}

/** What is smaller than the largest by this factor decides nothing, and no solver can tell it from nothing. */
const NEGLIGIBLE = 1e-12;
const significant = (value: number) => (Math.abs(value) < NEGLIGIBLE ? 0 : value);

/** Costs and weights as shares of the most that one of them can make out, and of the roots what is offered. */
function inOneUnit({ places, roots }: ClassProblem): Pick<ClassProblem, "places" | "roots"> {
	const most = roots.map(({ weight, constant, amounts }) => {
		const all = amounts.reduce((sum, { amount }) => sum + amount, constant);
		return weight * (Math.sqrt(all) - Math.sqrt(constant));
	});
	const costs = places.flatMap(({ offered }) => Object.values(offered).map(({ cost }) => Math.abs(cost)));
	const unit = [...costs, ...most].reduce((a, b) => Math.max(a, b), 0) || 1;
	return {
		places: places.map((place) => ({
			...place,
			offered: Object.fromEntries(
				Object.entries(place.offered).map(([one, terms]) => [one, { cost: significant(terms.cost / unit) }]),
			),
		})),
		roots: roots.map(({ weight, constant, amounts }) => ({
			weight: weight / unit,
			constant,
			amounts: amounts.filter((one) => places[one.place].offered[one.class] !== undefined),
		})),
	};
}

const sameRow = (a: Constraint, b: Constraint) => JSON.stringify(a.terms) === JSON.stringify(b.terms);

function programOf(places: readonly Place[], roots: number): Omit<LinearProgram, "constraints"> {
	const variables: Variable[] = places.flatMap(({ offered }, i) =>
		moduleClasses.flatMap((one) => {
			const cost = offered[one]?.cost;
			return cost === undefined ? [] : [{ name: chosen(i, one), cost, high: 1, integer: true }];
		}),
	);
	for (let r = 0; r < roots; r++) variables.push({ name: rootName(r), cost: 1 });
	return { sense: "minimize", variables };
}

/** One class at each place; base everywhere or nowhere; pairs; budget; delay of each family. */
function constraintsOf({ places, pairs = [], budget, delay }: ClassProblem): Constraint[] {
	const rows: Constraint[] = [];
	const row = (terms: Record<string, number>, low: number, high: number) =>
		rows.push({ name: `row ${rows.length}`, terms, low, high });
	const terms = (i: number, of: (one: ModuleClass) => number) =>
		Object.fromEntries(
			Object.keys(places[i].offered).map((one) => [chosen(i, one as ModuleClass), of(one as ModuleClass)]),
		);
	const always = (i: number, sign = 1) => terms(i, (one) => (one === "optional" ? 0 : sign));
	const first = new Map<string, number>();
	places.forEach(({ component }, i) => {
		row(
			terms(i, () => 1),
			1,
			1,
		);
		const other = first.get(component);
		if (other === undefined) first.set(component, i);
		else
			row(
				{
					...terms(i, (one) => (one === "base" ? 1 : 0)),
					...terms(other, (one) => (one === "base" ? -1 : 0)),
				},
				0,
				0,
			);
	});
	for (const { first, second, rule } of pairs)
		for (const [a, b] of together(places, first, second))
			if (rule === "excludes") row({ ...always(a), ...always(b) }, 0, 1);
			else row({ ...always(a), ...always(b, -1) }, -1, 0);
	const atMost = (at: readonly number[], of: (terms: ClassTerms) => number, most: number) => {
		const taken = at.flatMap((i) =>
			Object.entries(terms(i, (one) => of(places[i].offered[one] as ClassTerms))),
		);
		const largest = taken.reduce((a, [, value]) => Math.max(a, value), 0);
		if (largest === 0) return;
		const shares = taken.map(([name, value]) => [name, significant(value / largest)]);
		row(Object.fromEntries(shares), 0, most / largest);
	};
	if (budget !== undefined) atMost([...places.keys()], ({ investment = 0 }) => investment, budget);
	if (delay !== undefined)
		for (const family of new Set(places.map((place) => place.family))) {
			const own = [...places.keys()].filter((i) => places[i].family === family);
			atMost(own, (one) => one.delay ?? 0, delay);
		}
	return rows;
}

/** Places of two components in the same family. */
export function together(places: readonly Place[], first: string, second: string): [number, number][] {
	return places.flatMap(({ component, family }, a) => {
		if (component !== first) return [];
		const b = places.findIndex((other) => other.component === second && other.family === family);
		return b < 0 ? [] : [[a, b] as [number, number]];
	});
}

/** What is chosen first: in this turn the cut touches the root at the choice. */
const inTurn = ({ amounts }: RootCost, choice: Choice) => {
	const isChosen = (k: number) => choice[amounts[k].place] === amounts[k].class;
	return [...amounts.keys()].sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)) || a - b);
};

/**
 * root − w√c ≥ Σ_k ρ_k x_k with ρ_k what the k-th in turn adds to the root of all before it: holds for every choice, with
 * equality where the chosen ones come first (the extended polymatroid of a submodular function, Edmonds 1970; for roots
 * Atamtürk & Narayanan 2008).
 */
function cutOf(
	{ weight, constant, amounts }: RootCost,
	r: number,
	turn: readonly number[],
	row: number,
): Constraint {
	const terms: Record<string, number> = { [rootName(r)]: 1 };
	let inside = constant;
	for (const k of turn) {
		const { place, class: one, amount } = amounts[k];
		const name = chosen(place, one);
		const step = weight * (Math.sqrt(inside + amount) - Math.sqrt(inside));
		terms[name] = significant((terms[name] ?? 0) - step);
		inside += amount;
	}
	return { name: `row ${row}`, terms, low: 0 };
}
