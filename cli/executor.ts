// Worker threads for a pool.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { openPool, type Pool } from "../engine/experiment/pool.js";
import type { Connection } from "../engine/experiment/protocol.js";

const builtInModels = new URL("../scenarios/entry-node/worker.js", import.meta.url);

/** A thread that runs a worker entry: by default the one that knows the built-in models. */
export function spawnThread(entry: URL = builtInModels): Connection {
	const worker = new Worker(entry);
	const died = new Promise<Error>((resolve) => {
		worker.once("error", (error: unknown) =>
			resolve(error instanceof Error ? error : new Error(String(error))),
		);
		worker.once("messageerror", resolve);
		worker.once("exit", (code) => resolve(new Error(`exit code ${code}`)));
	});
	const close = async () => {
		await worker.terminate();
	};
	return { endpoint: nodeEndpoint(worker), died, close };
}

/** An explicit number of threads stands; `auto` is one per core, no more than there are runs. */
export function threadsFor(asked: number | "auto", runs: number): number {
	return asked === "auto" ? Math.max(1, Math.min(availableParallelism(), runs)) : asked;
}

/** A pool for so many runs: a thread without a run would only take memory. */
export function openThreads(threads: number, runs: number): Pool {
	return openPool(() => spawnThread(), Math.max(1, Math.min(threads, runs)));
}
