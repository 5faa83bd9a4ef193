// Everything that passes between a pool and its workers.

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

/** What a worker answers to. */
export interface WorkerCalls {
	/** Carries out one run; `progress[slot]` holds the ticks done, so that watching costs no message. */
	run(spec: RunSpec, progress: Int32Array, slot: number): RunResult;
}
