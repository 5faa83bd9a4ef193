// Scenario → parameters of the ecosystem: days become ticks, yearly rates rates per tick, $ cents, names numbers.

import type { EcosystemParameters, Scalars, StageParameters } from "../agents/parameters.js";
import type { RunSpec } from "../engine/experiment/run-spec.js";
import { normalQuantile } from "../engine/math/normal-quantile.js";
import { rint } from "../engine/math/rint.js";
import type { Intervention } from "../engine/schedule/intervention.js";
import { alternatives } from "./alternatives.js";
import {
	buyersFirst,
	cumulativeCosts,
	expectedOrders,
	listStages,
	MOST_OPEN,
	mostReturnable,
	type NumberedArc,
	numberArcs,
	tiers,
	type WrittenStage,
} from "./bill-of-materials.js";
import { customersAndServices, marketOf } from "./build-market.js";
import { modulesOf } from "./build-modules.js";
import { cents, contracted, scalarsOf } from "./build-scalars.js";
import { costAsked, countParts, inUse, partsOf } from "./classes.js";
import { hierarchyOf } from "./hierarchy.js";
import type { Scenario } from "./schema.js";
import { type Place, placesOf, shockInterventions, shockSpans } from "./shocks.js";
import { pathInterventions, stepsOf } from "./transformation.js";

/** One run of a scenario, as data. `ticks` in place of the scenario's horizon where given. */
export function runSpec(
	scenario: Scenario,
	{ seed, replication = 0, ticks = scenario.ticks }: { seed: string; replication?: number; ticks?: number },
): RunSpec {
	const parameters = ecosystemParameters(scenario, ticks);
	const interventions = interventionsOf(scenario, placesOf(parameters.stages, parameters.hierarchy), ticks);
	return { model: "ecosystem", parameters, seed, replication, ticks, interventions };
}

/** What the scenario's path and its shocks do in a run of so many ticks. */
function interventionsOf(scenario: Scenario, stages: readonly Place[], ticks: number): Intervention[] {
	const start = warmUpOf(scenario, ticks);
	return [
		...pathInterventions(scenario, start, ticks),
		...shockInterventions(scenario, stages, start, ticks),
	];
}

/** How many of a scenario's steps and shocks begin in a run of so many ticks. */
export function begunWithin(scenario: Scenario, ticks: number): { steps: number; shocks: number } {
	const start = warmUpOf(scenario, ticks);
	const steps = stepsOf(scenario).filter(({ at }) => start + rint((at * 7) / scenario.tick.days) < ticks);
	return { steps: steps.length, shocks: shockSpans(scenario, start, ticks).length };
}

/** The largest value that a scalar has in a run. */
function largestOf(name: keyof Scalars, scalars: Scalars, interventions: readonly Intervention[]): number {
	return interventions.reduce(
		(most, { target, value }) => (target === `settings.${name}` ? Math.max(most, value) : most),
		Number(scalars[name]),
	);
}

/** Outcomes leave out the first ticks: the scenario's warm-up, but never more than half of the run. */
export function warmUpOf(scenario: Scenario, ticks: number): number {
	return Math.min(scenario.warmUp, Math.floor(ticks / 2));
}

