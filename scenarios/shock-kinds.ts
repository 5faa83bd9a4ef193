// The kinds of shock (MODEL §4.1): what each moves and how its sizes combine where shocks overlap.

import { listStages } from "./bill-of-materials.js";
import type { Scenario } from "./schema.js";

/** What a shock moves, and how far. */
export interface Effect {
	readonly column: string;
	/** What `size` is, and its range. */
	readonly unit: string;
	readonly low: number;
	readonly high: number;
	/** The value that it makes of what would be there without it; `ticks` of a size in weeks. */
	readonly strike: (value: number, size: number, ticks: (weeks: number) => number) => number;
	/** Whether it stays when the shock is over. */
	readonly lasting?: true;
}

export interface ShockKind {
	/** By place. */
	readonly effects: Readonly<Record<string, Effect>>;
	/** Whether a single stage or a tier is a place too: the column of "all" has a row for each maker. */
	readonly byStage: boolean;
	/** Why it would change nothing in a scenario. */
	readonly idle?: (scenario: Scenario) => string | undefined;
}

const factorOf = (column: string): Effect => ({
	...{ column, unit: "a factor", low: 0, high: 10 },
	strike: (value, size) => value * size,
});

const demand: ShockKind = { effects: { all: factorOf("settings.demandFactor") }, byStage: false };

const supply: ShockKind = {
	effects: { all: factorOf("manufacturer.capacityFactor") },
	byStage: true,
	idle: ({ economics: { capacity, wage, laborShare }, returns }) =>
		capacity === null || wage === 0 || laborShare === 0 || returns
			? "hours of work limit nothing here, so that losing some changes nothing"
			: undefined,
};

const isEmpty = (map: object) => Object.keys(map).length === 0;
const freight: ShockKind = {
	effects: {
		all: {
			...{ column: "settings.freightDelay", unit: "weeks", low: 0, high: 52 },
			strike: (value, size, ticks) => value + ticks(size),
		},
	},
	byStage: false,
	idle: (scenario) =>
		scenario.stages === 1 ||
		(typeof scenario.stages !== "number" && listStages(scenario).every(({ upstream }) => isEmpty(upstream)))
			? "nobody buys from another stage here, so that nothing travels"
			: undefined,
};

const policy: ShockKind = {
	effects: {
		carbonPrice: {
			...{ column: "settings.carbonPrice", unit: "$ per t CO2e", low: 0, high: 1e5 },
			strike: (value, size) => value + size / 10,
		},
		twinSubsidy: {
			...{ column: "settings.twinSubsidy", unit: "a share", low: 0, high: 1 },
			strike: (value, size) => Math.min(1, value + size),
		},
	},
	byStage: false,
};

const technology: ShockKind = {
	effects: {
		all: {
			...{ column: "settings.technologyEpoch", unit: "epochs", low: 0, high: 100 },
			strike: (value, size) => value + Math.round(size),
			lasting: true,
		},
	},
	byStage: false,
	idle: ({ innovation }) => (innovation.on ? undefined : "nobody innovates here"),
};

export const shockKinds = { demand, supply, freight, policy, technology } as const satisfies Readonly<
	Record<string, ShockKind>
>;

export type ShockKindName = keyof typeof shockKinds;
export const shockKindNames = Object.keys(shockKinds) as ShockKindName[];

/** What a shock of this kind does at a place, which may still be no stage; undefined where the kind has no such place. */
export function effectAt(kind: ShockKindName, place: string): Effect | undefined {
	const { effects, byStage }: ShockKind = shockKinds[kind];
	return Object.hasOwn(effects, place) ? effects[place] : byStage ? effects.all : undefined;
}
