// The kinds of shock (MODEL §4.1): what each moves and how its sizes combine where shocks overlap.

import type { Scenario } from "./schema.js";

export interface ShockKind {
	/** The column that it moves, by place. */
	readonly moves: Readonly<Record<string, string>>;
	/** Whether a single stage or a tier is a place too: the column has a row for each maker. */
	readonly byStage: boolean;
	/** What `size` is, and its range. */
	readonly unit: string;
	readonly low: number;
	readonly high: number;
	/** The value that it makes of what would be there without it; `ticks` of a size in weeks. */
	readonly strike: (value: number, size: number, ticks: (weeks: number) => number) => number;
	/** Why it would change nothing in a scenario. */
	readonly idle?: (scenario: Scenario) => string | undefined;
}

const times = (value: number, size: number) => value * size;

const demand: ShockKind = {
	moves: { all: "settings.demandFactor" },
	byStage: false,
	...{ unit: "a factor", low: 0, high: 10 },
	strike: times,
};

const supply: ShockKind = {
	moves: { all: "manufacturer.capacityFactor" },
	byStage: true,
	...{ unit: "a factor", low: 0, high: 10 },
	strike: times,
	idle: ({ economics: { capacity, wage, laborShare }, returns }) =>
		capacity === null || wage === 0 || laborShare === 0 || returns
			? "hours of work limit nothing here, so that losing some changes nothing"
			: undefined,
};

const freight: ShockKind = {
	moves: { all: "settings.freightDelay" },
	byStage: false,
	...{ unit: "weeks", low: 0, high: 52 },
	strike: (value, size, ticks) => value + ticks(size),
	idle: ({ stages }) =>
		stages === 1 || (typeof stages !== "number" && stages.every(({ upstream }) => isEmpty(upstream)))
			? "nobody buys from another stage here, so that nothing travels"
			: undefined,
};

const isEmpty = (map: object) => Object.keys(map).length === 0;

export const shockKinds = { demand, supply, freight } as const satisfies Readonly<Record<string, ShockKind>>;

export type ShockKindName = keyof typeof shockKinds;
export const shockKindNames = Object.keys(shockKinds) as ShockKindName[];
