// Customers' demand, the owners behind it, and the service firms sized for them.

import type { EcosystemParameters, StageParameters } from "../agents/parameters.js";
import type { ServiceKind } from "../agents/service-firm.js";
import { exp } from "../engine/math/exp.js";
import { log } from "../engine/math/log.js";
import { pow } from "../engine/math/pow.js";
import { rint } from "../engine/math/rint.js";
import type { WrittenStage } from "./bill-of-materials.js";
import { cents, contracted } from "./build-scalars.js";
import type { Scenario } from "./schema.js";

/** What customers ask of each stage, per tick. */
export function marketOf(scenario: Scenario, written: readonly WrittenStage[], price: readonly number[]) {
	const { demand, tick } = scenario;
	const serial = isSerial(scenario, written);
	const ends = written.map((stage, i) => stage.demand !== undefined || (serial && i === 0));
	const shares = logitShares(scenario, written, price, ends);
	return written.map((stage, i): StageParameters["demand"] => {
		if (!ends[i]) return { kind: "none", mean: 0, sd: 0 };
		const mean = stage.demand ? stage.demand.meanPerDay * tick.days : demand.mean;
		const sd = stage.demand ? stage.demand.sdPerDay * Math.sqrt(tick.days) : demand.sd;
		if (demand.kind === "owners") {
			// Owners make the mean; the deviation as written is for the mean as written, and goes with its root.
			const needs = needsPerTick(scenario) * shares[i];
			return { kind: "owners", mean: needs, sd: sd * Math.sqrt(needs / mean) };
		}
		return { kind: demand.kind, mean, sd };
	});
}

/** A chain written without demand of its own serves customers from its first stage. */
const isSerial = ({ stages }: Scenario, written: readonly WrittenStage[]) =>
	typeof stages === "number" || written.every((stage) => stage.demand === undefined);

const lifeTicks = ({ customers, tick }: Scenario) => (customers.lifeWeeks * 7) / tick.days;
const needsPerTick = (scenario: Scenario) => scenario.customers.owners / lifeTicks(scenario);

function utility({ customers }: Scenario, price: number, quality: number): number {
	return -customers.priceWeight * log(Math.max(1, price)) + customers.qualityWeight * quality;
}

/**
 * Shares of the offers among those who buy, nobody waiting anywhere. Where each compares the offers of some sellers alone,
 * those of its own part of the country and of the next ones, the mean over parts.
 */
function logitShares(
	scenario: Scenario,
	written: readonly WrittenStage[],
	price: readonly number[],
	ends: readonly boolean[],
): number[] {
	const sellers = [...written.keys()].filter((i) => ends[i]);
	const values = sellers.map((i) => utility(scenario, price[i], written[i].quality));
	const offers = offersCompared(scenario, sellers.length);
	const parts = offers < sellers.length ? sellers.length : 1;
	const shares = written.map(() => 0);
	for (let part = 0; part < parts; part++) {
		const compared = Array.from({ length: offers }, (_, k) => (part + k) % sellers.length);
		const best = compared.reduce((most, at) => Math.max(most, values[at]), -Infinity);
		const weights = compared.map((at) => exp(values[at] - best));
		const sum = weights.reduce((total, weight) => total + weight, 0);
		compared.forEach((at, k) => {
			shares[sellers[at]] += weights[k] / sum / parts;
		});
	}
	return shares;
}

/** Sellers whose offers a customer compares, of so many. */
const offersCompared = ({ customers }: Scenario, sellers: number) =>
	Math.min(customers.offers ?? sellers, sellers);

/** What per tick pays off 1 over the life of a machine: r/(1 − (1 + r)^−n), 1/n without interest. */
function annuity(scenario: Scenario): number {
	const n = lifeTicks(scenario);
	const r = pow(1 + scenario.servitization.interestPerYear, scenario.tick.days / 365) - 1;
	return r > 0 ? r / (1 - pow(1 + r, -n)) : 1 / n;
}

/** Quality of the offers for which `outsideShare` holds. */
const REFERENCE_QUALITY = 0.5;

/** Owners, and the firms that serve them with capacity for the jobs they make. */
export function customersAndServices(
	scenario: Scenario,
	stages: readonly StageParameters[],
): Pick<EcosystemParameters, "customers" | "services"> {
	if (scenario.demand.kind !== "owners") return { customers: null, services: [] };
	const { customers, services, tick } = scenario;
	const { prevention } = scenario.servitization;
	const weeks = tick.days / 7;
	const ends = stages.filter((stage) => stage.demand.kind === "owners");
	const needs = needsPerTick(scenario);
	// Where nobody asks for anything, one offer counts as much as another.
	const listPrice =
		needs > 0
			? ends.reduce((sum, end) => sum + end.price * end.demand.mean, 0) / needs
			: ends.reduce((sum, end) => sum + end.price, 0) / ends.length;
	const referencePrice =
		customers.referencePrice === undefined ? rint(listPrice) : cents(customers.referencePrice);
	const odds = customers.outsideShare / (1 - customers.outsideShare);
	const inLife = pow(customers.lifeWeeks / customers.failureScaleWeeks, customers.failureShape);
	// A machine fails once a tick at most, however short the scale.
	const failures = Math.min(customers.owners, inLife * needs);
	const firms = (kind: ServiceKind, jobsPerTick: number) => {
		const { firms: count, hoursPerJob, price, parts, capacity } = services[kind];
		if (count === 0) return [];
		const fee = rint(listPrice * price);
		const contractedHours = contracted((capacity * jobsPerTick * hoursPerJob) / count);
		const spread = kind === "maintenance" ? services.spread : 0;
		const job = { hoursPerJob, price: fee, parts: rint(fee * parts) };
		return [{ kind, firms: count, contractedHours, ...job, spread }];
	};
	return {
		customers: {
			owners: customers.owners,
			lifeTicks: lifeTicks(scenario),
			useSpread: customers.useSpread,
			failureScale: customers.failureScaleWeeks / weeks,
			failureShape: customers.failureShape,
			earnings: cents(customers.earningsPerWeek * weeks),
			offers: offersCompared(scenario, ends.length),
			peers: customers.peers,
			rewired: customers.rewired,
			outsideUtility: log(odds) + customers.qualityWeight * REFERENCE_QUALITY,
			variants: scenario.market.variants,
			referencePrice: Math.max(1, referencePrice),
			priceWeight: customers.priceWeight,
			qualityWeight: customers.qualityWeight,
			delayWeight: customers.delayWeight * weeks,
			renownWeight: customers.renownWeight,
			serviceWeight: customers.serviceWeight,
			upkeep: (failures * services.maintenance.price) / Math.max(1, customers.owners),
			rent: annuity(scenario),
			plannedFee: rint(listPrice * prevention.price),
			plannedWork: prevention.work,
			inspectionFee: rint(listPrice * prevention.inspection),
			innovation: (customers.adoption.innovation * tick.days) / 365,
			imitation: (customers.adoption.imitation * tick.days) / 365,
		},
		services: [
			...firms("maintenance", failures),
			...firms("logistics", needs),
			...firms("design", ends.length),
			...firms("data", stages.length),
			...firms("recycling", needs),
		],
	};
}
