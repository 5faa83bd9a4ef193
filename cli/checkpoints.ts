// Checkpoints of the runs under way: every so often, and once more before an interrupted command leaves.

import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, RunInPool } from "../engine/experiment/pool.js";
import type { RunSpec } from "../engine/experiment/run-spec.js";
import type { PlannedRun } from "./run-folder/manifest.js";
import { readSaved } from "./run-folder/saved.js";
import type { Store } from "./run-folder/store.js";

/** Seconds that a run goes on before its first checkpoint, and then to the next. */
const INTERVAL = 10;
/** Share of the time for which checkpoints may be under way where memory or disk are slow. */
const SHARE = 0.05;

interface UnderWay {
	readonly run: PlannedRun;
	/** Milliseconds: begun, or last written. */
	since: number;
	/** Whether there is a checkpoint to go on from. */
	kept: boolean;
	writing: Promise<void>;
}

export class Checkpoints {
	readonly #pool: Pick<Pool, "checkpoint">;
	readonly #store: Store;
	readonly #warn: (text: string) => void;
	readonly #underWay = new Map<RunSpec, UnderWay>();
	readonly #told = secondsTold();
	readonly #timer: NodeJS.Timeout;
	/** Milliseconds. */
	#interval = 1000 * (this.#told ?? INTERVAL);
	/** One is asked for and written at a time, so that the copies of many worlds do not fill the memory. */
	#asked: { readonly state: UnderWay; readonly at: number } | undefined;
	#warned = false;

	/** `warn` is told once when a checkpoint cannot be written; the runs go on. */
	constructor(pool: Pick<Pool, "checkpoint">, store: Store, warn: (text: string) => void) {
		this.#pool = pool;
		this.#store = store;
		this.#warn = warn;
		this.#timer = setInterval(() => this.#askNext(), this.#interval / 10).unref();
	}

	/** A run begins; where the last command left a checkpoint of it that can be used, from there. */
	begin(run: PlannedRun, usable: boolean): RunInPool {
		const state = { run, since: performance.now(), kept: usable, writing: Promise.resolve() };
		this.#underWay.set(run.spec, state);
		const keep = (pieces: readonly Uint8Array[], tick: number) => {
			state.writing = state.writing.then(() => this.#write(state, pieces, tick));
		};
		return usable ? { keep, from: readSaved(this.#store.folder, run) } : { keep };
	}

	/** A run has ended; resolves when nothing of it is being written any more. */
	async end({ spec }: PlannedRun): Promise<void> {
		const state = this.#underWay.get(spec);
		this.#underWay.delete(spec);
		if (this.#asked?.state === state) this.#asked = undefined;
		await state?.writing;
	}

	/** A last one of every run under way, if milliseconds allow. Returns how many runs can go on from one. */
	async last(milliseconds: number): Promise<number> {
		clearInterval(this.#timer);
		const begin = performance.now();
		const asked = new Set(this.#pool.checkpoint());
		const waiting = () => [...this.#underWay].some(([spec, { since }]) => asked.has(spec) && since < begin);
		while (waiting() && performance.now() - begin < milliseconds) await sleep(10);
		return [...this.#underWay.values()].filter(({ kept }) => kept).length;
	}

	/** No more of them; resolves when nothing is being written any more. */
	async stop(): Promise<void> {
		clearInterval(this.#timer);
		await Promise.all([...this.#underWay.values()].map(({ writing }) => writing));
	}

	#askNext(): void {
		if (this.#asked) return;
		const at = performance.now();
		const due = [...this.#underWay.values()].filter(({ since }) => at - since >= this.#interval);
		due.sort((a, b) => a.since - b.since);
		// One whose world is still being built cannot be asked.
		const state = due.find(({ run }) => this.#pool.checkpoint((spec) => spec === run.spec).length > 0);
		if (state) this.#asked = { state, at };
	}

	async #write(state: UnderWay, pieces: readonly Uint8Array[], tick: number): Promise<void> {
		try {
			await this.#store.checkpoint(state.run, pieces, tick);
			state.kept = true;
		} catch (error) {
			if (!this.#warned) this.#warn(`no checkpoint: ${(error as Error).message}; the runs go on`);
			this.#warned = true;
		}
		state.since = performance.now();
		if (this.#asked?.state !== state) return;
		if (!this.#told) this.#interval = Math.max(1000 * INTERVAL, (state.since - this.#asked.at) / SHARE);
		this.#asked = undefined;
	}
}

/** For tests, and for whoever knows better: neither more often nor less. */
function secondsTold(): number | undefined {
	const told = Number(process.env.FRACTWIN_CHECKPOINT_SECONDS);
	return told > 0 ? Math.min(told, 86_400) : undefined;
}
