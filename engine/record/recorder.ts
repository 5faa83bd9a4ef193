// Calls the metrics after each tick and keeps their numbers.

import type { World } from "../world/world.js";
import type { Metric } from "./metric.js";
import type { Recording, Series } from "./recording.js";

export class Recorder {
	readonly recording: Recording;
	readonly #metrics: readonly Metric[];

	/** Room for `ticks` ticks is taken at once: recording allocates nothing while a run goes on. */
	constructor(metrics: readonly Metric[], ticks: number) {
		this.#metrics = metrics;
		this.recording = { ticks, series: metrics.map((metric) => emptySeries(metric, ticks)) };
	}

	/** Record every metric for tick `tick`, which the world has just finished. */
	observe(world: World, tick: number): void {
		for (let m = 0; m < this.#metrics.length; m++) {
			const metric = this.#metrics[m] as Metric;
			const { values, labels } = this.recording.series[m] as Series;
			const out = values.subarray(tick * labels.length, (tick + 1) * labels.length);
			metric.observe(world, 0, world.rows[metric.over], tick, out);
			const { divisor } = metric;
			if (divisor !== undefined) for (let c = 0; c < out.length; c++) out[c] = out[c] / divisor;
		}
	}
}

function emptySeries({ name, unit, about, labels = [""] }: Metric, ticks: number): Series {
	return { name, unit, about, labels, values: new Float64Array(ticks * labels.length) };
}
