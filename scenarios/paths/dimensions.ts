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
	],
	service: [],
	cloud: [],
	modules: [],
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
