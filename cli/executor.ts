// Worker threads for a pool.

import { openPool, type Pool } from "../engine/experiment/pool.js";
import { threads as platform } from "../scenarios/entry-node/threads.js";

const builtInModels = new URL("../scenarios/entry-node/worker.js", import.meta.url);

/** An explicit number of threads stands; `auto` is one per core. */
export function threadsFor(asked: number | "auto"): number {
	return asked === "auto" ? Math.max(1, platform.cores) : asked;
}

/**
 * A pool for so many runs: threads are dealt out among as many runs as can go on at once. With `auto` a thread that
 * gains nothing is not used.
 */
export function openThreads(asked: number | "auto", runs: number): Pool {
	const threads = threadsFor(asked);
	const lanes = Math.max(1, Math.min(threads, runs));
	const widths = Array.from({ length: lanes }, (_, lane) => Math.floor((threads + lane) / lanes)).reverse();
	const spawn = () => platform.spawn(builtInModels.href);
	return openPool({ spawn, lanes: widths, cores: platform.cores, spare: asked === "auto" });
}
