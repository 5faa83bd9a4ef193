// From the written bill of materials to numbered stages: tiers, needs per end unit, cumulative costs.

import { rint } from "../engine/math/rint.js";
import { generateStages } from "./network.js";
import type { Scenario } from "./schema.js";

export type WrittenStage = Exclude<NonNullable<Scenario["stages"]>, number>[number];

/** The stages as a list: those of a network as generated; a number stands for a serial chain, from the customer up. */
export function listStages(scenario: Scenario): WrittenStage[] {
	const { network, stages = [] } = scenario;
	if (network) return generateStages(network, scenario);
	if (typeof stages !== "number") return stages;
	return Array.from({ length: stages }, (_, k) => ({
		name: `Stage ${k + 1}`,
		cost: 1,
		transportDays: 0,
		quality: 0.5,
		options: {},
		upstream: k + 1 < stages ? { [`Stage ${k + 2}`]: 1 } : {},
	}));
}

export interface NumberedArc {
	readonly buyer: number;
	readonly supplier: number;
	readonly quantity: number;
	/** Of the buyer's units that use it: 1, or less of an option. */
	readonly share: number;
}

/** Arcs in the order of the stages and of their written lists. */
export function numberArcs(stages: readonly WrittenStage[]): NumberedArc[] {
	const place = new Map(stages.map((stage, i) => [stage.name, i]));
	return stages.flatMap((stage, buyer) =>
		Object.entries(stage.upstream).map(([name, quantity]) => ({
			buyer,
			supplier: place.get(name) as number,
			quantity,
			// A part may be called toString.
			share: Object.hasOwn(stage.options, name) ? (stage.options[name] as number) : 1,
		})),
	);
}

/** Stages ordered so that buyers come before their suppliers (the bill of materials has no cycle). */
export function buyersFirst(count: number, arcs: readonly NumberedArc[]): number[] {
	const buyers = new Int32Array(count);
	const suppliers: number[][] = Array.from({ length: count }, () => []);
	for (const { buyer, supplier } of arcs) {
		buyers[supplier] = buyers[supplier] + 1;
		suppliers[buyer]?.push(supplier);
	}
	const order = [...buyers.keys()].filter((i) => buyers[i] === 0);
	for (let k = 0; k < order.length; k++)
		for (const supplier of suppliers[order[k]] ?? []) {
			buyers[supplier] = buyers[supplier] - 1;
			if (buyers[supplier] === 0) order.push(supplier);
		}
	return order;
}

/** Tier 1 serves customers alone; else one more than the highest tier that buys from it. */
export function tiers(count: number, arcs: readonly NumberedArc[], order: readonly number[]): number[] {
	const tier = new Array<number>(count).fill(1);
	const byBuyer = groupBy(arcs, (arc) => arc.buyer);
	for (const i of order)
		for (const { supplier } of byBuyer.get(i) ?? []) tier[supplier] = Math.max(tier[supplier], tier[i] + 1);
	return tier;
}

/** Cost of a unit with all that went into it, options by their share, in the unit of `own`; whole. */
export function cumulativeCosts(
	own: readonly number[],
	arcs: readonly NumberedArc[],
	order: readonly number[],
) {
	const cost = [...own];
	const byBuyer = groupBy(arcs, (arc) => arc.buyer);
	for (const i of [...order].reverse())
		for (const { supplier, quantity, share } of byBuyer.get(i) ?? [])
			cost[i] = cost[i] + rint(quantity * share * cost[supplier]);
	return cost;
}

/** Mean and variance of the orders a stage must expect, handed up from the end stages. */
export function expectedOrders(
	mean: readonly number[],
	variance: readonly number[],
	arcs: readonly NumberedArc[],
	order: readonly number[],
) {
	const means = [...mean];
	const variances = [...variance];
	const byBuyer = groupBy(arcs, (arc) => arc.buyer);
	for (const i of order)
		for (const { supplier, quantity, share } of byBuyer.get(i) ?? []) {
			// Each unit asks for an option or not, by itself.
			const spread = share * share * variances[i] + share * (1 - share) * means[i];
			means[supplier] = means[supplier] + quantity * share * means[i];
			variances[supplier] = variances[supplier] + quantity * quantity * spread;
		}
	return { means, variances };
}

/** Units that may be in stock, in work and on order at once where nothing is taken back, so that sums over buyers fit 32 bits. */
export const MOST_OPEN = 1 << 27;

/**
 * The same where orders can be taken back. Then a maker's stock takes in the swings of all who buy from it, however far down, each of twice
 * that many units; and its work those of all the ticks that it takes, at most `slowest`.
 */
export function mostReturnable(
	count: number,
	arcs: readonly NumberedArc[],
	order: readonly number[],
	slowest: number,
): number {
	const swings = expectedOrders(new Array(count).fill(1), new Array(count).fill(0), arcs, order).means;
	const most = swings.reduce((a, b) => Math.max(a, b), slowest);
	return Math.min(MOST_OPEN, Math.floor((1 << 29) / most));
}

export function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const item of items) {
		const list = groups.get(key(item));
		if (list) list.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
}
