// Everything that passes between a pool and its workers.

import type { TeamPlace } from "../schedule/team.js";
import type { Posted } from "../world/block.js";
import type { RunResult, RunSpec } from "./run-spec.js";

/** The part of a message port that is needed, the same for a web worker and, adapted, for a worker thread. */
export interface MessageEndpoint {
	postMessage(message: unknown, transfer?: readonly unknown[]): void;
	addEventListener(type: string, listener: (event: { data: unknown }) => void, options?: object): void;
	removeEventListener(type: string, listener: (event: { data: unknown }) => void, options?: object): void;
	start?(): void;
}

/** A worker as the pool sees it; the platform's side is injected. */
export interface Connection {
	readonly endpoint: MessageEndpoint;
	/** Resolves with the reason when the worker fails or ends. Its message reads well in brackets: "exit code 1". */
	readonly died: Promise<Error>;
	close(): void | Promise<void>;
}

/** A run opened by its leader, for the others of its team. */
export interface Opened {
	/** The world's memory. */
	readonly world: Posted;
	/** Where shards write what they contribute to metrics. */
	readonly partials: ArrayBufferLike;
	/** The same of the world with which its controller rehearses, where it has one. */
	readonly aside?: Pick<Opened, "world" | "partials"> | undefined;
	/** Rows that a stage steps over, on average: whether it pays to divide it. */
	readonly rowsPerStage: number;
	/** Ticks that a checkpoint brought along. */
	readonly tick: number;
}

/** A worker's place in a team. */
export interface Place extends TeamPlace {
	readonly control: Int32Array;
}

/** A run carried out, and how long its ticks took. */
export interface Led {
	readonly result: RunResult;
	readonly seconds: number;
}

/**
 * What a worker answers to. Each call ends without a value where the team was stopped. While it leads, a worker sends
 * a `CheckpointMessage` when the control block asks for one.
 */
export interface WorkerCalls {
	/** Build the world, or go on from a checkpoint's bytes; the run then waits for `lead`. */
	open(spec: RunSpec, from?: Uint8Array): Opened;
	/** Carry out the run that was opened. */
	lead(place: Place): Led | undefined;
	/** Help to carry out a run that another worker leads. */
	join(spec: RunSpec, opened: Opened, place: Place): void;
}

export interface CheckpointMessage {
	/** Its bytes, in pieces. */
	readonly checkpoint: readonly Uint8Array[];
	/** Ticks done. */
	readonly tick: number;
}
