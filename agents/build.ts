// From parameters to a world in its steady state: pipelines full, stocks at their safety level.

import { log } from "../engine/math/log.js";
import { rint } from "../engine/math/rint.js";
import { compressLinks, links } from "../engine/network/network.js";
import { uniform } from "../engine/random/continuous.js";
import { keyFromText } from "../engine/random/seed.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { buildWorld } from "../engine/world/build.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { fillCustomers, fillServiceFirms } from "./build-customers.js";
import { loop } from "./closed-loop.js";
import { customer, market, peers, STATE } from "./customer.js";
import { expectUsual } from "./forecast/expect-usual.js";
import { fillGenomes } from "./innovation/genome.js";
import { manufacturer, supply, usage } from "./manufacturer.js";
import { module } from "./module.js";
import { demandKinds, type EcosystemParameters } from "./parameters.js";
import { peerLinks } from "./peers.js";
import { PUBLISHED } from "./sense-macro.js";
import { type ServiceKind, serviceFirm } from "./service-firm.js";
import { settings, writeSettings } from "./settings.js";
import { usageOfEnds } from "./usage.js";

const RANK = purpose("instrumentation rank");
const OPTION = purpose("variants with an option");
const COUNT = purpose("count place");
const SERVICE_RANK = purpose("servitization rank");
const SOURCING_RANK = purpose("sourcing rank");
/** Stages are recorded one by one up to this number, by tier beyond. */
export const NAMED_STAGES = 64;

/** The largest number over the items, 0 if there are none; of any length, unlike Math.max(...). */
function largest<T>(items: readonly T[], of: (item: T) => number): number {
	return items.reduce((most, item) => Math.max(most, of(item)), 0);
}

/** The lines of the recording: one per stage, or one per tier in a large world. */
export function groupLabels({ stages }: EcosystemParameters): string[] {
	if (stages.length <= NAMED_STAGES) return stages.map((stage) => stage.name);
	const tiers = largest(stages, (stage) => stage.tier);
	return Array.from({ length: tiers }, (_, k) => `tier ${k + 1}`);
}

