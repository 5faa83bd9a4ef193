// The plan of a tick: stages of tasks. Tasks of a stage may run at once; between stages all wait for each other.

import type { Metric } from "../record/metric.js";
import { type Look, Partials } from "../record/partials.js";
import type { World } from "../world/world.js";
import type { Model, Phase, Step } from "./model.js";
import { shardsOf } from "./shards.js";

/** Steps on one shard, then the metrics that look at it while it is in cache. */
export interface Part {
	readonly steps: readonly Step[];
	readonly looks: readonly Look[];
	readonly from: number;
	readonly to: number;
}
/** Parts that one thread does one after the other. */
export type Task = readonly Part[];
export type Stage = readonly Task[];

export interface Plan {
	readonly stages: readonly Stage[];
	readonly partials: Partials;
	/** Rows stepped over, summed over all steps, per stage: whether it pays to divide the work. */
	readonly rowsPerStage: number;
}

/** Bounds of the shards of every table that a phase or a metric goes over. */
type Shards = ReadonlyMap<string, Uint32Array>;

function shardsOfAll(world: World, model: Pick<Model, "phases">, metrics: readonly Metric[]): Shards {
	const tables = [...model.phases, ...metrics].map(({ over }) => over);
	return new Map([...new Set(tables)].map((table) => [table, shardsOf(world, table)]));
}

const countOf = (shards: Shards, { over }: { over: string }) => (shards.get(over) as Uint32Array).length - 1;

/** Bytes of shared memory that the metrics of a plan need. */
export function bytesOfPlan(world: World, model: Pick<Model, "phases">, metrics: readonly Metric[]): number {
	const shards = shardsOfAll(world, model, metrics);
	const counts = metrics.map((metric) => countOf(shards, metric));
	return Partials.size(metrics, counts) * Float64Array.BYTES_PER_ELEMENT;
}

/**
 * The same on every thread of a team: it follows from the world's size alone.
 * @throws RangeError for a metric after a phase that is not there or goes over another table.
 */
export function planOf(
	world: World,
	model: Pick<Model, "phases">,
	metrics: readonly Metric[],
	memory: ArrayBufferLike,
): Plan {
	const shards = shardsOfAll(world, model, metrics);
	const counts = metrics.map((metric) => countOf(shards, metric));
	const partials = new Partials(metrics, counts, memory);
	const stages: Stage[] = [];
	for (const phase of model.phases) {
		const stage = stageOf(shards, phase, looksAfter(phase));
		if (phase.beside) stages.push([...(stages.pop() ?? []), ...stage]);
		else append(stages, stage);
	}
	append(
		stages,
		metrics.flatMap((metric, m) =>
			metric.after === undefined
				? stageOf(shards, { over: metric.over, steps: [] }, (s) => [partials.look(m, s)])
				: [],
		),
	);
	for (const metric of metrics) refuseLost(metric, model.phases);
	// A tick without work is a stage without tasks: all meet there.
	if (stages.length === 0) stages.push([]);
	const rows = model.phases.reduce((sum, { over, steps }) => sum + steps.length * world.rows[over], 0);
	return { stages, partials, rowsPerStage: rows / stages.length };

	function looksAfter({ name, over }: Phase) {
		const chosen = metrics.flatMap((metric, m) => (metric.after === name && metric.over === over ? [m] : []));
		return (shard: number) => chosen.map((m) => partials.look(m, shard));
	}
}

function stageOf(
	shards: Shards,
	{ over, steps }: Pick<Phase, "over" | "steps">,
	looks: (shard: number) => readonly Look[],
): Stage {
	const bounds = shards.get(over) as Uint32Array;
	return Array.from({ length: bounds.length - 1 }, (_, s) => [
		{ steps, looks: looks(s), from: bounds[s], to: bounds[s + 1] },
	]);
}

/** Two stages of a single task in a row are one: whoever does the first goes on with the second, and nobody waits. */
function append(stages: Stage[], stage: Stage): void {
	if (stage.length === 0) return;
	const last = stages[stages.length - 1];
	if (last?.length === 1 && stage.length === 1) stages[stages.length - 1] = [[...last[0], ...stage[0]]];
	else stages.push(stage);
}

function refuseLost({ name, over, after }: Metric, phases: readonly Phase[]): void {
	if (after !== undefined && !phases.some((phase) => phase.name === after && phase.over === over))
		throw new RangeError(`metric ${name}: no phase "${after}" over ${over}`);
}
