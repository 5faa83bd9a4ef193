// The worker's side: carries out the runs that a pool asks for.

import { type Endpoint, expose, transfer } from "comlink";
import type { MessageEndpoint, WorkerCalls } from "./protocol.js";
import { execute, type Registry, type RunResult } from "./run-spec.js";

/** Answer at `endpoint` for the models of `registry`. */
export function serve(registry: Registry, endpoint: MessageEndpoint): void {
	const calls: WorkerCalls = {
		run(spec, progress, slot) {
			const result = execute(registry, spec, (done) => Atomics.store(progress, slot, done));
			return transfer(result, buffersOf(result) as never);
		},
	};
	expose(calls, endpoint as unknown as Endpoint);
}

/** The memory that can move to the other thread in place of being copied. */
function buffersOf(result: RunResult): ArrayBuffer[] {
	const buffers = new Set<ArrayBuffer>();
	for (const { values } of result.recording.series)
		if (values.buffer instanceof ArrayBuffer) buffers.add(values.buffer);
	return [...buffers];
}
