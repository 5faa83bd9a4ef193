// What a run leaves behind: series over ticks, and outcomes of the whole run.

/** values[tick · labels.length + c] is the number called labels[c] after that tick. */
export interface Series {
	readonly name: string;
	readonly unit: string;
	readonly about: string;
	readonly labels: readonly string[];
	readonly values: Float64Array;
}

export interface Recording {
	readonly ticks: number;
	readonly series: readonly Series[];
}

/** One number of one run. */
export interface Outcome {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	/** The values it can take: "0..1", "≥ 0", "any". */
	readonly range?: string;
	readonly about: string;
	/** Where one way is good. */
	readonly better?: "higher" | "lower";
}

/** The series of that name. @throws RangeError if it was not recorded. */
export function seriesOf(recording: Recording, name: string): Series {
	const found = recording.series.find((series) => series.name === name);
	if (!found) throw new RangeError(`no series "${name}" was recorded`);
	return found;
}

/** One label's values from `start` on, tick by tick. */
export function valuesOf(series: Series, label = 0, start = 0): Float64Array {
	const width = series.labels.length;
	const ticks = series.values.length / width;
	const out = new Float64Array(Math.max(0, ticks - start));
	for (let t = start; t < ticks; t++) out[t - start] = series.values[t * width + label];
	return out;
}
