// One run as data, and what comes back from it.

import type { Outcome, Recording } from "../record/recording.js";
import type { Model } from "../schedule/model.js";
import { run } from "../schedule/simulate.js";
import { hash } from "../world/hash.js";

/** A run is a pure function of this. `parameters` is plain data for the model of that name. */
export interface RunSpec {
	readonly model: string;
	readonly parameters: unknown;
	readonly seed: string;
	readonly replication: number;
	readonly ticks: number;
}

export interface RunResult {
	readonly hash: string;
	readonly recording: Recording;
	readonly outcomes: readonly Outcome[];
	/** Conservation residuals by name; 0 means that nothing leaked. */
	readonly audit: Readonly<Record<string, number>>;
	/** Rows of all populations and networks that phases step over, for throughput figures. */
	readonly agents: number;
}

/** Models by name: a static list, so that a worker can find what a spec names. */
// biome-ignore lint/suspicious/noExplicitAny: each model has parameters of its own
export type Registry = Readonly<Record<string, Model<any>>>;

/** Replication 0 is the seed itself, so that `simulate` and a study of one run agree. */
export function replicationSeed(seed: string, replication: number): string {
	return replication === 0 ? seed : `${seed}/${replication}`;
}

/** Carry out one run. @throws RangeError for a model that the registry does not hold. */
export function execute(registry: Registry, spec: RunSpec, onTick?: (done: number) => void): RunResult {
	const model = registry[spec.model];
	if (!model) throw new RangeError(`no model "${spec.model}" in this worker`);
	const seed = replicationSeed(spec.seed, spec.replication);
	const { world, recording } = run({
		model,
		parameters: spec.parameters,
		seed,
		ticks: spec.ticks,
		...(onTick && { onTick }),
	});
	const tables = new Set(model.phases.map((phase) => phase.over));
	let agents = 0;
	for (const table of tables) agents += world.rows[table];
	return {
		hash: hash(world),
		recording,
		outcomes: model.outcomes?.(recording, spec.parameters) ?? [],
		audit: model.audit?.(world) ?? {},
		agents,
	};
}
