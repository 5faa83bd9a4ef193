// Prediction of failures: the Weibull distribution of lives, fitted to lives of which some are not over yet.

import { solveRising } from "../../engine/analysis/quadrature.js";
import { exp } from "../../engine/math/exp.js";
import { log } from "../../engine/math/log.js";
import { pow } from "../../engine/math/pow.js";

/** Survival S(t) = exp(−(t/scale)^shape): shape β > 1 wears out, β < 1 wears in; the scale η in the unit of t. */
export interface Weibull {
	readonly shape: number;
	readonly scale: number;
}

export interface WeibullFit extends Weibull {
	/** Ends that were seen. */
	readonly events: number;
	/** Standard errors, from the inverse of the observed information. */
	readonly shapeError: number;
	readonly scaleError: number;
}

/**
 * Maximum likelihood for lives of which some are censored on the right, known to be longer than their time (Cohen 1965): β solves
 * Σ t^β ln t / Σ t^β − 1/β = mean of ln t over the ends seen, the sums over all; η^β = Σ t^β / ends. `observed[i]` says whether the end of i was
 * seen at times[i] > 0; left out, all were.
 * Throws RangeError for unequal lengths, a time that is not positive and finite, or where the likelihood has no maximum: no end seen, or all
 * ends at the longest time.
 */
export function fitWeibull({
	times,
	observed,
}: {
	readonly times: ArrayLike<number>;
	readonly observed?: ArrayLike<boolean | number>;
}): WeibullFit {
	const n = times.length;
	if (observed && observed.length !== n)
		throw new RangeError(`fitWeibull: ${n} times need as many observed, got ${observed.length}`);
	let longest = 0;
	for (let i = 0; i < n; i++) {
		if (!(times[i] > 0 && times[i] < Infinity))
			throw new RangeError(`fitWeibull: times[${i}] must be positive and finite, got ${times[i]}`);
		longest = Math.max(longest, times[i]);
	}
	// In units of the longest no power overflows.
	const logs = Float64Array.from({ length: n }, (_, i) => log(times[i] / longest));
	let events = 0;
	let logSum = 0;
	for (let i = 0; i < n; i++) {
		if (!(observed?.[i] ?? true)) continue;
		events++;
		logSum += logs[i];
	}
	if (events === 0 || logSum === 0)
		throw new RangeError("fitWeibull: needs an end that was seen before the longest time");
	/** Σ t^β (ln t)^k for k = 0, 1, 2. */
	const sums = (shape: number) => {
		const found = [0, 0, 0] as [number, number, number];
		for (const l of logs) {
			const power = exp(shape * l);
			found[0] += power;
			found[1] += power * l;
			found[2] += power * l * l;
		}
		return found;
	};
	const shape = solveRising((beta) => {
		const [zero, one] = sums(beta);
		return beta * (one / zero - logSum / events);
	}, 1);
	const [zero, one, two] = sums(shape);
	const scale = longest * pow(zero / events, 1 / shape);
	// In ln β and ln η the information is events · [[1 + β² m2, −β² m1], [−β² m1, β²]], m_k = mean of (t/η)^β (ln t/η)^k.
	const shift = log(scale / longest);
	const m1 = (one - shift * zero) / zero;
	const m2 = (two - 2 * shift * one + shift * shift * zero) / zero;
	const spread = 1 + shape * shape * (m2 - m1 * m1);
	return {
		shape,
		scale,
		events,
		shapeError: shape / Math.sqrt(events * spread),
		scaleError: (scale / shape) * Math.sqrt((1 + shape * shape * m2) / (events * spread)),
	};
}

/** Cumulative hazard (t/η)^β: failures of a machine that each time is repaired as old as it was (Barlow & Hunter 1960). */
export const cumulativeHazard = ({ shape, scale }: Weibull, age: number) => pow(age / scale, shape);

/** Probability that what has reached `age` fails within the next `ahead`: 1 − S(age + ahead)/S(age). */
export const failureProbability = (law: Weibull, age: number, ahead: number) =>
	1 - exp(cumulativeHazard(law, age) - cumulativeHazard(law, age + ahead));

/** Steps of the integral below; of a double-exponential rule, so that 16 of them to a unit are exact to rounding. */
const STEP = 1 / 16;

/**
 * Mean remaining life at `age` ≥ 0: ∫ S(age + x)/S(age) dx = ∫ e^−u (η (H(age) + u)^(1/β) − age) du over u from 0, by the trapezoidal rule in
 * s with u = exp(s − e^−s) (Takahasi & Mori 1974). At age 0 it is η Γ(1 + 1/β).
 */
export function meanRemainingLife(law: Weibull, age: number): number {
	const so = cumulativeHazard(law, age);
	let sum = 0;
	for (let s = -4; s <= 4.5; s += STEP) {
		const falling = exp(-s);
		const u = exp(s - falling);
		const life = law.scale * pow(so + u, 1 / law.shape) - age;
		sum += exp(-u) * life * u * (1 + falling);
	}
	return sum * STEP;
}
