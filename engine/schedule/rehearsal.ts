// A rehearsal: a copy of the world goes ahead with all threads of its team, while the run itself waits.

import type { Metric } from "../record/metric.js";
import type { Recording } from "../record/recording.js";
import { setTick, tickOf, type World } from "../world/world.js";
import type { Plan } from "./plan.js";
import type { Team } from "./team.js";
import { workOn } from "./work-on.js";

/** Where rehearsals are held, as one thread of the team sees it. */
export interface Aside {
	readonly world: World;
	readonly plan: Plan;
}

/** What a controller has of it. */
export interface Rehearsal {
	/** Room for a copy: `fork(…, { into: world })` before each rehearsal. */
	readonly world: World;
	/** What is recorded, in this order. */
	readonly metrics: readonly Metric[];
	/**
	 * Take that world to tick `ticks`, into a recording that is so long; `onTick` sees it after every tick.
	 * @returns false where a step has failed: the world is then of no use.
	 */
	go(ticks: number, recording: Recording, onTick?: () => void): boolean;
}

/** The side of the leader, whose team waits for it. */
export function rehearsalOf(aside: Aside, metrics: readonly Metric[], team: Team): Rehearsal {
	return {
		world: aside.world,
		metrics,
		go(ticks, recording, onTick) {
			team.callAside(ticks);
			team.meet();
			const done = goAside(aside, ticks, team, (tick) => {
				aside.plan.partials.record(tick, recording);
				setTick(aside.world, tick + 1);
				onTick?.();
			});
			team.callAside(0);
			return done;
		},
	};
}

/** The side of the others: wait for the leader, and rehearse as often as it calls for that. */
export function attend(aside: Aside | undefined, team: Team): void {
	team.meet();
	for (let ticks = team.calledTo(); aside && ticks > 0; ticks = team.calledTo()) {
		goAside(aside, ticks, team);
		team.meet();
	}
}

/** As a run goes, but that a step that fails ends it for all, and nothing else. */
function goAside({ world, plan }: Aside, ticks: number, team: Team, lead?: (tick: number) => void): boolean {
	for (let tick = tickOf(world); tick < ticks; tick++) {
		for (const stage of plan.stages) {
			let own = 0;
			try {
				own = workOn(stage, world, tick, team);
			} catch {
				team.fail();
				while (team.claim() < stage.length);
			}
			team.finish(stage.length, own);
			if (team.failed()) return false;
		}
		lead?.(tick);
	}
	return true;
}
