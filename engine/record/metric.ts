// A metric: numbers summed over a table after each tick. It observes and never changes.

import type { World } from "../world/world.js";

export interface Metric {
	readonly name: string;
	readonly unit: string;
	readonly about: string;
	/** The table over whose rows it sums. */
	readonly over: string;
	/** What its numbers are called; one unnamed number if left out. */
	readonly labels?: readonly string[];
	/** What the sums are divided by when recorded: 100 makes $ of whole cents. */
	readonly divisor?: number;
	/** Add what rows [from, to) contribute to `out` (one element per label). */
	observe(world: World, from: number, to: number, tick: number, out: Float64Array): void;
}
