// The worker's side: carries out the runs that a pool asks for, alone or in a team.

import { type Endpoint, expose, transfer } from "comlink";
import { Stopped, stop, Team } from "../schedule/team.js";
import { recycle } from "../world/block.js";
import { tickOf } from "../world/world.js";
import { type Checkpoint, writeCheckpoint } from "./checkpoint.js";
import type { CheckpointMessage, MessageEndpoint, Place, WorkerCalls } from "./protocol.js";
import type { Registry, RunResult } from "./run-spec.js";
import { closeRun, joinRun, leadRun, openedOf, openRun, type Session } from "./session.js";

/** Answer at `endpoint` for the models of `registry`; `now` is the platform's clock, milliseconds. */
export function serve(registry: Registry, endpoint: MessageEndpoint, now: () => number): void {
	let session: Session | undefined;
	const keep = (checkpoint: Checkpoint) => {
		const pieces = writeCheckpoint(checkpoint);
		const message: CheckpointMessage = { checkpoint: pieces, tick: tickOf(checkpoint.world) };
		endpoint.postMessage(
			message,
			pieces.map(({ buffer }) => buffer),
		);
	};
	const calls: WorkerCalls = {
		open(spec, from) {
			session = openRun(registry, spec, from);
			return openedOf(session);
		},
		lead(place) {
			const led = session as Session;
			const began = now();
			const finished = inTeam(place, (team) => {
				leadRun(led, team, { keep });
				return true;
			});
			session = undefined;
			if (!finished) return undefined;
			const seconds = (now() - began) / 1000;
			const result = closeRun(led);
			recycle(led.begun.world);
			return transfer({ result, seconds }, buffersOf(result) as never);
		},
		join(spec, opened, place) {
			inTeam(place, (team) => joinRun(registry, spec, opened, team));
		},
	};
	expose(calls, endpoint as unknown as Endpoint);
}

/** Work in a team; whoever fails stops the others, and those who were stopped have nothing to tell. */
function inTeam<T>(place: Place, work: (team: Team) => T): T | undefined {
	try {
		return work(new Team(place.control, place));
	} catch (error) {
		if (error instanceof Stopped) return undefined;
		stop(place.control);
		throw error;
	}
}

/** The memory that can move to the other thread in place of being copied. */
function buffersOf(result: RunResult): ArrayBuffer[] {
	const buffers = new Set<ArrayBuffer>();
	for (const { values } of result.recording.series)
		if (values.buffer instanceof ArrayBuffer) buffers.add(values.buffer);
	return [...buffers];
}
