// One run as data, and what comes back from it.

import type { Outcome, Recording } from "../record/recording.js";
import type { Intervention } from "../schedule/intervention.js";
import type { Model } from "../schedule/model.js";

/** A run is a pure function of this. `parameters` is plain data for the model of that name. */
export interface RunSpec {
	readonly model: string;
	readonly parameters: unknown;
	readonly seed: string;
	readonly replication: number;
	readonly ticks: number;
	readonly interventions?: readonly Intervention[];
}

export interface RunResult {
	readonly hash: string;
	readonly recording: Recording;
	/** What the model's controller did: the run is its spec and these. */
	readonly interventions: readonly Intervention[];
	readonly outcomes: readonly Outcome[];
	/** Conservation residuals by name; 0 means that nothing leaked. */
	readonly audit: Readonly<Record<string, number>>;
	/** Rows of all populations and networks that phases step over, for throughput figures. */
	readonly agents: number;
}

/** The models that a worker knows: a static list, found by the name that each bears. */
// biome-ignore lint/suspicious/noExplicitAny: each model has parameters of its own
export type Registry = Readonly<Record<string, Model<any>>>;

/** Replication 0 is the seed itself, so that `simulate` and a study of one run agree. */
export function replicationSeed(seed: string, replication: number): string {
	return replication === 0 ? seed : `${seed}/${replication}`;
}
