// §4.5 The contract of a forecast hypothesis, and the series that hypotheses see.

import { type KnownWorld, known } from "../known.js";
import { manufacturer } from "../manufacturer.js";
import { settings } from "../settings.js";

/** Side of a maker's two series: what others ordered from it, and the end demand behind these orders in its units. */
export const OWN = 0;
export const END = 1;

/** One series per maker, series 2i + side of maker i; `history` holds `kept` demands of each, tick t at t mod kept. */
export type Series = ReturnType<typeof seriesOf>;

/** The series of one side at a tick, with what the hypotheses remember of it and the scenario's parameters for them. */
export function seriesOf(world: KnownWorld, side: typeof OWN | typeof END, tick: number) {
	const { history, smoothed, level, trend, meanBefore, meanNow, variance, covariance, slope, meanDemand } =
		known(world, manufacturer);
	const rules = known(world, settings);
	const kept = history.length / smoothed.length;
	return {
		...{ history, smoothed, level, trend, meanBefore, meanNow, variance, covariance, slope, meanDemand },
		side,
		kept,
		tick,
		newest: tick % kept,
		window: rules.forecastWindow[0],
		alpha: rules.forecastAlpha[0],
		holtAlpha: rules.holtAlpha[0],
		holtBeta: rules.holtBeta[0],
		season: rules.forecastSeason[0],
		memory: rules.forecastMemory[0],
		rho: rules.demandRho[0],
	};
}

/** Where the forecasts of the next tick stand: that of maker i is values[i · width + place]. */
export interface Forecasts {
	readonly values: Float64Array;
	readonly width: number;
	readonly place: number;
}

export interface Hypothesis {
	/** Takes in this tick's demand of makers [from, to), which is in the history, and forecasts their next tick. */
	learn(series: Series, from: number, to: number, forecasts: Forecasts): void;
	/** The sum over the next l ≥ 0 ticks of maker i, of which `next` is the first. */
	lead(series: Series, i: number, l: number, next: number): number;
}

/** Where all ticks to come are expected to be alike. */
export const alike: Hypothesis["lead"] = (_series, _i, l, next) => l * next;

/** 1 + ρ + … + ρ^(l−1): the weight of the next tick's deviation from the mean over l ticks, where it fades by ρ a tick. */
export function geometric(rho: number, l: number): number {
	let sum = 0;
	for (let k = 0, power = 1; k < l; k++, power *= rho) sum += power;
	return sum;
}