export function buildEcosystem(parameters: EcosystemParameters, seed: string): World {
	const { scalars, stages, arcs, hierarchy, customers, services } = parameters;
	const owners = customers?.owners ?? 0;
	const sellers = stages.flatMap((stage, i) => (stage.demand.kind === "owners" ? [i] : []));
	const offers = Math.min(customers?.offers ?? 0, sellers.length);
	const cohorts = Math.max(Math.ceil(scalars.promiseTicks) + 2, scalars.latePayTicks + 1);
	const firms = services.reduce((sum, service) => sum + service.firms, 0);
	const ends = scalars.sharingLag ? { sources: [], targets: [], quantity: [] } : usageOfEnds(parameters);
	const supplyLinks = compressLinks(
		{ sources: arcs.map((arc) => arc.buyer), targets: arcs.map((arc) => arc.supplier) },
		stages.length,
		stages.length,
	);
	const marketLinks = compressLinks(offersOf(owners, sellers, offers), owners, stages.length);
	const usageLinks = compressLinks(ends, stages.length, stages.length);
	const { windowTicks: window, forecastWindow, forecastSeason } = scalars;
	// Of two series, each with at least the demand before.
	const history = 2 * Math.max(2, forecastWindow, forecastSeason);
	const { freightDelay } = parameters.largest;
	const heard = { lag: Math.max(parameters.largest.lag + scalars.lagSpread, PUBLISHED) + 1 };
	const lag = parameters.largest.lag + scalars.lagSpread;
	const shared = { window, cohorts, lag: lag + 1 };
	const world = buildWorld(
		[
			{ kind: settings, size: 1 },
			{ kind: loop, size: 1 },
			{ kind: accounts, size: 1, widths: heard },
			{
				kind: manufacturer,
				size: stages.length,
				widths: {
					...shared,
					history,
					making: 2 + largest(stages, (stage) => stage.productionTicks),
					levels: hierarchy.levels.length,
					variants: customers?.variants ?? 1,
				},
			},
			{ kind: module, size: stages.length },
			{ kind: serviceFirm, size: firms, widths: shared },
			{ kind: customer, size: owners },
		],
		[
			{
				kind: supply,
				links: supplyLinks,
				widths: {
					lag: lag + 1,
					reads: scalars.latePayTicks + 1,
					placed: scalars.informationDelay + 1,
					delay: scalars.informationDelay,
					transit: 1 + largest(arcs, (arc) => arc.transportTicks) + freightDelay,
				},
			},
			{ kind: market, links: marketLinks },
			{ kind: usage, links: usageLinks },
			{ kind: peers, links: compressLinks(peerLinks(customers, seed), owners, owners) },
		],
		keyFromText(seed),
	);
	const { macro, satisfaction, machines } = columns(world, accounts);
	macro[0] = 1;
	satisfaction[0] = 1;
	machines[STATE.working] = owners;
	columns(world, loop).trust[0] = 1;
	columns(world, loop).turn[0] = 1;
	const feeOf = (kind: ServiceKind) => services.find((service) => service.kind === kind)?.price ?? 0;
	writeSettings(world, scalars, {
		mostOpen: parameters.mostOpen,
		deliveryFee: feeOf("logistics"),
		repairFee: feeOf("maintenance"),
		designFee: feeOf("design"),
		dataFee: feeOf("data"),
		recyclingFee: feeOf("recycling"),
		...(customers && {
			lifeTicks: customers.lifeTicks,
			useSpread: customers.useSpread,
			failureScale: customers.failureScale,
			failureShape: customers.failureShape,
			earnings: customers.earnings,
			outsideUtility:
				customers.outsideUtility +
				log(Math.max(1, offers)) -
				customers.priceWeight * log(customers.referencePrice),
			referencePrice: customers.referencePrice,
			priceWeight: customers.priceWeight,
			qualityWeight: customers.qualityWeight,
			delayWeight: customers.delayWeight,
			renownWeight: customers.renownWeight,
			bassInnovation: customers.innovation,
			bassImitation: customers.imitation,
			serviceWeight: customers.serviceWeight,
			upkeep: customers.upkeep,
			rent: customers.rent,
			assetLife: Math.max(1, rint(customers.lifeTicks)),
			plannedFee: customers.plannedFee,
			plannedWork: customers.plannedWork,
			inspectionFee: customers.inspectionFee,
		}),
	});
	fillArcs(world, parameters, supplyLinks.order);
	links(world, usage).quantity.set(Array.from(usageLinks.order, (e) => ends.quantity[e]));
	fillManufacturers(world, parameters);
	fillGenomes(world);
	if (customers) fillCustomers(world, customers, services);
	fillServiceFirms(world, parameters);
	shareMaterial(world);
	shareCosts(world, scalars.wage);
	openAccounts(world);
	return world;
}

/**
 * Whose offers each owner compares: those of the seller in whose part of the country it lives, parts being equal and in
 * the order of rows, and of the sellers next to it.
 */
function offersOf(owners: number, sellers: readonly number[], offers: number) {
	const sources = new Uint32Array(owners * offers);
	const targets = new Uint32Array(owners * offers);
	for (let i = 0, e = 0; i < owners; i++) {
		const home = offers < sellers.length ? Math.floor((i * sellers.length) / owners) : 0;
		for (let k = 0; k < offers; k++, e++) {
			sources[e] = i;
			targets[e] = sellers[(home + k) % sellers.length];
		}
	}
	return { sources, targets };
}

/** So many of the variants as the share says, at least one, drawn for the edge. */
function variantsWith(world: World, edge: number, share: number, variants: number): number {
	if (share === 1) return 0xffffffff;
	const stream = draws(world, OPTION);
	const drawn = Array.from({ length: variants }, (_, v) => ({ v, draw: word(stream, edge, 0, v) }));
	drawn.sort((a, b) => a.draw - b.draw || a.v - b.v);
	let set = 0;
	for (const { v } of drawn.slice(0, Math.max(1, Math.round(share * variants)))) set |= 1 << v;
	return set >>> 0;
}

