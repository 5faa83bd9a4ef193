// Decisions read what their owner knows and what the twin believes, never the truth: the type says so.

import { links, type NetworkViews } from "../engine/network/network.js";
import type { Step } from "../engine/schedule/model.js";
import type { AgentKind, ColumnGroups, ColumnViews, NetworkKind } from "../engine/world/kind.js";
import type { World } from "../engine/world/world.js";

declare const knownOnly: unique symbol;
/** A world of which only what is known can be had: `columns` and `links` do not take it. */
export interface KnownWorld {
	readonly [knownOnly]: true;
}
type Known<G> = Exclude<keyof G, "hidden" | "sensor">;

/** Fixed, open and twin columns; the hidden ones and the sensors' are not there. */
export function known<G extends ColumnGroups>(
	world: KnownWorld,
	kind: AgentKind<G>,
): ColumnViews<G, Known<G>> {
	return (world as unknown as World).columns[kind.name] as unknown as ColumnViews<G, Known<G>>;
}

/** The same for the links of a network. */
export function knownLinks<G extends ColumnGroups>(
	world: KnownWorld,
	network: NetworkKind<G>,
): NetworkViews<Pick<G, Known<G>>> {
	return links(world as unknown as World, network) as unknown as NetworkViews<Pick<G, Known<G>>>;
}

export type Decision = (world: KnownWorld, from: number, to: number, tick: number) => void;

/** A decision as a step of the schedule. */
export const decides = (decision: Decision): Step => decision as unknown as Step;
