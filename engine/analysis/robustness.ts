// Robustness of paths over futures: eleven metrics, which may each choose another path (McPhail et al. 2018).

import { oneOf } from "./arguments.js";
import { type Sense, signOf } from "./sense.js";
import { mean, quantile, standardDeviation } from "./summary.js";

export interface RobustnessOptions {
	readonly metric: RobustnessMetric;
	/** Whether a larger outcome is better; "maximize" unless told. */
	readonly sense?: Sense;
	/** Satisficing only, and needed there: the outcome that is good enough, in the outcome's own unit. */
	readonly threshold?: number;
	/** Hurwicz only: weight of the worst future, in [0, 1]; 0.5 unless told. */
	readonly alpha?: number;
}

/** What a metric sees: outcomes g of one path, and its regrets, both oriented so that more is better; a regret is at most 0. */
interface Path {
	readonly outcomes: Float64Array;
	readonly regrets: Float64Array;
	readonly threshold: number;
	readonly alpha: number;
}

const worst = (values: Float64Array) => values.reduce((a, b) => Math.min(a, b));
const best = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b));

const metrics = {
	maximin: ({ outcomes }: Path) => worst(outcomes),
	maximax: ({ outcomes }: Path) => best(outcomes),
	hurwicz: ({ outcomes, alpha }: Path) => alpha * worst(outcomes) + (1 - alpha) * best(outcomes),
	laplace: ({ outcomes }: Path) => mean(outcomes),
	minimaxRegret: ({ regrets }: Path) => worst(regrets),
	percentileRegret: ({ regrets }: Path) => quantile(regrets, 0.1),
	meanVariance: ({ outcomes }: Path) => (mean(outcomes) + 1) / (standardDeviation(outcomes) + 1),
	undesirableDeviations: ({ outcomes }: Path) => {
		const half = outcomes
			.slice()
			.sort()
			.subarray(0, Math.floor(outcomes.length / 2 + 0.51));
		return mean(half) - quantile(outcomes, 0.5);
	},
	percentileSkewness: ({ outcomes }: Path) => {
		const [low, median, high] = [0.1, 0.5, 0.9].map((p) => quantile(outcomes, p));
		return low === high ? 0 : (median - (high + low) / 2) / ((high - low) / 2);
	},
	percentilePeakedness: ({ outcomes }: Path) => {
		const [low, lower, upper, high] = [0.1, 0.25, 0.75, 0.9].map((p) => quantile(outcomes, p));
		return lower === upper ? Infinity : (high - low) / (upper - lower);
	},
	satisficing: ({ outcomes, threshold }: Path) =>
		outcomes.filter((value) => value >= threshold).length / outcomes.length,
};

export type RobustnessMetric = keyof typeof metrics;

/** The names of the eleven metrics. */
export const robustnessMetrics = Object.keys(metrics) as readonly RobustnessMetric[];

/**
 * The robustness of each path from its outcomes, matrix[path][future], all oriented so that more is better: where outcomes are to be
 * minimized they are negated first, so that maximin of the outcomes 8 … 22 is −22. Definitions of McPhail et al. (2018); g an oriented outcome:
 *
 * - maximin: the least g; maximax: the largest; hurwicz: alpha·least + (1 − alpha)·largest; laplace: the mean
 * - minimaxRegret: the least over futures of g less the largest g of any path in that future; percentileRegret: the 0.1-quantile of the same
 * - meanVariance: (mean + 1)/(standard deviation + 1), divisor n − 1
 * - undesirableDeviations: mean of the ⌊n/2 + .51⌋ least g, less the median
 * - percentileSkewness: (q50 − (q90 + q10)/2)/((q90 − q10)/2); 0 where q10 = q90: nothing leans either way
 * - percentilePeakedness: (q90 − q10)/(q75 − q25); Infinity where q25 = q75, constant outcomes included: the limit of ever more peaked ones
 * - satisficing: the share of futures with an outcome as good as the threshold or better
 *
 * Quantiles are of type 7 (linear). meanVariance is not invariant to the unit of the outcome, and falls with it for means below −1.
 * Throws RangeError for an unknown metric or sense, no paths, no futures, rows of unequal length, an outcome that is not finite,
 * alpha outside [0, 1], satisficing without a threshold, and meanVariance of one future.
 */
export function robustness(
	matrix: readonly ArrayLike<number>[],
	{ metric, sense = "maximize", threshold = NaN, alpha = 0.5 }: RobustnessOptions,
): number[] {
	oneOf("robustness", "metric", metric, robustnessMetrics);
	const sign = signOf(sense, "robustness");
	if (!(alpha >= 0 && alpha <= 1)) throw new RangeError(`robustness: alpha must lie in [0, 1], got ${alpha}`);
	if (metric === "satisficing" && Number.isNaN(threshold))
		throw new RangeError("robustness: satisficing needs a threshold");
	const paths = oriented(matrix, sign);
	if (metric === "meanVariance" && paths[0].length < 2)
		throw new RangeError("robustness: meanVariance needs two futures or more");
	const bestOf = paths[0].map((_, j) => paths.reduce((most, path) => Math.max(most, path[j]), -Infinity));
	return paths.map((outcomes) =>
		metrics[metric]({
			outcomes,
			regrets: outcomes.map((value, j) => value - bestOf[j]),
			threshold: sign * threshold,
			alpha,
		}),
	);
}

function oriented(matrix: readonly ArrayLike<number>[], sign: number): readonly Float64Array[] {
	if (!(matrix?.length > 0)) throw new RangeError("robustness: no paths");
	const futures = matrix[0].length;
	if (!(futures > 0))
		throw new RangeError("robustness: no futures, expected outcomes as matrix[path][future]");
	return matrix.map((row, i) => {
		if (row.length !== futures) {
			throw new RangeError(
				`robustness: all paths need as many futures as the first, ${futures}; path ${i} has ${row.length}`,
			);
		}
		return Float64Array.from(row, (value, j) => {
			// + 0, for 0 negated is −0.
			if (Number.isFinite(value)) return sign * value + 0;
			throw new RangeError(`robustness: path ${i} in future ${j} must be finite, got ${value}`);
		});
	});
}
