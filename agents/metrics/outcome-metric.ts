// An outcome: one number of a whole run, from what was recorded after warm-up.

import { mean } from "../../engine/analysis/summary.js";
import { type Outcome, type Recording, valuesOf } from "../../engine/record/recording.js";
import type { World } from "../../engine/world/world.js";
import type { EcosystemParameters } from "../parameters.js";

/** What outcomes are computed from. */
export interface RunView {
	readonly recording: Recording;
	readonly parameters: EcosystemParameters;
	/** After the last tick. */
	readonly world: World;
	/** Ticks in a week. */
	readonly perWeek: number;
	/** A series after warm-up, tick by tick; empty where it was not recorded. */
	values(series: string, label?: string): Float64Array;
	/** Its mean; NaN where it was not recorded. */
	mean(series: string, label?: string): number;
	/** Its last value; NaN where it was not recorded. */
	last(series: string, label?: string): number;
}

export interface OutcomeMetric {
	readonly name: string;
	readonly unit: string;
	/** The values it can take, as one writes it: "0..1", "≥ 0", "any". */
	readonly range: string;
	/** Its definition. */
	readonly about: string;
	/** Where one way is good. */
	readonly better?: "higher" | "lower";
	/** NaN where it is not defined; an array is one number for each tier, from the customer up: NAME1, NAME2, … */
	of(run: RunView): number | readonly number[];
}

export function viewOf(recording: Recording, parameters: EcosystemParameters, world: World): RunView {
	const values = (name: string, label = "") => {
		const series = recording.series.find((one) => one.name === name);
		const at = series ? series.labels.indexOf(label) : -1;
		return series && at >= 0 ? valuesOf(series, at, parameters.warmUp) : new Float64Array(0);
	};
	return {
		recording,
		parameters,
		world,
		perWeek: 7 / parameters.scalars.tickDays,
		values,
		mean(name, label) {
			const found = values(name, label);
			return found.length > 0 ? mean(found) : Number.NaN;
		},
		last: (name, label) => values(name, label).at(-1) ?? Number.NaN,
	};
}

/** Those that are defined in this run, in the order of the list. */
export function outcomesOf(metrics: readonly OutcomeMetric[], run: RunView): Outcome[] {
	return metrics.flatMap((metric) => {
		const { name, unit, range, about, better } = metric;
		const found = metric.of(run);
		const numbers = typeof found === "number" ? [[name, found] as const] : tiersOf(name, found);
		return numbers
			.filter(([, value]) => Number.isFinite(value))
			.map(([full, value]) => ({ name: full, value, unit, range, about, ...(better && { better }) }));
	});
}

const tiersOf = (name: string, values: readonly number[]) =>
	values.map((value, k) => [`${name}${k + 1}`, value] as const);
