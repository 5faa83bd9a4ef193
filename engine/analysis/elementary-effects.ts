// Elementary effects: how much, and how differently, an outcome moves with each factor (Morris's screening).

import { purpose } from "../random/stream.js";
import { list } from "./designs/list.js";
import { type MorrisOptions, morris as trajectoriesOf } from "./designs/morris.js";
import { type Point, type Range, rangesOf, type Space } from "./designs/space.js";
import {
	type Evaluate,
	type EvaluateLater,
	type Evaluation,
	evaluateAll,
	readEvaluations,
} from "./evaluations.js";
import { type ResampledEstimate, type Resampling, resampledEstimates } from "./resampled-estimates.js";
import { mean } from "./summary.js";

const RESAMPLES = purpose("analysis.morris");

export interface MorrisIndex {
	/** Its place among the ranges, from 0. */
	readonly factor: number;
	/** Mean effect: of the factor's going through its whole range, in units of the outcome. Left out where every effect failed. */
	readonly mu?: ResampledEstimate;
	/** Mean of the effects' sizes, μ* (Campolongo, Cariboni & Saltelli 2007): 0 for a factor without influence. */
	readonly muStar?: ResampledEstimate;
	/** Standard deviation of the effects, divisor n − 1: interaction or curvature. Left out with fewer than two. */
	readonly sigma?: ResampledEstimate;
	/** How many effects count. */
	readonly effects: number;
}

export interface MorrisIndices {
	/** Evaluations, replications counted singly, and how many of them failed. */
	readonly evaluations: number;
	readonly failed: number;
	readonly indices: readonly MorrisIndex[];
}

export type MorrisOutcomes = Space &
	Resampling & {
		readonly points: readonly Point[];
		readonly outcomes: ArrayLike<Evaluation>;
	};
export type MorrisRun = MorrisOptions & Resampling & { readonly replications?: number };

/**
 * Morris's indices (1991) from the outcomes at the points of trajectories (`designs.morris` with the same space), or of a function, which
 * is run at such points (a promise of indices where it gives promises). Intervals: bootstrap of the trajectories, rough below some 20.
 *
 * An effect is the outcome's change over the factor's, the range taken as 1. A failed evaluation (NaN, infinite, null, undefined)
 * takes its two effects, one at the ends of a trajectory, and is counted. Of a list of replications the mean is taken;
 * what noise is left in it widens σ and μ*, not μ.
 *
 * Throws RangeError where points or outcomes do not fit. What the function throws is passed on: a run that may fail gives null.
 */
export function morris(given: MorrisOutcomes): MorrisIndices;
export function morris(f: Evaluate, options: MorrisRun): MorrisIndices;
export function morris(f: EvaluateLater, options: MorrisRun): Promise<MorrisIndices>;
export function morris(
	given: MorrisOutcomes | Evaluate | EvaluateLater,
	run?: MorrisRun,
): MorrisIndices | Promise<MorrisIndices> {
	if (typeof given !== "function") {
		if (given?.points && given.outcomes) return fromOutcomes(given);
		throw new RangeError(
			"morris: needs a function, or points and outcomes; the points alone are designs.morris",
		);
	}
	if (!run) throw new RangeError("morris: a function needs options: ranges or dimension, and trajectories");
	const { replications = 1, ...options } = run;
	const points = trajectoriesOf(options);
	const finish = (outcomes: readonly Evaluation[]) => fromOutcomes({ ...options, points, outcomes });
	return evaluateAll("morris", given, points, replications, finish);
}

function fromOutcomes({ points, outcomes, ...options }: MorrisOutcomes): MorrisIndices {
	const places = rangesOf("morris", options);
	const k = places.length;
	if (points.length === 0 || points.length % (k + 1) !== 0 || points.length !== outcomes.length) {
		throw new RangeError(
			`morris: ${k} factors need trajectories of ${k + 1} points and an outcome for each, got ${points.length} points and ${outcomes.length} outcomes`,
		);
	}
	const { values, evaluations, failed } = readEvaluations(outcomes);
	const responses = values.map((all) => {
		const good = all.filter(Number.isFinite);
		return good.length > 0 ? mean(good) : NaN;
	});
	const checked = list({ points, ranges: places });
	const walks = Array.from({ length: points.length / (k + 1) }, (_, t) => {
		const from = t * (k + 1);
		return effectsOf(checked.slice(from, from + k + 1), responses.slice(from, from + k + 1), places);
	});
	const momentsOf = (weights: Uint32Array) => places.flatMap((_, i) => moments(walks, i, weights));
	const estimates = resampledEstimates("morris", walks.length, momentsOf, options, RESAMPLES);
	const indices = places.map((_, factor) => {
		const [mu, muStar, sigma] = estimates.slice(3 * factor);
		return {
			factor,
			mu,
			muStar,
			sigma,
			effects: walks.filter((walk) => Number.isFinite(walk[factor])).length,
		};
	});
	return { evaluations, failed, indices };
}

/** The effect of each factor on one trajectory, NaN where an evaluation failed. */
function effectsOf(
	points: readonly Point[],
	responses: readonly number[],
	ranges: readonly Range[],
): number[] {
	const effects: number[] = [];
	for (let step = 1; step < points.length; step++) {
		const moved = ranges.flatMap((_, i) => (points[step][i] === points[step - 1][i] ? [] : [i]));
		const [factor] = moved;
		if (moved.length !== 1 || factor in effects) {
			throw new RangeError("morris: points must move each factor once, one at each step of a trajectory");
		}
		const [low, high] = ranges[factor];
		const change = (points[step][factor] - points[step - 1][factor]) / (high - low);
		effects[factor] = (responses[step] - responses[step - 1]) / change;
	}
	return effects;
}

/** μ, μ* and σ of a factor, each trajectory counted as often as its weight says. */
function moments(walks: readonly number[][], factor: number, weights: Uint32Array): number[] {
	let n = 0;
	let sum = 0;
	let sizes = 0;
	for (const [t, { [factor]: effect }] of walks.entries()) {
		if (!Number.isFinite(effect)) continue;
		n += weights[t];
		sum += weights[t] * effect;
		sizes += weights[t] * Math.abs(effect);
	}
	const mu = sum / n;
	let squares = 0;
	for (const [t, { [factor]: effect }] of walks.entries()) {
		if (Number.isFinite(effect)) squares += weights[t] * (effect - mu) ** 2;
	}
	return [mu, sizes / n, n > 1 ? Math.sqrt(squares / (n - 1)) : NaN];
}