/** Orders on their way, goods in transit: as many as mean demand fills, rounded. */
function fillArcs(world: World, parameters: EcosystemParameters, order: Uint32Array): void {
	const { arcs, stages, scalars } = parameters;
	const edges = links(world, supply);
	const width = edges.placed.length / Math.max(1, edges.quantity.length);
	const transit = edges.inTransit.length / Math.max(1, edges.quantity.length);
	const edgeOf = new Uint32Array(order.length);
	order.forEach((given, e) => {
		edgeOf[given] = e;
	});
	edges.alternative.fill(-1);
	order.forEach((given, e) => {
		const arc = arcs[given];
		if (!arc) return;
		const contract = arc.alternativeTo === undefined ? -1 : edgeOf[arc.alternativeTo];
		edges.contract[e] = contract;
		edges.active[e] = contract < 0 ? 1 : 0;
		edges.idle[e] = contract < 0 ? 0 : 1;
		if (contract >= 0) {
			let before = contract;
			while (edges.alternative[before] >= 0) before = edges.alternative[before];
			edges.alternative[before] = e;
		}
		const perTick = Math.round((stages[arc.buyer]?.mean ?? 0) * arc.share) * arc.quantity;
		edges.share[e] = arc.share;
		edges.wish[e] = arc.share;
		edges.variants[e] = variantsWith(world, e, arc.share, parameters.customers?.variants ?? 1);
		edges.quantity[e] = arc.quantity;
		edges.transportTicks[e] = arc.transportTicks;
		// Orders of the last informationDelay ticks are to be read in the ticks from 0 on.
		for (let k = 0; k < scalars.informationDelay; k++) edges.placed[e * width + k] = perTick;
		for (let k = 0; k < arc.transportTicks; k++) edges.inTransit[e * transit + k] = perTick;
		edges.endDemand.fill(perTick, e * scalars.informationDelay, (e + 1) * scalars.informationDelay);
		const open = perTick * (scalars.informationDelay + arc.transportTicks);
		edges.onOrder[e] = open;
		edges.initialOnOrder[e] = open;
		edges.initialInTransit[e] = perTick * arc.transportTicks;
		edges.countedAt[e] = -1;
		edges.stamp[e] = -1;
	});
}

function fillManufacturers(world: World, parameters: EcosystemParameters): void {
	const { stages, scalars, hierarchy } = parameters;
	const own = columns(world, manufacturer);
	const edges = links(world, supply);
	const width = own.making.length / stages.length;
	const named = stages.length <= NAMED_STAGES;
	const choices = Math.min(
		parameters.customers?.offers ?? 0,
		stages.filter((stage) => stage.demand.kind === "owners").length,
	);
	const ranks = draws(world, RANK);
	const counts = draws(world, COUNT);
	const { unit } = columns(world, module);
	const serviceRanks = draws(world, SERVICE_RANK);
	const sourcingRanks = draws(world, SOURCING_RANK);
	own.reachedAt.fill(-1);
	stages.forEach((stage, i) => {
		const perTick = Math.round(stage.mean);
		const buys = edges.offsets[i + 1] > edges.offsets[i];
		const transport = buys ? longest(edges.transportTicks, edges.offsets, i) : 0;
		const wait = buys ? scalars.informationDelay + transport : 1;
		const safety = Math.round(stage.safetyFactor * Math.sqrt(stage.protectionTicks) * stage.sd);
		const stock = stage.initialStock ?? Math.max(0, safety);
		own.tier[i] = stage.tier;
		own.configured[i] = stage.configured;
		own.group[i] = named ? i : stage.tier - 1;
		own.place[i] = hierarchy.place[i];
		hierarchy.cellOf.forEach((cells, level) => {
			own.cell[i * hierarchy.cellOf.length + level] = cells[i];
		});
		own.productionTicks[i] = stage.productionTicks;
		own.protectionTicks[i] = stage.protectionTicks;
		own.ownCost[i] = stage.ownCost;
		own.materialCost[i] = stage.materialCost;
		own.unitCost[i] = stage.unitCost;
		own.price[i] = stage.price;
		own.logPrice[i] = log(Math.max(1, stage.price));
		own.baseQuality[i] = stage.quality;
		own.baseHours[i] = stage.hoursPerUnit;
		own.quality[i] = stage.quality;
		own.hoursPerUnit[i] = stage.hoursPerUnit;
		own.contractedHours[i] = stage.contractedHours;
		own.renown[i] = 1;
		own.capacityFactor[i] = 1;
		for (const level of [own.atWork, own.reportedAtWork, own.believedAtWork, own.atWorkEstimate])
			level[i] = 1;
		own.believedMacro[i] = 1;
		own.meanDemand[i] = stage.mean;
		own.demandKind[i] = demandKinds.indexOf(stage.demand.kind);
		own.demandMean[i] = stage.demand.mean;
		own.demandSd[i] = stage.demand.sd;
		own.holdingCost[i] = stage.holdingCost;
		own.shortageCost[i] = stage.shortageCost;
		own.safetyFactor[i] = stage.safetyFactor;
		own.target[i] = stage.target;
		const { kind } = stage.demand;
		own.replaceable[i] = kind === "none" || (kind === "owners" && choices > 1) ? 1 : 0;
		own.booked[i] = stage.mean;
		own.sourcingRank[i] = uniform(word(sourcingRanks, i, 0, 0));
		own.usualRevenue[i] = stage.mean * stage.price;
		own.usualCost[i] = stage.mean * stage.unitCost;
		own.rank[i] = stage.rank ?? uniform(word(ranks, i, 0, 0));
		own.module[i] = stage.module;
		own.listedIn[i] = -1;
		unit[hierarchy.place[i]] = i;
		own.serviceRank[i] = uniform(word(serviceRanks, i, 0, 0));
		own.materialValue[i] = stage.materialCost;
		for (let e = edges.offsets[i]; e < edges.offsets[i + 1]; e++) {
			const supplier = stages[edges.targets[e]];
			// Options are an expense when they are mounted.
			if (edges.share[e] === 1) own.materialValue[i] += (supplier?.price ?? 0) * edges.quantity[e];
			// Goods of an alternative go into the stock of the contract, where they are seen.
			edges.rank[e] = edges.contract[e] < 0 ? own.rank[i] : 1;
			edges.countOffset[e] = Math.floor(uniform(word(counts, i, 0, 0)) * scalars.countEvery);
		}
		own.finished[i] = stock;
		own.books[i] = stock;
		own.estimate[i] = stock;
		own.believed[i] = stock;
		own.initialStock[i] = stock;
		own.countOffset[i] = Math.floor(uniform(word(counts, i, 0, 0)) * scalars.countEvery);
		own.countedAt[i] = -1;
		own.stamp[i] = -1;
		for (let k = 0; k < stage.productionTicks; k++) {
			own.making[i * width + k] = perTick;
			own.scheduled[i * width + k] = perTick;
		}
		own.inProgress[i] = perTick * stage.productionTicks;
		own.initialInProgress[i] = perTick * stage.productionTicks;
		own.openProduction[i] = perTick * wait;
		own.initialOpen[i] = perTick * wait;
		own.queueHead[i] = -1;
		own.queueTail[i] = -1;
		own.inbox[i] = -1;
		own.endDemand[i] = perTick;
		expectUsual(own, i, stage);
		own.cash[i] = Math.round(scalars.startTicks * stage.mean * stage.unitCost);
	});
}

