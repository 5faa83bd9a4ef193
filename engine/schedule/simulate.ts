// A run: begun by building its world or from a saved state, carried out, and closed with what it leaves behind.

import type { Metric } from "../record/metric.js";
import { newRecording } from "../record/partials.js";
import type { Recording } from "../record/recording.js";
import { newBuffer } from "../world/block.js";
import { fork } from "../world/copy.js";
import { setTick, tickOf, type World } from "../world/world.js";
import { type Steering, steer } from "./controller.js";
import { agendaOf, checkInterventions, type Intervention } from "./intervention.js";
import type { Model } from "./model.js";
import { bytesOfPlan, type Plan, planOf } from "./plan.js";
import type { Aside } from "./rehearsal.js";
import { work } from "./run.js";
import { newControl, Team, tasksDone } from "./team.js";

/** Run every phase of one tick over whole tables and move the clock. */
export function step(world: World, model: Pick<Model, "phases">): void {
	const tick = tickOf(world);
	for (const { over, steps } of model.phases) {
		const rows = world.rows[over];
		for (const run of steps) run(world, 0, rows, tick);
	}
	setTick(world, tick + 1);
}

export interface RunOptions<P> {
	readonly model: Model<P>;
	readonly parameters: P;
	/** Any text; replication r of a study uses `replicationSeed(seed, r)`. */
	readonly seed: string;
	readonly ticks: number;
	/** Changes from outside, each before its tick. */
	readonly interventions?: readonly Intervention[] | undefined;
	/** Called after every tick with the number of ticks done. */
	readonly onTick?: ((done: number) => void) | undefined;
}

/** A run whose world stands before its next tick. */
export interface Begun extends Steering {
	readonly world: World;
	readonly plan: Plan;
	readonly ticks: number;
	/** Shared with the other threads of a team: what shards contribute to metrics. */
	readonly partials: ArrayBufferLike;
	readonly recording: Recording;
	/** Where its controller rehearses, and the memory of that. */
	readonly aside: (Aside & { readonly partials: ArrayBufferLike }) | undefined;
}

/** A draw's counter holds 22 bits of the tick: beyond, draws would come again. */
const MOST_TICKS = 1 << 22;

/**
 * Build the world, or take the saved one, what had been recorded up to it, and what its controller had done.
 * @throws RangeError for ticks that are no count, or too many, and for interventions that the world cannot take.
 */
export function begin<P>(
	{ model, parameters, seed, ticks, interventions = [] }: RunOptions<P>,
	saved?: {
		readonly world: World;
		readonly log: readonly Intervention[];
		recorded(recording: Recording): void;
	},
): Begun {
	if (!Number.isSafeInteger(ticks) || ticks < 1 || ticks > MOST_TICKS)
		throw new RangeError(`ticks must be a whole number from 1 to ${MOST_TICKS}, not ${ticks}`);
	const world = saved?.world ?? model.build(parameters, seed);
	checkInterventions(world, interventions);
	const metrics = model.metrics?.(parameters) ?? [];
	const partials = newBuffer(bytesOfPlan(world, model, metrics));
	const plan = planOf(world, model, metrics, partials);
	const recording = newRecording(metrics, ticks);
	saved?.recorded(recording);
	const controller = model.controller?.(parameters);
	const rehearsed = rehearsedBy(model, metrics);
	const aside = controller && asideOf(fork(world), model, rehearsed);
	const log = [...(saved?.log ?? [])];
	const steering = { agenda: agendaOf(interventions), controller, rehearsed, log };
	steer(steering, world, recording, tickOf(world), alone(newControl(1)), aside);
	return { world, plan, ticks, partials, recording, aside, ...steering };
}

/** Of a model's metrics those that its controller wants of a rehearsal. */
export const rehearsedBy = ({ rehearsed = [] }: Pick<Model, "rehearsed">, metrics: readonly Metric[]) =>
	metrics.filter(({ name }) => rehearsed.includes(name));

function asideOf(world: World, model: Pick<Model, "phases">, metrics: readonly Metric[]) {
	const partials = newBuffer(bytesOfPlan(world, model, metrics));
	return { world, plan: planOf(world, model, metrics, partials), partials };
}

/** A team of one. */
const alone = (control: Int32Array) => new Team(control, { member: 0, members: 1, cores: 1 });

/** The recording with the series that the model computes from it. */
export function withDerived<P>(model: Model<P>, parameters: P, recording: Recording): Recording {
	const derived = model.derive?.(recording, parameters) ?? [];
	return { ticks: recording.ticks, series: [...recording.series, ...derived] };
}

/**
 * A whole run on this thread, at once: what was recorded, what its controller did, the last state, and how many shards were stepped.
 * @throws RangeError as `begin` does.
 */
export function run<P>(options: RunOptions<P>): {
	world: World;
	recording: Recording;
	interventions: readonly Intervention[];
	shards: number;
} {
	const begun = begin(options);
	const control = newControl(1);
	const { model, parameters, onTick } = options;
	work(begun, alone(control), { ...begun, onTick });
	return {
		world: begun.world,
		recording: withDerived(model, parameters, begun.recording),
		interventions: begun.log,
		shards: tasksDone(control, 0),
	};
}
