// Scenario → parameters of the ecosystem: days become ticks, yearly rates rates per tick, $ cents, names numbers.

import type { EcosystemParameters, Scalars, StageParameters } from "../agents/parameters.js";
import type { RunSpec } from "../engine/experiment/run-spec.js";
import { exp } from "../engine/math/exp.js";
import { log } from "../engine/math/log.js";
import { normalQuantile } from "../engine/math/normal-quantile.js";
import { pow } from "../engine/math/pow.js";
import { rint } from "../engine/math/rint.js";
import {
	buyersFirst,
	cumulativeCosts,
	expectedOrders,
	listStages,
	numberArcs,
	tiers,
	type WrittenStage,
} from "./bill-of-materials.js";
import { type Scenario, twinPresets } from "./schema.js";

/** One run of a scenario, as data. `ticks` in place of the scenario's horizon where given. */
export function runSpec(
	scenario: Scenario,
	{ seed, replication = 0, ticks = scenario.ticks }: { seed: string; replication?: number; ticks?: number },
): RunSpec {
	return { model: "ecosystem", parameters: ecosystemParameters(scenario, ticks), seed, replication, ticks };
}

/** Outcomes leave out the first ticks: the scenario's warm-up, but never more than half of the run. */
export function warmUpOf(scenario: Scenario, ticks: number): number {
	return Math.min(scenario.warmUp, Math.floor(ticks / 2));
}

export function ecosystemParameters(scenario: Scenario, ticks = scenario.ticks): EcosystemParameters {
	const written = listStages(scenario);
	const arcs = numberArcs(written);
	const order = buyersFirst(written.length, arcs);
	const days = scenario.tick.days;
	const toTicks = (length: number) => rint(length / days);
	const money = prices(scenario, written, arcs, order);
	const market = marketOf(scenario, written, money.price);
	const expected = expectedOrders(
		market.map((demand) => demand.mean),
		market.map((demand) => demand.sd * demand.sd),
		arcs,
		order,
	);
	const tier = tiers(written.length, arcs, order);
	const byValue = rankByValue(money.unitCost);
	const scalars = scalarsOf(scenario);
	const stages = written.map((stage, i): StageParameters => {
		const lead = leadTicks(scenario, stage, i, toTicks);
		const mean = expected.means[i];
		const transport = toTicks(stage.transportDays);
		const buys = Object.keys(stage.upstream).length > 0;
		const hoursPerUnit =
			scenario.economics.wage > 0
				? (scenario.economics.laborShare * stage.cost) / scenario.economics.wage
				: 0;
		const costs = stockCosts(scenario, money.unitCost[i], money.price[i], scalars);
		return {
			name: stage.name,
			tier: tier[i],
			productionTicks: Math.max(1, lead),
			protectionTicks: lead + (buys ? transport + scalars.informationDelay : 1),
			ownCost: money.own[i],
			materialCost: money.own[i] - rint(money.own[i] * scenario.economics.laborShare),
			unitCost: money.unitCost[i],
			price: money.price[i],
			quality: stage.quality,
			hoursPerUnit,
			contractedHours:
				scenario.economics.capacity === null ? 0 : rint(scenario.economics.capacity * mean * hoursPerUnit),
			mean,
			sd: Math.sqrt(expected.variances[i]),
			demand: market[i] as StageParameters["demand"],
			...costs,
			safetyFactor: scenario.safetyFactor ?? criticalFactor(costs.holdingCost, costs.shortageCost),
			initialStock: stage.initialStock ?? null,
			target: stage.target ?? 0,
			rank: scenario.twin.rank === "value" ? byValue[i] : null,
		};
	});
	const weights = Object.values(scenario.efficacy.weights);
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return {
		scalars,
		stages,
		arcs: arcs.map((arc) => ({
			...arc,
			transportTicks: toTicks(written[arc.buyer]?.transportDays ?? 0),
		})),
		...customersAndServices(scenario, stages),
		warmUp: warmUpOf(scenario, ticks),
		carbonPerKwh: scenario.sustainability.carbonPerKwh,
		weights: weights.map((weight) => weight / sum),
	};
}

