// Which parts are base, mandatory or optional, as a problem of numbers: what each class costs where, and what ties the choices together.

/**
 * base: in every product of all families, one variant for all; mandatory: in every product of a family, in the family's own
 * variant; optional: in those products whose customers ask for it.
 */
export const moduleClasses = ["base", "mandatory", "optional"] as const;
export type ModuleClass = (typeof moduleClasses)[number];

/** What a class brings with it at one place, whatever is chosen elsewhere. */
export interface ClassTerms {
	/** Per tick, in any unit of money; below 0 where it earns. */
	readonly cost: number;
	/** Once, out of the budget; ≥ 0. */
	readonly investment?: number;
	/** Added to the delay of its family; ≥ 0. */
	readonly delay?: number;
}

/** A component in the products of a family. A class that is not offered cannot be chosen. */
export interface Place {
	readonly component: string;
	readonly family: string;
	readonly offered: Readonly<Partial<Record<ModuleClass, ClassTerms>>>;
}

/**
 * Costs weight·√(constant + Σ amounts of what is chosen) per tick: a stock that buffers the sum of independent demands (risk
 * pooling, Eppen 1979), or the time that delays add up to. Weight, constant and amounts ≥ 0.
 */
export interface RootCost {
	readonly weight: number;
	readonly constant: number;
	readonly amounts: readonly {
		readonly place: number;
		readonly class: ModuleClass;
		readonly amount: number;
	}[];
}

/**
 * Of two components in the products of one family. excludes: not both are in every product; requires: where the first is in every
 * product, the second is too.
 */
export interface Pair {
	readonly first: string;
	readonly second: string;
	readonly rule: "excludes" | "requires";
}

export interface ClassProblem {
	readonly places: readonly Place[];
	readonly roots: readonly RootCost[];
	readonly pairs?: readonly Pair[];
	/** Most investment of all places together; none where left out. */
	readonly budget?: number;
	/** Most delay of a family; none where left out. */
	readonly delay?: number;
}

/** One class for each place, in their order. */
export type Choice = readonly ModuleClass[];

/** What a choice costs per tick, whether or not it may be made. */
export function costOf({ places, roots }: Pick<ClassProblem, "places" | "roots">, choice: Choice): number {
	const linear = places.reduce((sum, { offered }, i) => sum + (offered[choice[i]]?.cost ?? Infinity), 0);
	return roots.reduce((sum, root) => sum + rootOf(root, choice), linear);
}

export function rootOf({ weight, constant, amounts }: RootCost, choice: Choice): number {
	const inside = amounts.reduce(
		(sum, { place, class: one, amount }) => sum + (choice[place] === one ? amount : 0),
		constant,
	);
	return weight * Math.sqrt(inside);
}

/** @throws RangeError for numbers that are not finite or below 0 where they may not be, places without a class, repeated places. */
export function checkProblem({ places, roots, budget = 0, delay = 0 }: ClassProblem): void {
	const fault = (what: string, got: unknown) => new RangeError(`moduleClasses: ${what}, got ${String(got)}`);
	const atLeastZero = (what: string, value: number) => {
		if (!(value >= 0)) throw fault(`${what}: expected a number ≥ 0`, value);
	};
	const finite = (what: string, value: number) => {
		if (!Number.isFinite(value)) throw fault(`${what}: expected a finite number`, value);
	};
	atLeastZero("budget", budget);
	atLeastZero("delay", delay);
	const seen = new Set<string>();
	for (const { component, family, offered } of places) {
		const name = JSON.stringify([component, family]);
		if (seen.has(name)) throw fault("places: expected each component once in a family", name);
		seen.add(name);
		const terms = Object.values(offered);
		if (terms.length === 0) throw fault(`places: expected a class that is offered for ${name}`, "none");
		for (const { cost, investment = 0, delay = 0 } of terms) {
			finite(`cost of ${name}`, cost);
			for (const value of [investment, delay]) finite(`investment and delay of ${name}`, value);
			atLeastZero(`investment of ${name}`, investment);
			atLeastZero(`delay of ${name}`, delay);
		}
	}
	for (const { weight, constant, amounts } of roots) {
		const beyond = amounts.find(({ place }) => places[place] === undefined);
		if (beyond) throw fault("roots: expected a place by its index", beyond.place);
		for (const value of [weight, constant, ...amounts.map(({ amount }) => amount)]) {
			finite("roots", value);
			atLeastZero("roots", value);
		}
	}
}
