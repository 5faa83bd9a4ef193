// An organization: the module of each maker and the boundary functions between modules, which a run can take on at any tick (MODEL §6).

import { type Channel, channels, type EcosystemParameters } from "../../agents/parameters.js";
import type { Intervention } from "../../engine/schedule/intervention.js";
import { leverOf } from "../levers.js";

/** Parameters of a boundary function, but for its tax, which is not ours to choose. */
const parts = ["Low", "High", "Slope", "Middle"] as const;
/** lo, hi, k or x0 of a channel, as the column of `settings` is called: materialLow. */
export type BoundaryName = `${Channel}${(typeof parts)[number]}`;
export const boundaryNames: readonly BoundaryName[] = channels.flatMap((channel) =>
	parts.map((part): BoundaryName => `${channel}${part}`),
);

export interface Organization {
	/** The module of each maker, from 0 to the number of makers less one. */
	readonly moduleOf: readonly number[];
	/** What is left out stays as it is. */
	readonly boundaries: Readonly<Partial<Record<BoundaryName, number>>>;
}

/** The values that a boundary parameter can have. */
export function boundaryRange(name: BoundaryName): { readonly low: number; readonly high: number } {
	const { low, high } = leverOf(name);
	return { low, high };
}

/** The organization that a scenario starts with; without boundaries where they are off. */
export function organizationOf({ stages, scalars }: EcosystemParameters): Organization {
	const boundaries = scalars.boundariesOn ? boundaryNames.map((name) => [name, scalars[name]]) : [];
	return {
		moduleOf: stages.map(({ module }) => module),
		boundaries: Object.fromEntries(boundaries),
	};
}

/** What makes a run have this organization from a tick on; at tick 0, from its start. */
export function organizationInterventions(
	{ moduleOf, boundaries }: Organization,
	tick: number,
): Intervention[] {
	return [
		// Else modules are cut anew in each tick.
		{ tick, target: "settings.moduleSize", value: 0 },
		...moduleOf.map((value, i) => ({ tick, target: `manufacturer.module[${i}]`, value })),
		...Object.entries(boundaries).map(([name, value]) => ({ tick, target: `settings.${name}`, value })),
	];
}