export function ecosystemParameters(scenario: Scenario, ticks = scenario.ticks): EcosystemParameters {
	const written = listStages(scenario);
	const asked = numberArcs(written);
	const parts = partsOf(scenario, written, asked);
	const arcs = inUse(parts, ownCosts(written));
	const order = buyersFirst(written.length, arcs);
	const days = scenario.tick.days;
	const toTicks = (length: number) => rint(length / days);
	const money = prices(scenario, written, asked, arcs);
	const market = marketOf(scenario, written, money.price);
	const expected = expectedOrders(
		market.map((demand) => demand.mean),
		market.map((demand) => demand.sd * demand.sd),
		arcs,
		order,
	);
	const tier = tiers(written.length, asked, buyersFirst(written.length, asked));
	const byValue = rankByValue(money.unitCost);
	const scalars = scalarsOf(scenario);
	const hierarchy = hierarchyOf(scenario, written, asked);
	const module = modulesOf(scenario, written, arcs, expected.means, money.price, hierarchy.place);
	const makers = written.map(({ item }, i) => ({
		item,
		tier: tier[i],
		module: module[i],
		mean: expected.means[i],
	}));
	const others = alternatives(makers, arcs, scenario.sourcing.others);
	const optional = countParts(parts, written.length, (one) => one === "optional");
	const configured = countParts(parts, written.length, (one) => one !== "base");
	const stages = written.map((stage, i): StageParameters => {
		const lead = leadTicks(scenario, stage, i, optional[i]);
		const mean = expected.means[i];
		const transport = toTicks(stage.transportDays);
		const buys = Object.keys(stage.upstream).length > 0;
		// A wage of less than half a cent is none.
		const hoursPerUnit =
			scalars.wage > 0 ? (scenario.economics.laborShare * stage.cost) / scenario.economics.wage : 0;
		const costs = stockCosts(scenario, money.unitCost[i], money.price[i], scalars);
		return {
			name: stage.name,
			tier: tier[i],
			configured: configured[i],
			productionTicks: Math.max(1, lead),
			// Goods of a lead time of 0 still arrive in the next tick; with returns allowed only l matters (Chen et al.).
			protectionTicks:
				(scenario.returns ? lead : Math.max(1, lead)) + (buys ? transport + scalars.informationDelay : 1),
			ownCost: money.own[i],
			materialCost: money.own[i] - rint(money.own[i] * scenario.economics.laborShare),
			unitCost: money.unitCost[i],
			price: money.price[i],
			quality: stage.quality,
			hoursPerUnit,
			contractedHours:
				scenario.economics.capacity === null
					? 0
					: contracted(scenario.economics.capacity * mean * hoursPerUnit),
			mean,
			sd: Math.sqrt(expected.variances[i]),
			demand: market[i] as StageParameters["demand"],
			...costs,
			safetyFactor: scenario.safetyFactor ?? criticalFactor(costs.holdingCost, costs.shortageCost),
			initialStock: stage.initialStock ?? null,
			target: stage.target ?? 0,
			rank: scenario.twin.rank === "value" ? byValue[i] : null,
			module: module[i],
		};
	});
	const start = warmUpOf(scenario, ticks);
	const { on: _, ...closedLoop } = scenario.closedLoop;
	const changes = interventionsOf(scenario, placesOf(stages, hierarchy), ticks);
	const weights = Object.values(scenario.efficacy.weights);
	const sum = weights.reduce((total, weight) => total + weight, 0);
	const slowest = stages.reduce((most, { productionTicks }) => Math.max(most, productionTicks), 0);
	return {
		scalars,
		stages,
		arcs: [...arcs, ...others].map((arc) => ({
			...arc,
			transportTicks: toTicks(written[arc.buyer]?.transportDays ?? 0),
		})),
		hierarchy,
		...customersAndServices(scenario, stages),
		warmUp: start,
		closedLoop: largestOf("systemLoop", scalars, changes) > 0 ? closedLoop : null,
		shocks: shockSpans(scenario, start, ticks),
		largest: {
			lag: largestOf("lag", scalars, changes),
			freightDelay: largestOf("freightDelay", scalars, changes),
		},
		mostOpen: scenario.returns ? mostReturnable(written.length, arcs, order, slowest) : MOST_OPEN,
		weights: weights.map((weight) => weight / sum),
	};
}

/**
 * Production ticks of a stage: its own lead days, at least one tick, else the scenario's leadTime; with the time that its
 * options take to configure.
 */
function leadTicks(
	{ leadTime, tick, configuration }: Scenario,
	stage: WrittenStage,
	i: number,
	options: number,
) {
	const delay = options * configuration.delayDays;
	if (stage.leadDays !== undefined) return Math.max(1, rint((stage.leadDays + delay) / tick.days));
	return (typeof leadTime === "number" ? leadTime : leadTime[i]) + rint(delay / tick.days);
}

export const ownCosts = (written: readonly WrittenStage[]) => written.map((stage) => cents(stage.cost));

/**
 * Own cost, cumulative cost and price of each stage, whole cents per unit. Nobody pays for a part that was not asked for: prices
 * follow what units cost as asked for, costs what goes into them.
 */
export function prices(
	{ economics }: Scenario,
	written: readonly WrittenStage[],
	asked: readonly NumberedArc[],
	arcs: readonly NumberedArc[],
) {
	const own = ownCosts(written);
	const unitCost = cumulativeCosts(own, arcs, buyersFirst(own.length, arcs));
	const price = costAsked(asked, own).map((cost) => rint(cost * (1 + economics.markup)));
	return { own, unitCost, price };
}

/** h and p in cents per unit and tick: late pay and the margin lost to cancelling, or as given. */
function stockCosts({ economics, tick }: Scenario, unitCost: number, price: number, scalars: Scalars) {
	const { holdingCost, shortageCost, holdingPerYear } = economics;
	const latePay = scalars.latePayTicks > 0 ? scalars.latePay : 0;
	return {
		holdingCost:
			holdingCost === undefined ? (holdingPerYear * unitCost * tick.days) / 365 : holdingCost * 100,
		shortageCost:
			shortageCost === undefined
				? latePay * price + scalars.cancel * Math.max(0, price - unitCost)
				: shortageCost * 100,
	};
}

/** z = Φ⁻¹(p/(p + h)), kept within ±4 (service .99997) where one of the two costs nothing. */
function criticalFactor(h: number, p: number): number {
	if (h + p <= 0) return 0;
	return Math.max(-4, Math.min(4, normalQuantile(p / (p + h))));
}

/** Places in the order of cumulative cost, dearest first, in [0, 1). */
function rankByValue(unitCost: readonly number[]): number[] {
	const order = unitCost.map((_, i) => i).sort((a, b) => unitCost[b] - unitCost[a] || a - b);
	const rank = new Array<number>(unitCost.length);
	order.forEach((i, place) => {
		rank[i] = place / unitCost.length;
	});
	return rank;
}
