// Runs in parallel: a queue of run specs and lanes of workers. A lane carries out one run at a time, with all its workers
// on the one world.

import { type Endpoint, type Remote, releaseProxy, wrap } from "comlink";
import { askForCheckpoint, newControl, tasksDone, ticksDone } from "../schedule/team.js";
import type { CheckpointMessage, Connection, WorkerCalls } from "./protocol.js";
import type { RunResult, RunSpec } from "./run-spec.js";

export interface PoolOptions {
	/** A worker's side of the platform. */
	spawn(): Connection;
	/** Workers of each lane. */
	readonly lanes: readonly number[];
	/** Threads that can run at once; as many as there are workers unless told. */
	readonly cores?: number;
	/** Let a run whose world is too small to gain by it have one worker only. */
	readonly spare?: boolean;
}

export interface RunInPool {
	/** A checkpoint to go on from. */
	readonly from?: Uint8Array | undefined;
	/** Takes the checkpoints that `Pool.checkpoint` asks for: bytes in pieces, and the ticks done. */
	readonly keep?: ((checkpoint: readonly Uint8Array[], tick: number) => void) | undefined;
}

/** What a worker has done so far: shards stepped, runs to which it belonged, and seconds that their ticks took. */
export interface WorkerCount {
	readonly shards: number;
	readonly runs: number;
	readonly seconds: number;
}

export interface Pool {
	/** Number of lanes: runs that go on at once. */
	readonly size: number;
	/** By worker, lane by lane. */
	workers(): readonly WorkerCount[];
	/** Carry out one run as soon as a lane is free. Rejects when the run fails or one of its workers dies. */
	run(spec: RunSpec, options?: RunInPool): Promise<RunResult>;
	/**
	 * Ask runs under way for a checkpoint at the end of their tick: all that have somebody to keep it, or of these the
	 * wanted. Returns those asked; one that comes to its end gives none.
	 */
	checkpoint(wanted?: (spec: RunSpec) => boolean): RunSpec[];
	/** Ticks done so far, with those of the runs under way, without those that checkpoints brought along. */
	ticksDone(): number;
	/** End the workers; what has not finished rejects. */
	close(): Promise<void>;
}

interface Hired {
	readonly connection: Connection;
	readonly calls: Remote<WorkerCalls>;
}

interface Lane {
	readonly workers: (Hired | undefined)[];
	readonly counts: { shards: number; runs: number; seconds: number }[];
	/** Of the run under way. */
	control: Int32Array;
	/** Ticks of it that a checkpoint brought along. */
	brought: number;
	keep?: RunInPool["keep"];
	/** Of the run under way, once it has been opened. */
	spec?: RunSpec | undefined;
	/** Rejects the run under way. One reference in place of a race: a race would keep every result alive. */
	fail?: ((reason: Error) => void) | undefined;
}

interface Job {
	readonly spec: RunSpec;
	readonly options: RunInPool;
	readonly resolve: (result: RunResult) => void;
	readonly reject: (reason: Error) => void;
}

/** From so many rows to a stage on, a second thread gains more than the barriers cost. */
const ROWS_WORTH_DIVIDING = 4000;

