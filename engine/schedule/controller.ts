// A controller: changes a world from inside the run, between two ticks, by how it stands and what was recorded of it.

import type { Metric } from "../record/metric.js";
import type { Recording } from "../record/recording.js";
import type { World } from "../world/world.js";
import { type Agenda, agendaOf, checkInterventions, type Intervention, intervene } from "./intervention.js";
import { type Aside, type Rehearsal, rehearsalOf } from "./rehearsal.js";
import type { Team } from "./team.js";

/**
 * Asked before every tick, the first too, while the other threads of the team wait, or rehearse with it. It changes neither world nor recording, and
 * remembers nothing that does not follow from them: its state stands in the world, written by the changes that it returns
 * like all else. These are logged, so that a run is its spec and its log.
 */
export type Controller = (
	world: World,
	tick: number,
	recording: Recording,
	rehearsal: Rehearsal,
) => readonly Change[];

/** An intervention before the next tick. */
export type Change = Pick<Intervention, "target" | "value">;

/** What changes a run from outside, and what has changed it from inside. */
export interface Steering {
	readonly agenda: Agenda;
	readonly controller: Controller | undefined;
	/** What it records when it rehearses. */
	readonly rehearsed: readonly Metric[];
	/** What the controller did. */
	readonly log: Intervention[];
}

/**
 * Before tick `tick`: first what stands in the agenda, then what the controller makes of it.
 * @throws RangeError for a change that the world cannot take
 */
export function steer(
	{ agenda, controller, rehearsed, log }: Steering,
	world: World,
	recording: Recording,
	tick: number,
	team: Team,
	aside: Aside | undefined,
) {
	intervene(world, agenda, tick);
	if (!controller || !aside) return;
	const rehearsal = rehearsalOf(aside, rehearsed, team);
	const changes = controller(world, tick, recording, rehearsal).map((change) => ({ tick, ...change }));
	if (changes.length === 0) return;
	checkInterventions(world, changes);
	intervene(world, agendaOf(changes), tick);
	for (const change of changes) log.push(change);
}
