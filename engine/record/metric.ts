// A metric: numbers summed over a table after each tick. It observes and never changes.

import type { World } from "../world/world.js";

export interface Metric {
	readonly name: string;
	readonly unit: string;
	readonly about: string;
	/** The table over whose rows it sums. */
	readonly over: string;
	/**
	 * Name of a phase over the same table: the metric then looks at each range of rows as soon as that phase's steps have run
	 * on it, while it is in cache, and may read these rows and what the phase does not change. Left out, it looks when
	 * all phases are done and may read anything.
	 */
	readonly after?: string;
	/** It looks at ticks 0, every, 2·every, …, and what it saw stands until it looks again; each tick if left out. */
	readonly every?: number;
	/** What its numbers are called; one unnamed number if left out. */
	readonly labels?: readonly string[];
	/** What the sums are divided by when recorded: 100 makes $ of whole cents. */
	readonly divisor?: number;
	/** Add what rows [from, to) contribute to `out` (one element per label, at first 0). */
	observe(world: World, from: number, to: number, tick: number, out: Float64Array): void;
}
