// What the built-in paths change, by dimension: all lead to the same state, in different orders.

import type { PathStep } from "./transformation-path.js";

type Target = Omit<PathStep, "at">;

/** Two years from the beginning of one dimension to that of the next, and for what ramps. [assumed] */
const SPAN = 104;

/** Where each dimension ends, and how long its levers take. */
const targets = {
	/** Digital twins, and the data that partners share through them. */
	twin: [
		{ lever: "lag", to: 1, over: 0 },
		{ lever: "noise", to: 0.05, over: 0 },
		{ lever: "coverage", to: 0.6, over: SPAN },
		{ lever: "sharingWeight", to: 0.9, over: SPAN },
	],
	service: [],
	cloud: [],
	modules: [],
} as const satisfies Readonly<Record<string, readonly Target[]>>;

export type Dimension = keyof typeof targets;

/** Dimensions one after the other, each from `SPAN` weeks after the one before. */
export const inTurn = (...dimensions: readonly Dimension[]): PathStep[] =>
	dimensions.flatMap((one, place) => targets[one].map((target) => ({ ...target, at: place * SPAN })));

/** All at the same time. */
export const atOnce = (...dimensions: readonly Dimension[]): PathStep[] =>
	dimensions.flatMap((one) => targets[one].map((target) => ({ ...target, at: 0 })));
