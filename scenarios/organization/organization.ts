// An organization: the module of each maker and the boundary functions between modules, which a run can take on at any tick (MODEL §6).

import { type Channel, channels, type EcosystemParameters } from "../../agents/parameters.js";
import type { Intervention } from "../../engine/schedule/intervention.js";
import { groupBy, listStages } from "../bill-of-materials.js";
import { leverOf } from "../levers.js";
import type { Scenario, ScenarioInput } from "../schema.js";

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

/** As one reads and writes it: names of makers by module, and boundary functions by channel. */
export interface OrganizationInWords {
	readonly modules: readonly (readonly string[])[];
	readonly boundaries: Readonly<Partial<Record<Channel, Readonly<Record<string, number>>>>>;
}

export function organizationInWords(
	scenario: Scenario,
	{ moduleOf, boundaries }: Organization,
): OrganizationInWords {
	const members = groupBy([...listStages(scenario).entries()], ([i]) => moduleOf[i]);
	const modules = [...members.keys()].sort((a, b) => a - b);
	const given = Object.entries(boundaries);
	return {
		modules: modules.map((m) => (members.get(m) ?? []).map(([, { name }]) => name)),
		boundaries: Object.fromEntries(
			channels.flatMap((channel) => {
				const own = given.filter(([name]) => name.startsWith(channel));
				const named = own.map(([name, value]) => [name.slice(channel.length).toLowerCase(), value]);
				return own.length > 0 ? [[channel, Object.fromEntries(named)]] : [];
			}),
		),
	};
}

/** The boundaries of a scenario, as written or as resolved, with what an organization says of them. */
export const withBoundaries = <T extends ScenarioInput["boundaries"]>(
	written: T,
	{ boundaries }: OrganizationInWords,
): T => ({
	...written,
	...Object.fromEntries(
		Object.entries(boundaries).map(([channel, parts]) => [
			channel,
			{ ...written?.[channel as Channel], ...parts },
		]),
	),
});

/** The scenario that starts with this organization. */
export function withOrganization(scenario: Scenario, organization: Organization): Scenario {
	const found = organizationInWords(scenario, organization);
	const members = found.modules.map((names) => [...names]);
	return {
		...scenario,
		modules: { ...scenario.modules, size: 1, kind: "blocks", members },
		boundaries: withBoundaries(scenario.boundaries, found),
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
