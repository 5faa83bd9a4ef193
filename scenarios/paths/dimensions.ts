// What the built-in paths change, by dimension: all lead to the same state, in different orders.

import type { PathStep } from "./transformation-path.js";

/** Where a lever goes; `after` and `over` in spans of the path. */
interface Target {
	readonly lever: string;
	readonly to: number | string;
	readonly after: number;
	readonly over: number;
}

/** Weeks in which a dimension is changed: two years, or half a year in a hurry. [assumed] */
const SPAN = 104;
const HURRY = 26;

const targets = {
	/** Digital twins, and the data that partners share through them. */
	twin: [
		{ lever: "lag", to: 1, after: 0, over: 0 },
		{ lever: "noise", to: 0.05, after: 0, over: 0 },
		{ lever: "coverage", to: 0.6, after: 0, over: 1 },
		{ lever: "sharingWeight", to: 0.9, after: 0, over: 1 },
		{ lever: "market", to: "buyer", after: 0.5, over: 0 },
		{ lever: "closedLoop", to: "on", after: 0.5, over: 0 },
		{ lever: "usePrediction", to: "on", after: 0.75, over: 0 },
	],
	/** Services with every machine, then upkeep under contract for half of the sellers, and how a repairer is found. */
	service: [
		{ lever: "servitization", to: 1.5, after: 0, over: 1 },
		{ lever: "serviceMode", to: "onDemand", after: 0.25, over: 0 },
		{ lever: "serviceMode", to: "customerOriented", after: 0.5, over: 0 },
		{ lever: "serviceMode", to: "serviceOriented", after: 0.75, over: 0 },
	],
	/** How far capacity is pooled: beyond modules only through borders that are open. */
	cloud: [
		{ lever: "cloud", to: "connected", after: 0, over: 0 },
		{ lever: "boundaries", to: "open", after: 0.25, over: 0 },
		{ lever: "cloud", to: "pooledModule", after: 0.25, over: 0 },
		{ lever: "cloud", to: "pooledCluster", after: 0.5, over: 0 },
		{ lever: "cloud", to: "pooledNetwork", after: 0.75, over: 0 },
	],
	/** Modules, what their planning and their borders' openness are, and the search that they leave room for. */
	modules: [
		{ lever: "moduleSize", to: 8, after: 0, over: 0 },
		{ lever: "planning", to: "greedy", after: 0.25, over: 0 },
		{ lever: "innovationBudget", to: 2, after: 0.5, over: 0.5 },
	],
	/** What changes itself from then on: modules, their borders, the search. A shock to supply is seen by hours at work alone. */
	loop: [
		{ lever: "senseCapacity", to: "on", after: 0, over: 0 },
		{ lever: "boundaries", to: "open", after: 0, over: 0 },
		{ lever: "systemLoop", to: "on", after: 0, over: 0 },
	],
} as const satisfies Readonly<Record<string, readonly Target[]>>;

export type Dimension = keyof typeof targets;

const change = (dimension: Dimension, at: number, span: number): PathStep[] =>
	targets[dimension].map(({ lever, to, after, over }) => ({
		...{ lever, to },
		...{ at: at + after * span, over: over * span },
	}));

/** One after the other, each begins where the one before ends. */
export const inTurn = (...dimensions: readonly Dimension[]): PathStep[] =>
	dimensions.flatMap((one, place) => change(one, place * SPAN, SPAN));

/** All at the same time, in a hurry. */
export const atOnce = (...dimensions: readonly Dimension[]): PathStep[] =>
	dimensions.flatMap((one) => change(one, 0, HURRY));

/** One after the other, in a hurry. */
export const inHurry = (...dimensions: readonly Dimension[]): PathStep[] =>
	dimensions.flatMap((one, place) => change(one, place * HURRY, HURRY));
