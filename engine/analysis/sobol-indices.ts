// Sobol' indices: which share of an outcome's variance comes from each factor, alone and with others.

import { purpose } from "../random/stream.js";
import { rowLength, type SaltelliOptions, saltelli } from "./designs/saltelli.js";
import { rangesOf, type Space } from "./designs/space.js";
import {
	type Evaluate,
	type EvaluateLater,
	type Evaluation,
	evaluateAll,
	readEvaluations,
} from "./evaluations.js";
import { type ResampledEstimate, type Resampling, resampledEstimates } from "./resampled-estimates.js";
import { sobolTerms } from "./sobol-terms.js";
import { mean, variance } from "./summary.js";

const RESAMPLES = purpose("analysis.sobol-indices");

export interface SobolIndex {
	/** Its place among the ranges, from 0. */
	readonly factor: number;
	/** S: the share of variance that would go if the factor were known. Left out where the variance is 0 or no row is whole. */
	readonly first?: ResampledEstimate;
	/** ST: the share that would stay if all other factors were known. */
	readonly total?: ResampledEstimate;
	/** Base rows that count for it: those in which neither a, b nor a with its value of b failed. */
	readonly rows: number;
}

export interface SobolPair {
	readonly factors: readonly [number, number];
	/** The share that comes from the pair's interaction alone. */
	readonly second?: ResampledEstimate;
	readonly rows: number;
}

export interface SobolIndices {
	/** Mean and variance of the outcome over the ranges; without noise where there are replications. Left out where all failed. */
	readonly mean?: number;
	readonly variance?: number;
	/** Variance between replications at a point; left out without replications. */
	readonly noise?: number;
	/** Evaluations, replications counted singly, and how many of them failed. */
	readonly evaluations: number;
	readonly failed: number;
	readonly indices: readonly SobolIndex[];
	/** Only with the second order. */
	readonly pairs?: readonly SobolPair[];
}

export type SobolOptions = Space & Resampling & { readonly secondOrder?: boolean };
export type SobolOutcomes = SobolOptions & { readonly outcomes: ArrayLike<Evaluation> };
export type SobolRun = SaltelliOptions & Resampling & { readonly replications?: number };

/**
 * First and total order indices, of pairs too if asked, from the outcomes at the points of `saltelli` with the same space and order (given among
 * the options, or before them), or of a function, which is run at these points (n base rows, `replications` times each; a promise of indices where it gives promises).
 *
 * With f centered by its mean: S_i = E[f(b)(f(a_b,i) − f(a))]/V (Saltelli et al. 2010), ST_i = E[(f(a) − f(a_b,i))²]/2V (Jansen 1999),
 * S_ij = E[f(b_a,i) f(a_b,j) − f(a) f(b)]/V − S_i − S_j (Saltelli 2002), V over all a and b whose row has both. Unbiased up to the ratio,
 * hence now and then slightly below 0 or above 1. Intervals: bootstrap of base rows, which the evenness of Sobol' points makes wider than need be.
 *
 * A failed evaluation (NaN, infinite, null, undefined) takes its row from the indices that need it, and is counted; indices then hold for where the
 * model answers. An outcome may be a list of replications: every product above is then taken between different replications only, so that
 * noise, drawn anew or in common with the row's other points, adds nothing to V or ST. Without replications noise counts as interaction.
 *
 * Throws RangeError where outcomes do not fit the design. What the function throws is passed on: a run that may fail gives null.
 */
export function sobolIndices(given: SobolOutcomes): SobolIndices;
export function sobolIndices(outcomes: ArrayLike<Evaluation>, options: SobolOptions): SobolIndices;
export function sobolIndices(f: Evaluate, options: SobolRun): SobolIndices;
export function sobolIndices(f: EvaluateLater, options: SobolRun): Promise<SobolIndices>;
export function sobolIndices(
	given: SobolOutcomes | ArrayLike<Evaluation> | Evaluate | EvaluateLater,
	options?: SobolOptions | SobolRun,
): SobolIndices | Promise<SobolIndices> {
	if (typeof given === "function") {
		if (!options) throw new RangeError("sobolIndices: a function needs options: ranges or dimension, and n");
		const { replications = 1, ...run } = options as SobolRun;
		const finish = (outcomes: readonly Evaluation[]) => fromOutcomes(outcomes, run);
		return evaluateAll("sobolIndices", given, saltelli(run), replications, finish);
	}
	const all = given && "length" in given ? { ...options, outcomes: given } : given;
	if (!all?.outcomes)
		throw new RangeError("sobolIndices: needs a function, or the outcomes at the points of saltelli");
	return fromOutcomes(all.outcomes, all);
}

function fromOutcomes(outcomes: ArrayLike<Evaluation>, options: SobolOptions): SobolIndices {
	const { secondOrder = false } = options;
	const k = rangesOf("sobolIndices", options).length;
	const length = rowLength(k, secondOrder);
	if (outcomes.length === 0 || outcomes.length % length !== 0) {
		throw new RangeError(
			`sobolIndices: ${k} factors need ${length} outcomes for each base row, got ${outcomes.length} in all`,
		);
	}
	const read = readEvaluations(outcomes);
	const { evaluations, failed } = read;
	const base = read.values
		.filter((_, i) => i % length < 2)
		.map((list) => list.filter(Number.isFinite))
		.filter((list) => list.length > 0);
	const terms = sobolTerms(read, k, secondOrder);
	const { first, total, second, pairs } = terms;
	const rows = outcomes.length / length;
	const center = base.length > 0 ? mean(base.map(mean)) : NaN;
	// A spread of the size of rounding errors is none.
	const least = (1e-12 * center) ** 2;
	const indicesOf = (weights: Uint32Array) => {
		const whole = weightedMean(terms.variance, weights);
		const share = (column: Float64Array) => (whole > least ? weightedMean(column, weights) / whole : NaN);
		const alone = first.map(share);
		const joint = second.map((column, p) => share(column) - alone[pairs[p][0]] - alone[pairs[p][1]]);
		return [whole, ...alone, ...total.map(share), ...joint];
	};
	const estimates = resampledEstimates("sobolIndices", rows, indicesOf, options, RESAMPLES);
	const estimateOf = (q: number, rows: number): ResampledEstimate | undefined =>
		estimates[q] && rows < 2 ? { ...estimates[q], low: null, high: null } : estimates[q];
	const spread = base.filter((list) => list.length > 1).map(variance);
	return {
		mean: base.length > 0 ? center : undefined,
		variance: estimates[0]?.value,
		noise: spread.length > 0 ? mean(spread) : undefined,
		evaluations,
		failed,
		indices: first.map((column, factor) => {
			const rows = present(column);
			return { factor, first: estimateOf(1 + factor, rows), total: estimateOf(1 + k + factor, rows), rows };
		}),
		pairs: secondOrder
			? pairs.map((factors, p) => {
					const rows = present(second[p]);
					return { factors, second: estimateOf(1 + 2 * k + p, rows), rows };
				})
			: undefined,
	};
}

/** The mean of the terms that are there, each as often as its weight says; NaN where none is. */
function weightedMean(terms: Float64Array, weights: Uint32Array): number {
	let sum = 0;
	let count = 0;
	for (let i = 0; i < terms.length; i++) {
		const term = terms[i];
		if (Number.isNaN(term)) continue;
		sum += weights[i] * term;
		count += weights[i];
	}
	return sum / count;
}

const present = (terms: Float64Array) => terms.reduce((n, term) => n + (Number.isNaN(term) ? 0 : 1), 0);
