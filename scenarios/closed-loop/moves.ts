// What the closed loop may change: each hypothesis as changes of the world as it stands.

import type { Hypothesis } from "../../agents/closed-loop.js";
import { manufacturer } from "../../agents/manufacturer.js";
import { channels, type EcosystemParameters } from "../../agents/parameters.js";
import { settings } from "../../agents/settings.js";
import type { Change } from "../../engine/schedule/controller.js";
import { columns, type World } from "../../engine/world/world.js";
import { partition } from "../../optimizers/partition/partition.js";
import { leverOf } from "../levers.js";
import { type Flows, flowGraph } from "../organization/flows.js";
import { organizationInterventions } from "../organization/organization.js";

/** Of x0, by which all borders are opened or closed; by which the rates of search are multiplied. */
const STEP = 0.25;
const FACTOR = 2;

/** The changes that make a hypothesis true; none where it is already. Modules are cut from the flows. */
export function changesOf(
	hypothesis: Hypothesis,
	world: World,
	parameters: EcosystemParameters,
	flows: Flows,
): readonly Change[] {
	switch (hypothesis) {
		case "keep":
			return [];
		case "modules":
			return modules(world, parameters, flows, 1);
		case "largerModules":
			return modules(world, parameters, flows, 0.5);
		case "smallerModules":
			return modules(world, parameters, flows, 2);
		case "openBorders":
			return moveBorders(world, -STEP);
		case "closeBorders":
			return moveBorders(world, STEP);
		case "moreSearch":
			return search(world, FACTOR);
		case "lessSearch":
			return search(world, 1 / FACTOR);
	}
}

/** The partition of largest J, with kappa of the overhead times `factor`. */
function modules(
	world: World,
	parameters: EcosystemParameters,
	flows: Flows,
	factor: number,
): readonly Change[] {
	const { moduleOverhead, overheadPower, wage } = columns(world, settings);
	const { moduleOf } = partition({
		...flowGraph(parameters, flows),
		objective: { kappa: factor * moduleOverhead[0] * wage[0], beta: overheadPower[0] },
		effort: 0,
	});
	if (areSame(columns(world, manufacturer).module, moduleOf)) return [];
	const organization = { moduleOf, boundaries: {} };
	return organizationInterventions(organization, 0).map(({ target, value }) => ({ target, value }));
}

/** Whether two partitions put the same makers together, whatever they call their modules. */
function areSame(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
	const named = new Map<number, number>();
	const taken = new Set<number>();
	for (let i = 0; i < one.length; i++) {
		const name = named.get(one[i]);
		if (name === undefined && taken.has(other[i])) return false;
		if (name !== undefined && name !== other[i]) return false;
		named.set(one[i], other[i]);
		taken.add(other[i]);
	}
	return true;
}

/** Borders that open or close at x0 of a quarter less or more; where boundary functions are off, opening turns them on. */
function moveBorders(world: World, by: number): readonly Change[] {
	const now = columns(world, settings);
	if (now.boundariesOn[0] === 0) return by < 0 ? [{ target: "settings.boundariesOn", value: 1 }] : [];
	return channels.flatMap((channel) => {
		const { name, low, high } = leverOf(`${channel}Middle`);
		const before = now[`${channel}Middle`][0] ?? 0;
		const value = Math.max(low, Math.min(high, before + by));
		return value === before ? [] : [{ target: `settings.${name}`, value }];
	});
}

function search(world: World, factor: number): readonly Change[] {
	const { innovation, innovationBudget } = columns(world, settings);
	const before = innovationBudget[0] ?? 0;
	const value = Math.min(leverOf("innovationBudget").high, before * factor);
	return innovation[0] === 0 || value === before ? [] : [{ target: "settings.innovationBudget", value }];
}
