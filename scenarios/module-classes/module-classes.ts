// Base, mandatory or optional: the classes that a scenario's costs call for, what each is worth, and the scenario with them.

import { assignClasses } from "../../optimizers/classes/module-classes.js";
import type { Choice, ModuleClass } from "../../optimizers/classes/problem.js";
import type { LimitGroup } from "../../optimizers/classes/program.js";
import { listStages, numberArcs } from "../bill-of-materials.js";
import { classTable, partsOf } from "../classes.js";
import { nearestOf } from "../nearest.js";
import type { Scenario } from "../schema.js";
import { type ClassCosts, type CostProblem, costProblem } from "./cost-problem.js";
import { type ClassLimits, classLimits } from "./limits.js";

/** Component → family (the stage that buys it) → class. */
export type ClassTable = Readonly<Record<string, Readonly<Record<string, ModuleClass>>>>;

/** $ per week, all makers together, as reckoned: not as measured in a run. */
export interface ClassBill extends ClassCosts {
	readonly total: number;
}

/** Why a part has its class. */
export interface Explanation {
	readonly component: string;
	readonly family: string;
	readonly class: ModuleClass;
	readonly before: ModuleClass;
	/** Share of the family's products whose customers ask for it. */
	readonly share: number;
	/**
	 * The next best class, and what the best choice with it would cost above this one, by what for: below 0 it would save. Left
	 * out where no other class may be chosen, or where too many choices hang together.
	 */
	readonly instead?: { readonly class: ModuleClass; readonly more: ClassBill };
}

export type ClassProposal =
	| {
			readonly status: "optimal";
			/** Of every part that is bought. */
			readonly classes: ClassTable;
			readonly before: ClassTable;
			readonly cost: { readonly before: ClassBill; readonly after: ClassBill; readonly saving: number };
			/** Of every part that may have more than one class. */
			readonly explanations: readonly Explanation[];
	  }
	| { readonly status: "infeasible"; readonly because: readonly LimitGroup[] };

/**
 * The classes of all parts at least cost, by a mixed-integer programme (optimizers/classes), on what the scenario alone says: no run.
 *
 * @throws RangeError (as a rejection) for a pair of components that the scenario does not have open
 */
export async function classesOf(scenario: Scenario, limits: ClassLimits = {}): Promise<ClassProposal> {
	const found = problemOf(scenario, limits);
	const answer = await assignClasses(found.problem);
	if (answer.status === "infeasible") return answer;
	const written = listStages(scenario);
	const now = partsOf(scenario, written, numberArcs(written));
	const classNow = new Map(now.map((part) => [placeName(part), part.class]));
	const parts = found.parts.map((part) => ({
		...part,
		before: classNow.get(placeName(part)) as ModuleClass,
	}));
	const choice = named(found, answer.choice);
	const bill = (classes: Choice) => billOf(found, classes, scenario.tick.days);
	const [before, after] = [bill(parts.map((part) => part.before)), bill(choice)];
	const explanations = parts.map(({ component, family, share, before }, i): Explanation => {
		const runner = answer.runners[i];
		// Of two names for the same the other is the runner-up.
		const other = runner?.class === choice[i] ? answer.choice : runner?.choice;
		return {
			...{ component, family, class: choice[i], before, share },
			...(other && { instead: { class: other[i], more: difference(bill(other), after) } }),
		};
	});
	const chosen = new Map(parts.map((part, i) => [placeName(part), choice[i]]));
	return {
		status: "optimal",
		classes: classTable(now.map((part) => ({ ...part, class: chosen.get(placeName(part)) ?? part.class }))),
		before: classTable(now),
		cost: { before, after, saving: before.total - after.total },
		explanations,
	};
}

/** The programme of a scenario. @throws RangeError for a pair of components that the scenario does not have open */
export function problemOf(scenario: Scenario, limits: ClassLimits): CostProblem {
	const found = costProblem(scenario, classLimits.parse(limits));
	checkPairs(found, limits);
	return found;
}

/** The scenario with these classes in use: its bill of materials is another, what customers ask for is not. */
export function withClasses(scenario: Scenario, classes: ClassTable): Scenario {
	return { ...scenario, configuration: { ...scenario.configuration, classes } };
}

const placeName = ({ component, family }: { component: string; family: string }) =>
	JSON.stringify([component, family]);

/** What is mandatory in every family in the same variant is base by another name, and costs no less. */
function named({ parts }: CostProblem, choice: Choice): Choice {
	const mixed = new Map<string, boolean>();
	const supplier = new Map(parts.map((part) => [part.component, part.supplier]));
	for (const [i, part] of parts.entries())
		if (choice[i] !== "mandatory" || supplier.get(part.component) !== part.supplier)
			mixed.set(part.component, true);
	return choice.map((one, i) => (mixed.has(parts[i].component) ? one : "base"));
}

function billOf({ costs }: CostProblem, choice: Choice, days: number): ClassBill {
	const inDollars = (cents: number) => (cents / 100) * (7 / days);
	const { overSpecification, setUp, stocks, delays } = costs(choice);
	return {
		overSpecification: inDollars(overSpecification),
		setUp: inDollars(setUp),
		stocks: inDollars(stocks),
		delays: inDollars(delays),
		total: inDollars(overSpecification + setUp + stocks + delays),
	};
}

const difference = (a: ClassBill, b: ClassBill): ClassBill => ({
	overSpecification: a.overSpecification - b.overSpecification,
	setUp: a.setUp - b.setUp,
	stocks: a.stocks - b.stocks,
	delays: a.delays - b.delays,
	total: a.total - b.total,
});

function checkPairs({ parts }: CostProblem, { pairs = [] }: ClassLimits): void {
	const known = new Set(parts.map(({ component }) => component));
	for (const name of pairs.flatMap(({ first, second }) => [first, second])) {
		if (known.has(name)) continue;
		const nearest = nearestOf(name, known);
		throw new RangeError(
			`pairs: "${name}" is no component whose class is open${nearest ? `; did you mean "${nearest}"?` : ""}`,
		);
	}
}
