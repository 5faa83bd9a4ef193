// A run in a worker: its leader opens it and carries it out, the others of its team join.

import type { Metric } from "../record/metric.js";
import type { Model } from "../schedule/model.js";
import { planOf } from "../schedule/plan.js";
import { work } from "../schedule/run.js";
import { type Begun, begin, rehearsedBy, withDerived } from "../schedule/simulate.js";
import { newControl, Team } from "../schedule/team.js";
import { hash } from "../world/hash.js";
import { openWorld, shareWorld, tickOf } from "../world/world.js";
import { type Checkpoint, readCheckpoint, runWord } from "./checkpoint.js";
import type { Opened } from "./protocol.js";
import { type Registry, type RunResult, type RunSpec, replicationSeed } from "./run-spec.js";

/** A run that waits for its team. */
export interface Session {
	readonly spec: RunSpec;
	readonly model: Model;
	readonly begun: Begun;
}

// biome-ignore lint/suspicious/noExplicitAny: each model has parameters of its own
function modelOf(registry: Registry, name: string): Model<any> {
	const model = Object.values(registry).find((one) => one.name === name);
	if (!model) throw new RangeError(`no model "${name}" in this worker`);
	return model;
}

/** @throws RangeError for a model that the registry does not hold, or bytes that are no checkpoint of this run. */
export function openRun(registry: Registry, spec: RunSpec, from?: Uint8Array): Session {
	const model = modelOf(registry, spec.model);
	const { parameters, ticks, interventions } = spec;
	const seed = replicationSeed(spec.seed, spec.replication);
	const saved = from && readCheckpoint(from, runWord(spec, model));
	return { spec, model, begun: begin({ model, parameters, seed, ticks, interventions }, saved) };
}

/** What others need to join. */
export function openedOf({ begun }: Session): Opened {
	const { world, partials, plan, aside } = begun;
	return {
		world: shareWorld(world),
		partials,
		aside: aside && { world: shareWorld(aside.world), partials: aside.partials },
		rowsPerStage: plan.rowsPerStage,
		tick: tickOf(world),
	};
}

/** Go through all its ticks, as the leader of the team. @throws Stopped */
export function leadRun(
	{ spec, model, begun }: Session,
	team: Team,
	watch: { onTick?: (done: number) => void; keep?: (checkpoint: Checkpoint) => void } = {},
): void {
	const { onTick, keep } = watch;
	work(begun, team, {
		...begun,
		onTick,
		keep: keep && (() => keep({ ...begun, run: runWord(spec, model) })),
	});
}

/** What a run that was carried out leaves behind. */
export function closeRun({ spec, model, begun }: Session): RunResult {
	const { world } = begun;
	const recording = withDerived(model, spec.parameters, begun.recording);
	const tables = new Set(model.phases.map((phase) => phase.over));
	let agents = 0;
	for (const table of tables) agents += world.rows[table];
	return {
		hash: hash(world),
		recording,
		interventions: begun.log,
		outcomes: model.outcomes?.(recording, spec.parameters, world) ?? [],
		audit: model.audit?.(world) ?? {},
		agents,
	};
}

/** Help to carry it out. */
export function joinRun(registry: Registry, spec: RunSpec, opened: Opened, team: Team): void {
	const model = modelOf(registry, spec.model);
	const metrics = model.metrics?.(spec.parameters) ?? [];
	const courseOf = (shared: Pick<Opened, "world" | "partials">, recorded: readonly Metric[]) => {
		const world = openWorld(shared.world);
		return { world, plan: planOf(world, model, recorded, shared.partials) };
	};
	const aside = opened.aside && courseOf(opened.aside, rehearsedBy(model, metrics));
	work({ ...courseOf(opened, metrics), ticks: spec.ticks, aside }, team);
}

/** Carry out one run on this thread alone. */
export function execute(registry: Registry, spec: RunSpec, onTick?: (done: number) => void): RunResult {
	const session = openRun(registry, spec);
	leadRun(session, new Team(newControl(1), { member: 0, members: 1, cores: 1 }), onTick && { onTick });
	return closeRun(session);
}