function longest(transport: Int32Array, offsets: Uint32Array, i: number): number {
	let ticks = 0;
	for (let e = offsets[i]; e < offsets[i + 1]; e++) ticks = Math.max(ticks, transport[e]);
	return ticks;
}

/** Who usually buys how much of all material: so is divided what recycling brings back. */
function shareMaterial(world: World): void {
	const { meanDemand, materialCost, materialShare, demandMean } = columns(world, manufacturer);
	let total = 0;
	let sold = 0;
	for (let i = 0; i < meanDemand.length; i++) {
		total += meanDemand[i] * materialCost[i];
		sold += demandMean[i];
	}
	if (total === 0) return;
	for (let i = 0; i < meanDemand.length; i++) materialShare[i] = (meanDemand[i] * materialCost[i]) / total;
	columns(world, settings).machineMaterial[0] = Math.round(total / sold);
}

/** Each firm's share of all firms' cost at the start: its weight in the win-win component. */
function shareCosts(world: World, wage: number): void {
	const makers = columns(world, manufacturer);
	const firms = columns(world, serviceFirm);
	const cost = Float64Array.from(makers.price, (_, i) => makers.meanDemand[i] * makers.ownCost[i]);
	const service = Float64Array.from(firms.price, (_, f) => {
		const hours = firms.contractedHours[f];
		return hours * wage + Math.floor(hours / firms.hoursPerJob[f]) * firms.parts[f];
	});
	let total = 0;
	for (const value of cost) total += value;
	for (const value of service) total += value;
	if (total === 0) return;
	makers.costShare.set(cost.map((value) => value / total));
	firms.costShare.set(service.map((value) => value / total));
}

/** The bank lends what firms start with, so that all cash sums to zero. */
function openAccounts(world: World): void {
	let lent = 0;
	for (const cash of columns(world, manufacturer).cash) lent += cash;
	for (const cash of columns(world, serviceFirm).cash) lent += cash;
	columns(world, accounts).bank[0] = -lent;
}