/** Production ticks of a stage: its own lead days, at least one tick, else the scenario's leadTime. */
function leadTicks(
	{ leadTime }: Scenario,
	stage: WrittenStage,
	i: number,
	toTicks: (days: number) => number,
) {
	if (stage.leadDays !== undefined) return Math.max(1, toTicks(stage.leadDays));
	return typeof leadTime === "number" ? leadTime : leadTime[i];
}

const cents = (dollars: number) => rint(dollars * 100);

function prices(
	{ economics }: Scenario,
	written: readonly WrittenStage[],
	arcs: ReturnType<typeof numberArcs>,
	order: readonly number[],
) {
	const own = written.map((stage) => cents(stage.cost));
	const unitCost = cumulativeCosts(own, arcs, order);
	return { own, unitCost, price: unitCost.map((cost) => rint(cost * (1 + economics.markup))) };
}

/** What customers ask of each stage, per tick. */
function marketOf(scenario: Scenario, written: readonly WrittenStage[], price: readonly number[]) {
	const { demand, tick } = scenario;
	const ends = written.map((stage, i) => stage.demand !== undefined || (isSerial(scenario) && i === 0));
	const shares = logitShares(scenario, written, price, ends);
	return written.map((stage, i): StageParameters["demand"] => {
		if (!ends[i]) return { kind: "none", mean: 0, sd: 0 };
		const sd = stage.demand ? stage.demand.sdPerDay * Math.sqrt(tick.days) : demand.sd;
		if (demand.kind === "owners") return { kind: "owners", mean: needsPerTick(scenario) * shares[i], sd };
		const mean = stage.demand ? stage.demand.meanPerDay * tick.days : demand.mean;
		return { kind: demand.kind, mean, sd };
	});
}

/** A chain written without demand of its own serves customers from its first stage. */
const isSerial = ({ stages }: Scenario) =>
	typeof stages === "number" || stages.every((stage) => stage.demand === undefined);

const lifeTicks = ({ customers, tick }: Scenario) => (customers.lifeWeeks * 7) / tick.days;
const needsPerTick = (scenario: Scenario) => scenario.customers.owners / lifeTicks(scenario);

function utility({ customers }: Scenario, price: number, quality: number): number {
	return -customers.priceWeight * log(Math.max(1, price)) + customers.qualityWeight * quality;
}

/** Shares of the offers among those who buy, nobody waiting anywhere. */
function logitShares(
	scenario: Scenario,
	written: readonly WrittenStage[],
	price: readonly number[],
	ends: readonly boolean[],
): number[] {
	const values = written.map((stage, i) => utility(scenario, price[i], stage.quality));
	const best = Math.max(...values.filter((_, i) => ends[i]));
	const weights = values.map((value, i) => (ends[i] ? exp(value - best) : 0));
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return weights.map((weight) => weight / sum);
}

