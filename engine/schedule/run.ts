// The one loop: tick by tick, stage by stage. Every thread of a team goes through it; its leader does what is done once.

import type { Recording } from "../record/recording.js";
import { setTick, tickOf, type World } from "../world/world.js";
import { type Steering, steer } from "./controller.js";
import type { Plan } from "./plan.js";
import { type Aside, attend } from "./rehearsal.js";
import type { Team } from "./team.js";
import { workOn } from "./work-on.js";

/** A run under way, as one thread of its team sees it. */
export interface Course {
	readonly world: World;
	readonly plan: Plan;
	/** Ticks in all. */
	readonly ticks: number;
	/** Where a run that has a controller rehearses. */
	readonly aside?: Aside | undefined;
}

/** What only the leader has. */
export interface Lead extends Steering {
	readonly recording: Recording;
	/** Called after every tick with the number of ticks done. */
	readonly onTick?: ((done: number) => void) | undefined;
	/** Called between two ticks, while all others wait, after somebody has asked for a checkpoint. */
	readonly keep?: (() => void) | undefined;
}

/** From the tick at which the world stands to the last. @throws Stopped when another thread of the team has failed */
export function work(course: Course, team: Team, lead?: Lead): void {
	const { world, plan, ticks, aside } = course;
	const { stages } = plan;
	const last = stages.length - 1;
	for (let tick = tickOf(world); tick < ticks; tick++) {
		for (let s = 0; s <= last; s++) {
			const own = workOn(stages[s], world, tick, team);
			// Decided before the barrier, so that all know of it behind it.
			if (lead && s === last && tick + 1 < ticks) decide(lead, team, tick + 1);
			team.finish(stages[s].length, own);
		}
		if (lead) {
			plan.partials.record(tick, lead.recording);
			setTick(world, tick + 1);
			team.report(tick + 1);
			lead.onTick?.(tick + 1);
		}
		if (tick + 1 < ticks && team.held(tick + 1)) {
			if (lead) {
				if (team.takeWish()) lead.keep?.();
				steer(lead, world, lead.recording, tick + 1, team, aside);
				team.meet();
			} else attend(aside, team);
		}
	}
}

function decide({ agenda, controller, keep }: Lead, team: Team, tick: number): void {
	if (controller || (keep && team.wished()) || agenda.has(tick)) team.hold(tick);
}
