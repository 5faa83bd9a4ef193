// From recordings to what is drawn: stages gathered into tiers, ticks into points, runs into mean and interval.

import { confidenceInterval } from "../../engine/analysis/intervals.js";
import { mean } from "../../engine/analysis/summary.js";
import type { Recording, Series } from "../../engine/record/recording.js";
import type { Path, PathSeries, Paths } from "./picture.js";

/** Points that a line is made of at most: more make means of many runs no clearer, and the file heavy. */
const POINTS = 120;

export const stepFor = (ticks: number) => Math.max(1, Math.ceil(ticks / POINTS));

/**
 * Series by stage become series by tier ("tier 1" at the customer): the sum over a tier's stages, or
 * their mean where `averaged` names the series. Series with other labels stay as they are.
 */
export function byTier(
	{ ticks, series }: Recording,
	tierOf: ReadonlyMap<string, number>,
	averaged: readonly string[] = ["orders"],
): Recording {
	return {
		ticks,
		series: series.map((one) =>
			one.labels.every((label) => tierOf.has(label))
				? gathered(one, tierOf, averaged.includes(one.name))
				: one,
		),
	};
}

function gathered(series: Series, tierOf: ReadonlyMap<string, number>, averaged: boolean): Series {
	const tiers = series.labels.map((label) => tierOf.get(label) as number);
	const present = [...new Set(tiers)].sort((a, b) => a - b);
	const at = tiers.map((tier) => present.indexOf(tier));
	const stages = present.map((tier) => tiers.filter((one) => one === tier).length);
	const width = tiers.length;
	const ticks = series.values.length / width;
	const values = new Float64Array(ticks * present.length);
	for (let t = 0; t < ticks; t++)
		for (let s = 0; s < width; s++) {
			const tier = at[s];
			const share = averaged ? 1 / stages[tier] : 1;
			const to = t * present.length + tier;
			values[to] = values[to] + share * series.values[t * width + s];
		}
	return { ...series, labels: present.map((tier) => `tier ${tier}`), values };
}

/** Every point the mean of `step` ticks; the last one may stand for fewer. */
export function thinned({ ticks, series }: Recording, step: number): Recording {
	const points = Math.ceil(ticks / step);
	return {
		ticks: points,
		series: series.map((one) => {
			const width = one.labels.length;
			const values = new Float64Array(points * width);
			for (let p = 0; p < points; p++) {
				const end = Math.min(ticks, (p + 1) * step);
				for (let c = 0; c < width; c++) {
					let sum = 0;
					for (let t = p * step; t < end; t++) sum += one.values[t * width + c];
					values[p * width + c] = sum / (end - p * step);
				}
			}
			return { ...one, values };
		}),
	};
}

/** Mean and 95 % interval over runs of the same model, point by point. */
export function pathsOf(runs: readonly Recording[], step: number): Paths {
	const first = runs[0];
	if (!first) return { step, series: [] };
	return {
		step,
		series: first.series.map((one, s): PathSeries => {
			const { name, unit, about, labels } = one;
			const paths = labels.map((label, c) => pathOf(label, runs, s, c));
			return { name, unit, about, paths };
		}),
	};
}

function pathOf(label: string, runs: readonly Recording[], s: number, c: number): Path {
	const points = (runs[0] as Recording).ticks;
	const empty = () => new Float64Array(points).fill(Number.NaN);
	const path = { label, mean: empty(), low: empty(), high: empty() };
	for (let p = 0; p < points; p++) {
		const values: number[] = [];
		for (const run of runs) {
			const series = run.series[s] as Series;
			const value = series.values[p * series.labels.length + c];
			if (Number.isFinite(value)) values.push(value);
		}
		if (values.length === 0) continue;
		const interval = confidenceInterval(values, 0.95);
		path.mean[p] = mean(values);
		path.low[p] = interval.low ?? Number.NaN;
		path.high[p] = interval.high ?? Number.NaN;
	}
	return path;
}

/** One label's change against a reference, run by run: `runs[i]` is paired with `reference[i]`. */
export function changesOf(
	runs: readonly Recording[],
	reference: readonly Recording[],
	name: string,
	label: string,
): Path | undefined {
	const differences = runs.map((run, i): Recording | undefined => {
		const mine = run.series.find((one) => one.name === name);
		const other = reference[i]?.series.find((one) => one.name === name);
		const at = mine?.labels.indexOf(label) ?? -1;
		if (!mine || !other || at < 0 || mine.values.length !== other.values.length) return undefined;
		const width = mine.labels.length;
		const values = Float64Array.from({ length: run.ticks }, (_, p) => {
			const i = p * width + at;
			return (mine.values[i] as number) - (other.values[i] as number);
		});
		return { ticks: run.ticks, series: [{ ...mine, labels: [label], values }] };
	});
	const known = differences.filter((one) => one !== undefined);
	return known.length > 0 && known.length === runs.length ? pathOf(label, known, 0, 0) : undefined;
}
