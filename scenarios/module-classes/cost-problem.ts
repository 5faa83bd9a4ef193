// From a scenario to the numbers of its classes: what each costs per tick where, all makers together.

import type { z } from "zod";
import type { StageParameters } from "../../agents/parameters.js";
import { exp } from "../../engine/math/exp.js";
import { normalCdf } from "../../engine/math/normal-cdf.js";
import {
	type Choice,
	type ClassProblem,
	type ModuleClass,
	type Place,
	type RootCost,
	rootOf,
} from "../../optimizers/classes/problem.js";
import { buyersFirst, listStages, numberArcs } from "../bill-of-materials.js";
import { ecosystemParameters, ownCosts } from "../build.js";
import { commonVariants, costAsked, inUse, type Part, partsOf } from "../classes.js";
import type { Scenario } from "../schema.js";
import type { classLimits } from "./limits.js";

/** What a choice costs by what for, cents per tick. */
export interface ClassCosts {
	/** Parts in products whose customers did not ask for them, and what the common variant costs above one's own. */
	readonly overSpecification: number;
	/** Of parts that are not base. */
	readonly setUp: number;
	/** Of the makers of the parts: holding and shortage. */
	readonly stocks: number;
	/** Of who mounts options: what holding and shortage cost more since it takes longer. */
	readonly delays: number;
}

export interface CostProblem {
	readonly problem: ClassProblem;
	/** Parts whose class is open, in the order of the problem's places. */
	readonly parts: readonly Part[];
	costs(choice: Choice): ClassCosts;
}

/**
 * Classes are open of components that are an option somewhere or have several variants. What goes into products unasked costs what
 * a unit costs, with its hours as they are contracted. A stock at a base-stock level costs σ√l·(h z + (h + p) L(z)), L(z) = φ(z) −
 * z(1 − Φ(z)) (Porteus 2002, Foundations of Stochastic Inventory Theory), σ² the sum over the families that draw on it (Eppen
 * 1979); of an option, which each unit has or has not, it is s²σ² + s(1 − s)μ. Options lengthen l of who mounts them. Demands,
 * and h, p, z, l of all stages, are those of the classes that are usual (classes.ts): what a choice changes further up is left out.
 */
export function costProblem(scenario: Scenario, limits: z.output<typeof classLimits>): CostProblem {
	const { delayDays } = scenario.configuration;
	const usual = {
		...scenario,
		configuration: { ...scenario.configuration, classes: {}, delayDays: 0 },
	};
	const { stages, scalars } = ecosystemParameters(usual);
	const own = ownCosts(listStages(scenario));
	const all = partsOf(usual, listStages(scenario), numberArcs(listStages(scenario)));
	const parts = openParts(all).map((part) => (asks(scenario) ? part : { ...part, share: unasked(part) }));
	const families = grouped(parts, ({ component }) => component);
	const common = commonVariants(all, costAsked(all, own));
	const unit = costAsked(all, paidCosts(scenario, own));
	const setUp = scalars.configurationCost;
	const fixed = basesThatCannotBe(all, own);

	const places = parts.map(({ component, family, buyer, supplier, quantity, share }): Place => {
		const units = quantity * stages[buyer].mean;
		const dearer = unit[common.get(component) as number] - share * unit[supplier];
		const tooling = { investment: limits.tooling * 100 };
		const alone = families.get(component)?.length === 1;
		return {
			component,
			family,
			offered: {
				...(!fixed.has(component) && { base: { cost: units * dearer } }),
				// Mandatory in the only family there is, that is base.
				...(!alone && {
					mandatory: { cost: units * (1 - share) * unit[supplier] + setUp, ...tooling },
				}),
				...(share < 1 && { optional: { cost: setUp, ...tooling, delay: delayDays } }),
			},
		};
	});
	const stocks = stockCosts(places, parts, common, stages);
	const delays = delayDays > 0 ? delayCosts(parts, stages, delayDays / scenario.tick.days) : [];
	const { pairs, budget, delayDays: delay } = limits;
	return {
		parts,
		problem: {
			places,
			roots: [...stocks, ...delays],
			...(pairs.length > 0 && { pairs }),
			...(budget !== undefined && { budget: budget * 100 }),
			...(delay !== undefined && { delay }),
		},
		costs(choice) {
			const setUps = setUp * choice.filter((one) => one !== "base").length;
			return {
				overSpecification: sum(places.map(({ offered }, i) => offered[choice[i]]?.cost ?? NaN)) - setUps,
				setUp: setUps,
				stocks: sum(stocks.map((root) => rootOf(root, choice))),
				delays: sum(delays.map((root) => rootOf(root, choice) - rootOf(root, []))),
			};
		},
	};
}

