// Module classes: base, mandatory or optional, at least cost, and what any other class would cost.

import { blocksOf } from "./blocks.js";
import { type Choice, type ClassProblem, checkProblem, costOf, type ModuleClass } from "./problem.js";
import { type LimitGroup, leastCost, limitGroups } from "./program.js";

/** The best choice in which a place has another class than in the best of all. */
export interface Runner {
	readonly class: ModuleClass;
	readonly choice: Choice;
	/** By which it costs more per tick than the best of all; ≥ 0. */
	readonly more: number;
}

export type ClassAnswer =
	| {
			readonly status: "optimal";
			readonly choice: Choice;
			/** Per tick. */
			readonly cost: number;
			/**
			 * By place; undefined where no other class may be chosen, or where more than `mostCompared` places hang together and it
			 * was not asked.
			 */
			readonly runners: readonly (Runner | undefined)[];
	  }
	| {
			readonly status: "infeasible";
			/** Groups of which any one, given up, would let the others be kept; all that there are, where several must be. */
			readonly because: readonly LimitGroup[];
	  };

/** Of more places that hang together runners are not looked for: each takes a programme. */
export const mostCompared = 40;

/**
 * The classes that cost least per tick: Σ costs of the classes chosen + Σ weight·√(constant + Σ amounts), each place with one class
 * that is offered, base for a component in all families or in none, under pairs, budget and delay. Solved exactly, by HiGHS, part
 * by part where parts are independent.
 *
 * @throws RangeError (as a rejection) for what is no problem (problem.ts)
 * @throws Error where the solver's answer cannot be proven
 */
export async function assignClasses(problem: ClassProblem): Promise<ClassAnswer> {
	checkProblem(problem);
	const { places, roots } = problem;
	const blocks = blocksOf(problem);
	const choice = new Array<ModuleClass>(places.length);
	const put = (into: ModuleClass[], at: readonly number[], found: Choice) => {
		for (const [k, one] of found.entries()) into[at[k]] = one;
		return into;
	};
	for (const { problem: part, at } of blocks) {
		const found = await leastCost(part);
		if (!found) return { status: "infeasible", because: await reasons(problem) };
		put(choice, at, found);
	}
	const runners = new Array<Runner | undefined>(places.length).fill(undefined);
	for (const { problem: part, at } of blocks)
		for (const [k, i] of at.length <= mostCompared ? at.entries() : []) {
			const second = await secondBest(part, choice[i], k);
			if (!second) continue;
			const best = at.map((j) => choice[j]);
			const more = Math.max(0, costOf(part, second) - costOf(part, best));
			runners[i] = { class: second[k], choice: put([...choice], at, second), more };
		}
	return { status: "optimal", choice, cost: costOf({ places, roots }, choice), runners };
}

/** The best with another class at place k. */
async function secondBest(part: ClassProblem, best: ModuleClass, k: number): Promise<Choice | undefined> {
	const { [best]: _, ...rest } = part.places[k].offered;
	if (Object.keys(rest).length === 0) return undefined;
	return leastCost({ ...part, places: part.places.with(k, { ...part.places[k], offered: rest }) });
}

async function reasons(problem: ClassProblem): Promise<LimitGroup[]> {
	const given = limitGroups.filter((group) => problem[group] !== undefined);
	const alone: LimitGroup[] = [];
	for (const group of given) {
		const { [group]: _, ...without } = problem;
		if (await isFeasible(without)) alone.push(group);
	}
	return alone.length > 0 ? alone : given;
}

async function isFeasible(problem: ClassProblem): Promise<boolean> {
	for (const { problem: part } of blocksOf({ ...problem, roots: [] }))
		if (!(await leastCost(part))) return false;
	return true;
}
