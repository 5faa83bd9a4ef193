// The one loop: tick by tick, phase by phase, then the metrics look.

import { Recorder } from "../record/recorder.js";
import type { Recording } from "../record/recording.js";
import { hash } from "../world/hash.js";
import { setTick, tickOf, type World } from "../world/world.js";
import type { Model } from "./model.js";

/** Run every phase of one tick and move the clock. */
export function step(world: World, model: Pick<Model, "phases">): void {
	const tick = tickOf(world);
	for (const { over, steps } of model.phases) {
		const rows = world.rows[over];
		for (const run of steps) run(world, 0, rows, tick);
	}
	setTick(world, tick + 1);
}

export interface SimulateOptions<P> {
	readonly model: Model<P>;
	readonly parameters: P;
	/** Any text; replication r of a study uses `replicationSeed(seed, r)`. */
	readonly seed: string;
	readonly ticks: number;
	/** Called after every tick with the number of ticks done. */
	readonly onTick?: (done: number) => void;
}

/** A draw's counter holds 22 bits of the tick: beyond, draws would come again. */
const MOST_TICKS = 1 << 22;

/** The same as `simulate`, at once and with the world. @throws RangeError for ticks that are no count, or too many. */
export function run<P>(options: SimulateOptions<P>): { world: World; recording: Recording } {
	const { model, parameters, seed, ticks, onTick } = options;
	if (!Number.isSafeInteger(ticks) || ticks < 1 || ticks > MOST_TICKS)
		throw new RangeError(`ticks must be a whole number from 1 to ${MOST_TICKS}, not ${ticks}`);
	const world = model.build(parameters, seed);
	const recorder = new Recorder(model.metrics?.(parameters) ?? [], ticks);
	for (let done = 1; done <= ticks; done++) {
		step(world, model);
		recorder.observe(world, done - 1);
		onTick?.(done);
	}
	const { recording } = recorder;
	const derived = model.derive?.(recording, parameters) ?? [];
	return { world, recording: { ticks, series: [...recording.series, ...derived] } };
}

/** Build a world, run it, and give what was recorded with the hash of the last state. */
export async function simulate<P>(
	options: SimulateOptions<P>,
): Promise<{ recording: Recording; hash: string }> {
	const { world, recording } = run(options);
	return { recording, hash: hash(world) };
}
