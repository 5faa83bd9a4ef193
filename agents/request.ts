// §4.7 Requests for design, data and recycling: counts, not customers, which the firms of a kind share.

import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";

/**
 * Ask for so many jobs of a kind in this tick, of them `ofOwners` for customers, who pay a firm its price. Who asks in a phase
 * before the services as a maker pays the kind's fee in `settings` for each when it settles.
 */
export function askFor(world: World, kind: number, jobs: number, ofOwners = 0): void {
	const { asked, askedByOwners } = columns(world, accounts);
	if (jobs > 0) Atomics.add(asked, kind, jobs);
	if (ofOwners > 0) Atomics.add(askedByOwners, kind, ofOwners);
}

/** The part of the jobs that falls to a firm; the parts sum to them, and who gets one more changes with the tick. */
export function partOf(jobs: number, place: number, firms: number, tick: number): number {
	return Math.floor((jobs + ((place + tick) % firms)) / firms);
}
