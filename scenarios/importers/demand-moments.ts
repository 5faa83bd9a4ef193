// What a scenario says of a demand series: its mean, deviation and autocorrelation, and its yearly cycle if it has one.

import { mean, standardDeviation } from "../../engine/analysis/summary.js";
import { exp } from "../../engine/math/exp.js";
import { log } from "../../engine/math/log.js";
import { sin } from "../../engine/math/sin.js";

const YEAR_DAYS = 365.25;
/** A cycle is said to be one if chance would make as much of one in so many series, at most. */
const SIGNIFICANCE = 0.01;
const LARGEST_AMPLITUDE = 0.95;

export interface Cycle {
	/** Share of the mean, below 1. */
	readonly amplitude: number;
	readonly periodTicks: number;
	/** By how much each period's demand differs from the mean, as a factor. */
	readonly factors: readonly number[];
}

/**
 * The yearly wave A sin(ωt + φ) of a series, by least squares; undefined for less than two years of it, or where it could be chance: by the F-test
 * of its share of the variance, with the effective number of observations n (1 − ρ)/(1 + ρ) of residuals that are autocorrelated (Bartlett 1946).
 */
export function yearlyCycle(values: readonly number[], tickDays: number): Cycle | undefined {
	const periodTicks = YEAR_DAYS / tickDays;
	if (values.length < 2 * periodTicks || periodTicks < 4) return undefined;
	const center = mean(values);
	const angle = (t: number) => (2 * Math.PI * t) / periodTicks;
	const waves = values.map((_, t) => [sin(angle(t)), sin(angle(t) + Math.PI / 2)] as const);
	const rest = values.map((value) => value - center);
	// Normal equations of the two waves; over whole years they are all but orthogonal.
	const sum = (of: (t: number) => number) => values.reduce((total, _, t) => total + of(t), 0);
	const [ss, sc, cc] = [
		sum((t) => waves[t][0] * waves[t][0]),
		sum((t) => waves[t][0] * waves[t][1]),
		sum((t) => waves[t][1] * waves[t][1]),
	];
	const [sy, cy] = [sum((t) => waves[t][0] * rest[t]), sum((t) => waves[t][1] * rest[t])];
	const a = (sy * cc - cy * sc) / (ss * cc - sc * sc);
	const b = (cy * ss - sy * sc) / (ss * cc - sc * sc);
	const wave = waves.map(([s, c]) => a * s + b * c);
	const left = rest.map((value, t) => value - wave[t]);
	const rho = Math.max(0, autocorrelation(left));
	const effective = (values.length * (1 - rho)) / (1 + rho) - 3;
	const share = sum((t) => left[t] * left[t]) / sum((t) => rest[t] * rest[t]);
	// P(F > f) of F(2, m) is (1 + 2f/m)^(−m/2), which is the unexplained share to the power of m/2.
	if (!(effective > 0) || (share > 0 && exp((effective / 2) * log(share)) > SIGNIFICANCE)) return undefined;
	const amplitude = Math.min(LARGEST_AMPLITUDE, Math.sqrt(a * a + b * b) / center);
	const shrink = (amplitude * center) / Math.sqrt(a * a + b * b);
	return { amplitude, periodTicks, factors: wave.map((value) => 1 + (shrink * value) / center) };
}

/** Of values one period apart; 0 where they are all the same. */
export function autocorrelation(values: readonly number[]): number {
	const center = mean(values);
	let [products, squares] = [0, 0];
	for (const [t, value] of values.entries()) {
		squares += (value - center) * (value - center);
		if (t > 0) products += (value - center) * (values[t - 1] - center);
	}
	return squares === 0 ? 0 : products / squares;
}

export interface Moments {
	readonly mean: number;
	readonly sd: number;
	readonly rho: number;
}

export const momentsOf = (values: readonly number[]): Moments => ({
	mean: mean(values),
	sd: standardDeviation(values),
	rho: autocorrelation(values),
});

/** The autocorrelation of all series, each by its size; 0 where it could be chance (beyond 1.96/√n). */
export function commonRho(series: readonly Moments[], periods: number): number {
	const total = series.reduce((sum, each) => sum + each.mean, 0);
	const rho = series.reduce((sum, each) => sum + (each.rho * each.mean) / total, 0);
	return Math.abs(rho) > 1.96 / Math.sqrt(periods) ? rho : 0;
}

/**
 * Demand cut at zero has another mean: a series that often comes near it is taken as counts, negative binomial, if its variance allows. Else
 * what matters is whether one period tells of the next.
 */
export function kindOf(series: readonly Moments[], rho: number): "negativeBinomial" | "ar1" | "normal" {
	const spread = series.every((each) => each.sd * each.sd > each.mean);
	const low = series.some((each) => each.mean < 2 * each.sd);
	if (spread && low) return "negativeBinomial";
	if (rho !== 0) return "ar1";
	return spread ? "negativeBinomial" : "normal";
}
