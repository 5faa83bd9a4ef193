// The graph that modules are cut from: what two makers save in each tick by being in one module (w of MODEL §6.1).

import type { EcosystemParameters } from "../../agents/parameters.js";
import type { Edges } from "../../optimizers/partition/edges.js";

/** What went between makers, in the mean of some ticks. */
export interface Flows {
	/** Ends of each arc, and the value of what was bought over it, cents per tick. */
	readonly buyers: ArrayLike<number>;
	readonly suppliers: ArrayLike<number>;
	readonly values: ArrayLike<number>;
	/** Hours that each maker lacked and had left over, tick by tick; none where they are not known. */
	readonly short: readonly ArrayLike<number>[];
	readonly idle: readonly ArrayLike<number>[];
}

/** Above so many makers hours are pooled along arcs alone: pairs grow with their square. */
const MOST_IN_PAIRS = 500;

/** The flows that a scenario's demand makes, every maker serving it; of hours nothing is known. */
export function expectedFlows({ stages, arcs }: EcosystemParameters): Flows {
	const contracts = arcs.filter(({ alternativeTo }) => alternativeTo === undefined);
	return {
		buyers: contracts.map(({ buyer }) => buyer),
		suppliers: contracts.map(({ supplier }) => supplier),
		values: contracts.map(
			({ buyer, supplier, quantity, share }) =>
				stages[buyer].mean * quantity * share * stages[supplier].price,
		),
		short: [],
		idle: [],
	};
}

/**
 * w_ij = tau_material · value from j to i + message + ½ · wage · mean of min(short_i, idle_j) over the ticks, cents per tick, a
 * directed edge from buyer to supplier, or from who is short to who is idle. Taxes count where boundary functions are off, too: J
 * only proposes, and its kappa is tuned.
 */
export function flowGraph({ stages, scalars }: EcosystemParameters, flows: Flows): Required<Edges> {
	const { buyers, suppliers, values, short, idle } = flows;
	const { materialTax, informationTax, wage } = scalars;
	const makers = stages.length;
	const pooled = (i: number, j: number) => {
		let hours = 0;
		for (let t = 0; t < short.length; t++) hours += Math.min(short[t][i], idle[t][j]);
		return short.length > 0 ? (0.5 * wage * hours) / short.length : 0;
	};
	const sources: number[] = [];
	const targets: number[] = [];
	const weights: number[] = [];
	const link = (source: number, target: number, weight: number) => {
		if (source === target || weight === 0) return;
		sources.push(source);
		targets.push(target);
		weights.push(weight);
	};
	const inPairs = makers <= MOST_IN_PAIRS;
	for (let e = 0; e < values.length; e++) {
		link(buyers[e], suppliers[e], materialTax * values[e] + (values[e] > 0 ? informationTax : 0));
		if (inPairs) continue;
		link(buyers[e], suppliers[e], pooled(buyers[e], suppliers[e]));
		link(suppliers[e], buyers[e], pooled(suppliers[e], buyers[e]));
	}
	for (let i = 0; inPairs && i < makers; i++) for (let j = 0; j < makers; j++) link(i, j, pooled(i, j));
	return { nodeCount: makers, sources, targets, weights, directed: true };
}
