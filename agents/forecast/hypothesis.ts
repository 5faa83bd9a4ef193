// §4.5 The contract of a forecast hypothesis, and the series that hypotheses see.

import type { ColumnViews } from "../../engine/world/kind.js";
import type { manufacturer } from "../manufacturer.js";
import type { settings } from "../settings.js";

export type Makers = ColumnViews<typeof manufacturer.groups, "fixed" | "open" | "twin">;
export type Rules = ColumnViews<typeof settings.groups, "fixed">;

/** Side of a maker's two series: what others ordered from it, and the end demand behind these orders in its units. */
export const OWN = 0;
export const END = 1;

/** One demand series per maker: series 2i + side of maker i, in the history and in the hypotheses' columns. */
export interface Series {
	readonly own: Makers;
	readonly rules: Rules;
	readonly side: typeof OWN | typeof END;
	readonly tick: number;
	/** Demands in the history of a series: that of tick t at t mod kept, this tick's at `newest`. */
	readonly kept: number;
	readonly newest: number;
}

export function seriesOf(own: Makers, rules: Rules, side: Series["side"], tick: number): Series {
	const kept = own.history.length / (2 * own.demandNow.length);
	return { own, rules, side, tick, kept, newest: tick % kept };
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
