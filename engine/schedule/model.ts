// What a modeller writes: how to build a world, and the phases of a tick.

import type { Metric } from "../record/metric.js";
import type { Outcome, Recording, Series } from "../record/recording.js";
import type { World } from "../world/world.js";
import type { Controller } from "./controller.js";

/**
 * One submodel over rows [from, to) of a table at a tick. It writes only its own rows, or adds exact integers to
 * others' by `Atomics.add`, so that any division into ranges, in any order or at once, gives the same bits.
 */
export type Step = (world: World, from: number, to: number, tick: number) => void;

/** Steps over one table, run back to back on each range of its rows; the next phase sees all they wrote. */
export interface Phase {
	readonly name: string;
	readonly over: string;
	/** It may run while the phase before it does: neither reads what the other writes. So a phase of a single row holds nobody up. */
	readonly beside?: boolean;
	readonly steps: readonly Step[];
}

/** A model: a run is a pure function of (model, parameters, seed, ticks). Parameters are plain data. */
export interface Model<P = unknown> {
	readonly name: string;
	readonly version: string;
	/**
	 * The module that a worker thread loads to know this model: `new URL("./worker.js", import.meta.url)`, where that file
	 * calls `serve({ model })`. A model without one runs on the thread that asks.
	 */
	readonly entry?: { readonly href: string };
	build(parameters: P, seed: string): World;
	readonly phases: readonly Phase[];
	/** Who changes a run from inside; nobody if left out. */
	controller?(parameters: P): Controller | undefined;
	/** Names of the metrics that are recorded when its controller rehearses; none if left out. */
	readonly rehearsed?: readonly string[];
	/** What to record after each tick; nothing if left out. */
	metrics?(parameters: P): readonly Metric[];
	/** Series computed from those recorded (ratios, windows, indices); added to the recording after the run. */
	derive?(recording: Recording, parameters: P): readonly Series[];
	/** Numbers of the whole run, from what was recorded and the last state; one that is not defined is left out. */
	outcomes?(recording: Recording, parameters: P, world: World): readonly Outcome[];
	/** Conservation residuals by name, each 0 when nothing leaked: stocks recounted against flows. */
	audit?(world: World): Readonly<Record<string, number>>;
}
