// One stage of a tick, as one thread of a team works on it.

import { observe } from "../record/partials.js";
import type { World } from "../world/world.js";
import type { Stage } from "./plan.js";
import type { Team } from "./team.js";

/** Claim tasks until there are none. Returns how many. */
export function workOn(stage: Stage, world: World, tick: number, team: Team): number {
	let done = 0;
	for (let task = team.claim(); task < stage.length; task = team.claim(), done++)
		for (const { steps, looks, from, to } of stage[task]) {
			for (const step of steps) step(world, from, to, tick);
			for (const look of looks) observe(look, world, from, to, tick);
		}
	return done;
}