/** Workers are spawned when they are first needed, and again after a death. */
export function openPool({ spawn, lanes: widths, cores, spare = false }: PoolOptions): Pool {
	if (widths.length === 0 || widths.some((width) => !Number.isSafeInteger(width) || width < 1))
		throw new RangeError(`a pool needs lanes of at least one worker, not [${widths}]`);
	const all = widths.reduce((sum, width) => sum + width, 0);
	const lanes = widths.map(
		(width): Lane => ({
			workers: Array.from({ length: width }, () => undefined),
			counts: Array.from({ length: width }, () => ({ shards: 0, runs: 0, seconds: 0 })),
			control: newControl(1),
			brought: 0,
		}),
	);
	const idle = [...lanes].reverse();
	const queue: Job[] = [];
	let ticksFinished = 0;
	let closed = false;

	function hire(lane: Lane, member: number): Remote<WorkerCalls> {
		const hired = lane.workers[member];
		if (hired) return hired.calls;
		const connection = spawn();
		const calls = wrap<WorkerCalls>(connection.endpoint as unknown as Endpoint);
		lane.workers[member] = { connection, calls };
		connection.endpoint.addEventListener("message", ({ data }) => {
			const { checkpoint, tick } = (data ?? {}) as Partial<CheckpointMessage>;
			if (checkpoint && tick !== undefined) lane.keep?.(checkpoint, tick);
		});
		connection.died.then((reason) => {
			if (lane.workers[member]?.connection !== connection) return;
			dismiss(lane);
			lane.fail?.(new Error(`a worker died (${reason.message})`, { cause: reason }));
		});
		return calls;
	}

	/** After a death the whole team goes: what killed one may be about to kill another. */
	function dismiss(lane: Lane): void {
		const hired = lane.workers.flatMap((worker) => worker ?? []);
		lane.workers.fill(undefined);
		for (const { connection } of hired) void connection.close();
	}

	async function inTeam(lane: Lane, { spec, options }: Job): Promise<RunResult> {
		const leader = hire(lane, 0);
		const opened = await leader.open(spec, options.from);
		const small = opened.rowsPerStage < ROWS_WORTH_DIVIDING;
		const members = spare && small ? 1 : lane.workers.length;
		const control = newControl(members);
		lane.control = control;
		lane.brought = opened.tick;
		lane.spec = spec;
		const place = (member: number) => ({ control, member, members, cores: cores ?? all });
		const others = lane.workers
			.slice(1, members)
			.map((_, k) => hire(lane, k + 1).join(spec, opened, place(k + 1)));
		const [led] = await Promise.all([leader.lead(place(0)), ...others]);
		if (!led) throw new Error("the run was stopped");
		for (let m = 0; m < members; m++) {
			lane.counts[m].shards += tasksDone(control, m);
			lane.counts[m].runs++;
			lane.counts[m].seconds += led.seconds;
		}
		return led.result;
	}

	async function carryOut(lane: Lane, job: Job): Promise<RunResult> {
		try {
			return await new Promise<RunResult>((resolve, reject) => {
				lane.fail = reject;
				lane.keep = job.options.keep;
				inTeam(lane, job).then(resolve, reject);
			});
		} catch (error) {
			const { replication, model, seed } = job.spec;
			const reason = error instanceof Error ? error.message : String(error);
			const during = `during replication ${replication} of model "${model}", seed "${seed}"`;
			throw new Error(`${reason} ${during}`, { cause: error });
		} finally {
			lane.fail = undefined;
			lane.keep = undefined;
			lane.spec = undefined;
			lane.control = newControl(1);
		}
	}

	async function work(lane: Lane, job: Job): Promise<void> {
		try {
			const result = await carryOut(lane, job);
			ticksFinished += job.spec.ticks - lane.brought;
			job.resolve(result);
		} catch (error) {
			job.reject(error as Error);
		} finally {
			lane.brought = 0;
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
		size: lanes.length,
		workers: () => lanes.flatMap(({ counts }) => counts.map((count) => ({ ...count }))),
		run(spec, options = {}) {
			if (closed) return Promise.reject(new Error("the pool is closed"));
			return new Promise((resolve, reject) => {
				queue.push({ spec, options, resolve, reject });
				handOut();
			});
		},
		checkpoint(wanted = () => true) {
			return lanes.flatMap(({ control, keep, spec }) => {
				if (!keep || !spec || !wanted(spec)) return [];
				askForCheckpoint(control);
				return [spec];
			});
		},
		ticksDone: () =>
			lanes.reduce(
				(sum, { control, brought }) => sum + Math.max(0, ticksDone(control) - brought),
				ticksFinished,
			),
		async close() {
			closed = true;
			const reason = new Error("the pool was closed");
			for (const job of queue.splice(0)) job.reject(reason);
			const workers = lanes.flatMap((lane) => lane.workers.splice(0).flatMap((worker) => worker ?? []));
			for (const lane of lanes) lane.fail?.(reason);
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
	pool: Pick<Pool, "size" | "run">,
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
