// A team: the threads that step one world together. They meet at barriers and claim work through a few shared words.

import { newBuffer } from "../world/block.js";

/** Words of the control block, each on cache lines of its own. */
const LINE = 32;
const WORD = {
	/** Tasks claimed since the run began, failed claims too; never reset. */
	claimed: 0,
	arrived: LINE,
	generation: 2 * LINE,
	sleepers: 3 * LINE,
	stopped: 4 * LINE,
	/** Ticks done. */
	done: 5 * LINE,
	/** Somebody outside asks for a copy of the state. */
	wanted: 6 * LINE,
	/** The tick before which all wait for their leader, one more than it is: 0 for none. */
	hold: 7 * LINE,
	/** The tick to which the leader calls all to rehearse, 0 for back to the run. */
	aside: 8 * LINE,
	/** The stage, counted from 1 over all, in which a step of a rehearsal has failed. */
	failed: 9 * LINE,
	tasks: 10 * LINE,
} as const;

/** Looks at the generation before sleep: about 10 µs. With more threads than cores the one waited for needs the core. */
const PATIENT = 4000;
const CROWDED = 20;

/** Thrown where a member stops because another has failed. */
export class Stopped extends Error {}

/** The control block of a team of so many members. Shared memory where there is any; a team of one needs none. */
export function newControl(members: number): Int32Array {
	return new Int32Array(newBuffer((WORD.tasks + members * LINE) * Int32Array.BYTES_PER_ELEMENT));
}

/** End the team from outside: whoever waits wakes and stops, whoever works stops at the next barrier. */
export function stop(control: Int32Array): void {
	Atomics.store(control, WORD.stopped, 1);
	Atomics.add(control, WORD.generation, 1);
	Atomics.notify(control, WORD.generation);
}

/** Ticks that the team has done. */
export const ticksDone = (control: Int32Array): number => Atomics.load(control, WORD.done);

/** Tasks that a member has done. */
export const tasksDone = (control: Int32Array, member: number): number =>
	Atomics.load(control, WORD.tasks + member * LINE);

/** Ask the leader for a copy of the state at the end of the tick under way. */
export function askForCheckpoint(control: Int32Array): void {
	Atomics.store(control, WORD.wanted, 1);
}

export interface TeamPlace {
	/** 0 for the leader. */
	readonly member: number;
	readonly members: number;
	/** Threads that can run at once. */
	readonly cores: number;
}

/** One member's side.  */
export class Team {
	readonly #control: Int32Array;
	readonly #member: number;
	readonly #members: number;
	readonly #patience: number;
	/** Claims before the stage under way. */
	#base = 0;
	/** Stages finished. */
	#stages = 0;

	constructor(control: Int32Array, { member, members, cores }: TeamPlace) {
		this.#control = control;
		this.#member = member;
		this.#members = members;
		this.#patience = members > cores ? CROWDED : PATIENT;
	}

	/** The next task of the stage that nobody has yet claimed; a number past the last one when there is none. */
	claim(): number {
		return (Atomics.add(this.#control, WORD.claimed, 1) - this.#base) | 0;
	}

	/** Wait until all have finished a stage of so many tasks. @throws Stopped */
	finish(tasks: number, own: number): void {
		// Every member has claimed once in vain.
		this.#base = (this.#base + tasks + this.#members) | 0;
		Atomics.add(this.#control, WORD.tasks + this.#member * LINE, own);
		this.#stages = (this.#stages + 1) | 0;
		this.meet();
	}

	/** A step of the stage under way has failed. */
	fail(): void {
		Atomics.store(this.#control, WORD.failed, (this.#stages + 1) | 0);
	}

	/** Whether one has in the stage that was finished last: not in the next, where others may already be. */
	failed(): boolean {
		return Atomics.load(this.#control, WORD.failed) === this.#stages;
	}

	/** The leader, before all meet: where to. */
	callAside(ticks: number): void {
		Atomics.store(this.#control, WORD.aside, ticks);
	}

	calledTo(): number {
		return Atomics.load(this.#control, WORD.aside);
	}

	/** The barrier: by arrivals and generations, a bounded spin, then sleep. @throws Stopped */
	meet(): void {
		const control = this.#control;
		const generation = Atomics.load(control, WORD.generation);
		if (Atomics.add(control, WORD.arrived, 1) === this.#members - 1) {
			Atomics.store(control, WORD.arrived, 0);
			Atomics.add(control, WORD.generation, 1);
			if (Atomics.load(control, WORD.sleepers) > 0) Atomics.notify(control, WORD.generation);
		} else this.#await(generation);
		if (Atomics.load(control, WORD.stopped) !== 0) throw new Stopped("another thread of the team has failed");
	}

	#await(generation: number): void {
		const control = this.#control;
		for (let look = 0; look < this.#patience; look++)
			if (Atomics.load(control, WORD.generation) !== generation) return;
		Atomics.add(control, WORD.sleepers, 1);
		// Who arrives after the team was stopped finds nobody to wait for.
		while (Atomics.load(control, WORD.generation) === generation && Atomics.load(control, WORD.stopped) === 0)
			Atomics.wait(control, WORD.generation, generation);
		Atomics.sub(control, WORD.sleepers, 1);
	}

	/** The leader, before the last barrier of a tick: all wait for it before tick `tick`. */
	hold(tick: number): void {
		Atomics.store(this.#control, WORD.hold, tick + 1);
	}

	/** Whether the leader has something to do alone before this tick. */
	held(tick: number): boolean {
		return Atomics.load(this.#control, WORD.hold) === tick + 1;
	}

	/** Whether somebody asks for a copy of the state. */
	wished(): boolean {
		return Atomics.load(this.#control, WORD.wanted) !== 0;
	}

	/** The same, and the wish is then fulfilled. */
	takeWish(): boolean {
		return Atomics.exchange(this.#control, WORD.wanted, 0) !== 0;
	}

	/** Tell those who watch. */
	report(done: number): void {
		Atomics.store(this.#control, WORD.done, done);
	}
}