/** In a seller's market nobody is asked, and no option is mounted. */
const asks = ({ market }: Scenario) => market.kind === "buyer";
const unasked = ({ share }: Part) => (share < 1 ? 0 : 1);

function grouped<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group) group.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Of components that are an option somewhere, or that several make. */
function openParts(all: readonly Part[]): Part[] {
	const first = new Map(all.map(({ component, supplier }) => [component, supplier]));
	const open = new Set(
		all.flatMap(({ component, supplier, share }) =>
			share < 1 || first.get(component) !== supplier ? [component] : [],
		),
	);
	return all.filter(({ component }) => open.has(component));
}

/** Components whose dearest variant goes, by some way, into a product that would be a part of it. */
function basesThatCannotBe(all: readonly Part[], own: readonly number[]): Set<string> {
	const variants = grouped(all, ({ component }) => component);
	const several = [...variants].filter(([, parts]) => new Set(parts.map((part) => part.supplier)).size > 1);
	return new Set(
		several.flatMap(([name]) => {
			const parts = all.map((part) => (part.component === name ? { ...part, class: "base" as const } : part));
			return buyersFirst(own.length, inUse(parts, own)).length < own.length ? [name] : [];
		}),
	);
}

/** Cents per unit with hours as they are contracted: where they are limited, above those worked. */
function paidCosts({ economics }: Scenario, own: readonly number[]): number[] {
	const { laborShare, capacity, wage } = economics;
	const paid = wage > 0 ? (capacity ?? 1) : 0;
	return own.map((cost) => cost * (1 - laborShare + laborShare * paid));
}

/** The stock of each maker: families draw on it that have its product mandatory or optional, and those that have it as base. */
function stockCosts(
	places: readonly Place[],
	parts: readonly Part[],
	common: ReadonlyMap<string, number>,
	stages: readonly StageParameters[],
): RootCost[] {
	const drawn = parts.flatMap(({ component, buyer, supplier, quantity, share }, place) =>
		(Object.keys(places[place].offered) as ModuleClass[]).map((one) => {
			const { sd, mean } = stages[buyer];
			const s = one === "optional" ? share : 1;
			const amount = quantity * quantity * (s * s * sd * sd + s * (1 - s) * mean);
			const maker = one === "base" ? (common.get(component) as number) : supplier;
			return { maker, place, class: one, amount };
		}),
	);
	return [...grouped(drawn, ({ maker }) => maker)].map(([maker, amounts]) => {
		const { demand, protectionTicks } = stages[maker];
		const weight = costPerDeviation(stages[maker]) * Math.sqrt(protectionTicks);
		return { weight, constant: demand.sd * demand.sd, amounts };
	});
}

/** The stock of each maker that mounts options, by the time they take, ticks. */
function delayCosts(parts: readonly Part[], stages: readonly StageParameters[], ticks: number): RootCost[] {
	const mounted = parts.flatMap(({ buyer, share }, place) =>
		share < 1 ? [{ buyer, place, class: "optional" as const, amount: ticks }] : [],
	);
	return [...grouped(mounted, ({ buyer }) => buyer)].map(([maker, amounts]) => ({
		weight: costPerDeviation(stages[maker]) * stages[maker].sd,
		constant: stages[maker].protectionTicks,
		amounts,
	}));
}

/** Cents per tick and unit of standard deviation: h z + (h + p)(φ(z) − z(1 − Φ(z))). */
function costPerDeviation({ holdingCost: h, shortageCost: p, safetyFactor: z }: StageParameters): number {
	const density = exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
	return h * z + (h + p) * (density - z * (1 - normalCdf(z)));
}
