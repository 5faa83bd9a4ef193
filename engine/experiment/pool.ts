// Runs in parallel: a queue of run specs and a fixed number of workers, one world per worker.

import { type Endpoint, type Remote, releaseProxy, wrap } from "comlink";
import { newBuffer } from "../world/block.js";
import type { Connection, WorkerCalls } from "./protocol.js";
import type { RunResult, RunSpec } from "./run-spec.js";

export interface Pool {
	/** Number of workers. */
	readonly size: number;
	/** Runs that each worker has finished. */
	readonly finished: readonly number[];
	/** Carry out one run as soon as a worker is free. Rejects when the run fails or its worker dies. */
	run(spec: RunSpec): Promise<RunResult>;
	/** Ticks done so far, with those of the runs under way. */
	ticksDone(): number;
	/** End the workers; what has not finished rejects. */
	close(): Promise<void>;
}

interface Lane {
	readonly slot: number;
	worker?: {
		readonly connection: Connection;
		readonly calls: Remote<WorkerCalls>;
	};
	/** Rejects the call under way. One reference in place of a race: a race would keep every result alive. */
	fail?: ((reason: Error) => void) | undefined;
}

interface Job {
	readonly spec: RunSpec;
	readonly resolve: (result: RunResult) => void;
	readonly reject: (reason: Error) => void;
}

/** A pool of `size` workers, each spawned when it is first needed, and again after a death. */
export function openPool(spawn: () => Connection, size: number): Pool {
	if (!Number.isSafeInteger(size) || size < 1)
		throw new RangeError(`a pool needs at least one worker, not ${size}`);
	const progress = new Int32Array(newBuffer(size * Int32Array.BYTES_PER_ELEMENT));
	const finished = new Array<number>(size).fill(0);
	const lanes: Lane[] = finished.map((_, slot) => ({ slot }));
	const idle = [...lanes].reverse();
	const queue: Job[] = [];
	let ticksFinished = 0;
	let closed = false;

	function hire(lane: Lane): Remote<WorkerCalls> {
		if (lane.worker) return lane.worker.calls;
		const connection = spawn();
		const calls = wrap<WorkerCalls>(connection.endpoint as unknown as Endpoint);
		lane.worker = { connection, calls };
		connection.died.then((reason) => {
			if (lane.worker?.connection !== connection) return;
			delete lane.worker;
			lane.fail?.(new Error(`a worker died (${reason.message})`, { cause: reason }));
		});
		return calls;
	}

	async function carryOut(lane: Lane, spec: RunSpec): Promise<RunResult> {
		try {
			return await new Promise<RunResult>((resolve, reject) => {
				lane.fail = reject;
				hire(lane).run(spec, progress, lane.slot).then(resolve, reject);
			});
		} catch (error) {
			const { replication, model, seed } = spec;
			const reason = error instanceof Error ? error.message : String(error);
			const during = `during replication ${replication} of model "${model}", seed "${seed}"`;
			throw new Error(`${reason} ${during}`, { cause: error });
		} finally {
			lane.fail = undefined;
		}
	}

	async function work(lane: Lane, { spec, resolve, reject }: Job): Promise<void> {
		try {
			const result = await carryOut(lane, spec);
			ticksFinished += spec.ticks;
			finished[lane.slot]++;
			resolve(result);
		} catch (error) {
			reject(error as Error);
		} finally {
			Atomics.store(progress, lane.slot, 0);
			idle.push(lane);
			handOut();
		}
	}

	function handOut(): void {
		while (!closed && idle.length > 0) {
			const job = queue.shift();
			if (!job) return;
			void work(idle.pop() as Lane, job);
		}
	}

	return {
		size,
		finished,
		run(spec) {
			if (closed) return Promise.reject(new Error("the pool is closed"));
			return new Promise((resolve, reject) => {
				queue.push({ spec, resolve, reject });
				handOut();
			});
		},
		ticksDone() {
			let ticks = ticksFinished;
			for (let slot = 0; slot < size; slot++) ticks += Atomics.load(progress, slot);
			return ticks;
		},
		async close() {
			closed = true;
			const reason = new Error("the pool was closed");
			for (const job of queue.splice(0)) job.reject(reason);
			const workers = lanes.flatMap((lane) => lane.worker ?? []);
			for (const lane of lanes) {
				delete lane.worker;
				lane.fail?.(reason);
			}
			for (const { calls } of workers) calls[releaseProxy]();
			await Promise.all(workers.map(({ connection }) => connection.close()));
		},
	};
}

/**
 * All runs of `specs`, at most `pool.size` at a time. `keep` sees each result as it finishes; what it
 * returns comes back in the order of the specs. After a failure no further run is begun, those under
 * way are kept, and then the first failure is thrown.
 */
export async function runAll<T>(
	pool: Pool,
	specs: readonly RunSpec[],
	keep: (result: RunResult, index: number) => T | Promise<T>,
): Promise<T[]> {
	const kept = new Array<T>(specs.length);
	const failures: unknown[] = [];
	let next = 0;
	async function takeTurns(): Promise<void> {
		while (next < specs.length && failures.length === 0) {
			const index = next++;
			try {
				kept[index] = await keep(await pool.run(specs[index] as RunSpec), index);
			} catch (error) {
				failures.push(error);
			}
		}
	}
	await Promise.all(Array.from({ length: Math.min(pool.size, specs.length) }, takeTurns));
	if (failures.length > 0) throw failures[0];
	return kept;
}
