// Worker threads of Node.

import { availableParallelism } from "node:os";
import { parentPort, Worker } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import type { Connection, MessageEndpoint } from "../../engine/experiment/protocol.js";
import type { Threads } from "../../engine/experiment/simulate.js";

/** Threads inherit the options of the process, and Node refuses to load their file where text in place of a file was to be run. */
const ofText = process.execArgv.some((option) => option.startsWith("--input-type"));

/** A thread that loads the worker entry at `href`. */
export function spawnThread(href: string): Connection {
	const worker = new Worker(new URL(href), ofText ? { execArgv: [] } : {});
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

/** Where a worker thread answers who started it. @throws Error on the main thread */
export function ownEndpoint(): MessageEndpoint {
	if (!parentPort) throw new Error("serve() is called in a worker thread's entry: this is the main thread");
	return nodeEndpoint(parentPort);
}

export const threads: Threads = { spawn: spawnThread, cores: availableParallelism() };