/** h and p in cents per unit and tick: late pay and the margin lost to cancelling, or as given. */
function stockCosts({ economics, tick }: Scenario, unitCost: number, price: number, scalars: Scalars) {
	const { holdingCost, shortageCost, holdingPerYear } = economics;
	return {
		holdingCost:
			holdingCost === undefined ? (holdingPerYear * unitCost * tick.days) / 365 : holdingCost * 100,
		shortageCost:
			shortageCost === undefined
				? scalars.latePay * price + scalars.cancel * (price - unitCost)
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

function scalarsOf(scenario: Scenario): Scalars {
	const { economics, hidden, forecast, ordering, demand, macro, sustainability, efficacy, tick } = scenario;
	const weeks = tick.days / 7;
	const toTicks = (inWeeks: number) => rint(inWeeks / weeks);
	const sharing =
		typeof scenario.sharing === "boolean"
			? ({ weight: scenario.sharing ? 1 : 0, delay: "tier" } as const)
			: scenario.sharing;
	const { preset, cost, authority, rank: _, ...given } = scenario.twin;
	const twin = { ...twinPresets[preset], ...defined(given) };
	return {
		tickDays: tick.days,
		returns: scenario.returns,
		ordering: ordering.kind,
		forecast: forecast.kind,
		forecastWindow: forecast.window,
		forecastAlpha: forecast.alpha,
		sharingWeight: sharing.weight,
		sharingLag: sharing.delay === "tier",
		stockAdjustment: ordering.stockAdjustment,
		supplyLineWeight: ordering.supplyLineWeight,
		openingTicks: ordering.openingTicks,
		openingOrder: ordering.openingOrder,
		informationDelay: ordering.informationDelay,
		demandRho: demand.rho,
		stepTo: demand.stepTo,
		stepAt: demand.stepAt,
		unlimited: economics.capacity === null,
		wage: cents(economics.wage),
		bankShare: economics.bankShare,
		latePay: economics.latePayPerWeek * weeks,
		latePayTicks: toTicks(economics.latePayWeeks),
		cancel: economics.cancelPerWeek === 1 ? 1 : 1 - pow(1 - economics.cancelPerWeek, weeks),
		creditTicks: economics.creditWeeks / weeks,
		startTicks: economics.startWeeks / weeks,
		dividendTicks: economics.dividendWeeks / weeks,
		finishedLoss: hidden.finishedLoss,
		componentLoss: hidden.componentLoss,
		lateRelease: hidden.lateRelease,
		countEvery: hidden.countEvery,
		availabilityCenter: hidden.availability.center,
		availabilityRho: hidden.availability.rho,
		availabilitySd: hidden.availability.sd,
		coverage: twin.coverage,
		period: twin.period,
		lag: twin.lag,
		noise: twin.noise,
		messageLoss: twin.loss,
		drift: twin.drift,
		authority,
		twinTickCost: cents(cost.perStageWeek * weeks),
		messageCost: cents(cost.perMessage),
		twinSetUp: cents(cost.setUp),
		macroAmplitude: macro.amplitude,
		macroPeriod: macro.periodTicks,
		macroRho: macro.rho,
		macroSd: macro.sd,
		macroNoise: macro.noise,
		energyPerCent: sustainability.energyPerDollar * 10,
		fixedEnergy: sustainability.fixedShare,
		twinEnergy: sustainability.twinEnergy * 1000,
		promiseTicks: efficacy.promiseDays / tick.days,
		windowTicks: efficacy.windowTicks,
	};
}

/** Without the keys that were left out. */
function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}

/** Quality of the offers for which `outsideShare` holds. */
const REFERENCE_QUALITY = 0.5;

/** Owners, and the firms that serve them with capacity for the jobs they make. */
function customersAndServices(
	scenario: Scenario,
	stages: readonly StageParameters[],
): Pick<EcosystemParameters, "customers" | "services"> {
	if (scenario.demand.kind !== "owners") return { customers: null, services: [] };
	const { customers, services, tick } = scenario;
	const weeks = tick.days / 7;
	const ends = stages.filter((stage) => stage.demand.kind === "owners");
	const needs = needsPerTick(scenario);
	const listPrice = ends.reduce((sum, end) => sum + end.price * end.demand.mean, 0) / needs;
	const referencePrice =
		customers.referencePrice === undefined ? rint(listPrice) : cents(customers.referencePrice);
	const odds = customers.outsideShare / (1 - customers.outsideShare);
	const failures = pow(customers.lifeWeeks / customers.failureScaleWeeks, customers.failureShape);
	const firms = (kind: "maintenance" | "logistics", jobsPerTick: number) => {
		const { firms: count, hoursPerJob, price, parts, capacity } = services[kind];
		const fee = rint(listPrice * price);
		const contractedHours = Math.max(1, rint((capacity * jobsPerTick * hoursPerJob) / count));
		return { kind, firms: count, hoursPerJob, contractedHours, price: fee, parts: rint(fee * parts) };
	};
	return {
		customers: {
			owners: customers.owners,
			lifeTicks: lifeTicks(scenario),
			useSpread: customers.useSpread,
			failureScale: customers.failureScaleWeeks / weeks,
			failureShape: customers.failureShape,
			earnings: cents(customers.earningsPerWeek * weeks),
			outsideUtility: log(odds * ends.length) + customers.qualityWeight * REFERENCE_QUALITY,
			referencePrice,
			priceWeight: customers.priceWeight,
			qualityWeight: customers.qualityWeight,
			delayWeight: customers.delayWeight * weeks,
		},
		services: [firms("maintenance", failures * needs), firms("logistics", needs)],
	};
}
