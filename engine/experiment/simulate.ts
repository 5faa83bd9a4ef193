// simulate: one run by whoever asks, here or across worker threads.

import type { Recording } from "../record/recording.js";
import type { Intervention } from "../schedule/intervention.js";
import { type RunOptions, run } from "../schedule/simulate.js";
import { hash as hashOf } from "../world/hash.js";
import { openPool, type WorkerCount } from "./pool.js";
import type { Connection } from "./protocol.js";

export interface SimulateOptions<P> extends Omit<RunOptions<P>, "onTick"> {
	/**
	 * Worker threads that step the world together: a number from 1 on, or "auto", which is one per core, and one where the world
	 * is too small to gain. They load `model.entry`; a model without one runs on the calling thread, and so does every
	 * model while this is left out. The result is the same, bit for bit.
	 */
	readonly threads?: number | "auto" | undefined;
}

export interface Simulated {
	readonly recording: Recording;
	/** What the model's controller did: the run is what was asked for and these. */
	readonly interventions: readonly Intervention[];
	/** Of the last state. */
	readonly hash: string;
	/** What each thread did. */
	readonly workers: readonly Pick<WorkerCount, "shards">[];
}

/** What a platform with threads gives. */
export interface Threads {
	/** Start a thread that loads the module at `href`. */
	spawn(href: string): Connection;
	readonly cores: number;
}

/**
 * Build a world, run it, and give what was recorded with the hash of the last state.
 * @throws RangeError for ticks or threads that are no count, or interventions that the world cannot take.
 */
export type Simulate = <P>(options: SimulateOptions<P>) => Promise<Simulated>;

/** `simulate` on a platform; without threads all runs are carried out by who calls. */
export function simulateWith(platform?: Threads): Simulate {
	return async (options) => {
		const { model, parameters, seed, ticks, interventions, threads } = options;
		if (threads !== undefined && threads !== "auto" && !(Number.isSafeInteger(threads) && threads >= 1))
			throw new RangeError(`threads must be a whole number from 1 on, or "auto", not ${threads}`);
		const entry = model.entry?.href;
		if (threads === undefined || entry === undefined || !platform) {
			const { world, recording, interventions: log, shards } = run(options);
			return { recording, interventions: log, hash: hashOf(world), workers: [{ shards }] };
		}
		const { cores } = platform;
		const pool = openPool({
			spawn: () => platform.spawn(entry),
			lanes: [threads === "auto" ? cores : threads],
			cores,
			spare: threads === "auto",
		});
		try {
			const spec = { model: model.name, parameters, seed, replication: 0, ticks };
			const result = await pool.run(interventions ? { ...spec, interventions } : spec);
			const { recording, hash, interventions: log } = result;
			return { recording, interventions: log, hash, workers: pool.workers().filter(({ runs }) => runs > 0) };
		} finally {
			await pool.close();
		}
	};
}

/** Where there are no threads: on the thread that calls. */
export const simulate: Simulate = simulateWith();
