// What each shard contributes to each metric, until the leader adds it up in the order of shards: a real-valued sum is
// then the same for any number of threads.

import type { World } from "../world/world.js";
import type { Metric } from "./metric.js";
import type { Recording } from "./recording.js";

/** A metric on one shard: writes its contribution where it belongs. */
export interface Look {
	readonly metric: Metric;
	/** By parity of the tick: one is added up while the other is being written. */
	readonly out: readonly [Float64Array, Float64Array];
}

export class Partials {
	readonly #metrics: readonly Metric[];
	readonly #shards: readonly number[];
	/** looks[m][s] */
	readonly #looks: readonly (readonly Look[])[];

	/** Numbers that the shared memory must hold, for `shards[m]` shards of metric m. */
	static size(metrics: readonly Metric[], shards: readonly number[]): number {
		return metrics.reduce((sum, { labels }, m) => sum + 2 * shards[m] * (labels?.length ?? 1), 0);
	}

	constructor(metrics: readonly Metric[], shards: readonly number[], memory: ArrayBufferLike) {
		this.#metrics = metrics;
		this.#shards = shards;
		let at = 0;
		const take = (length: number) => {
			const view = new Float64Array(memory as ArrayBuffer, at * Float64Array.BYTES_PER_ELEMENT, length);
			at += length;
			return view;
		};
		this.#looks = metrics.map((metric, m) =>
			Array.from({ length: shards[m] }, () => {
				const width = metric.labels?.length ?? 1;
				return { metric, out: [take(width), take(width)] as const };
			}),
		);
	}

	look(metric: number, shard: number): Look {
		return this.#looks[metric][shard];
	}

	/** Add up what was seen in a tick, in the order of shards, and record it. */
	record(tick: number, { series }: Recording): void {
		const parity = tick & 1;
		for (let m = 0; m < this.#metrics.length; m++) {
			const { values, labels } = series[m];
			const looks = this.#looks[m];
			const width = labels.length;
			const { divisor } = this.#metrics[m];
			const first = tick * width;
			if (!looksAt(this.#metrics[m], tick)) {
				values.copyWithin(first, first - width, first);
				continue;
			}
			for (let s = 0; s < this.#shards[m]; s++) {
				const out = looks[s].out[parity];
				for (let c = 0; c < width; c++) values[first + c] += out[c];
			}
			if (divisor !== undefined) for (let c = first; c < first + width; c++) values[c] /= divisor;
		}
	}
}

const looksAt = ({ every = 1 }: Metric, tick: number) => tick % every === 0;

/** Let a metric look at its shard, if it is its tick. */
export function observe({ metric, out }: Look, world: World, from: number, to: number, tick: number): void {
	if (!looksAt(metric, tick)) return;
	const own = out[tick & 1];
	own.fill(0);
	metric.observe(world, from, to, tick, own);
}

/** Room for `ticks` ticks is taken at once: recording allocates nothing while a run goes on. */
export function newRecording(metrics: readonly Metric[], ticks: number): Recording {
	return {
		ticks,
		series: metrics.map(({ name, unit, about, labels = [""] }) => ({
			name,
			unit,
			about,
			labels,
			values: new Float64Array(ticks * labels.length),
		})),
	};
}
