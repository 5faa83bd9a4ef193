// When planned maintenance pays: by age, for what is replaced and for what is made younger.

import { solveRising } from "../../engine/analysis/quadrature.js";
import { exp } from "../../engine/math/exp.js";
import { pow } from "../../engine/math/pow.js";
import { cumulativeHazard, meanRemainingLife, type Weibull } from "./weibull.js";

/**
 * Age replacement (Barlow & Hunter 1960): replaced at age T at cost `planned`, or at failure at cost `corrective` > `planned` > 0. The cost
 * per unit of time (planned S(T) + corrective F(T)) / ∫ S over 0..T is least where h(T) ∫ S − F(T) = planned/(corrective − planned), h the
 * hazard rate; it is then (corrective − planned) h(T). Without wear, β ≤ 1, never: age Infinity, rate corrective over the mean life.
 */
export function ageReplacement(
	law: Weibull,
	{ planned, corrective }: { readonly planned: number; readonly corrective: number },
): { readonly age: number; readonly rate: number } {
	if (!(planned > 0 && corrective > planned))
		throw new RangeError(`ageReplacement: needs 0 < planned < corrective, got ${planned} and ${corrective}`);
	const { shape, scale } = law;
	const life = meanRemainingLife(law, 0);
	if (shape <= 1) return { age: Infinity, rate: corrective / life };
	const hazard = (age: number) => (age > 0 ? (shape * cumulativeHazard(law, age)) / age : 0);
	const balance = (x: number) => {
		const age = x * scale;
		const survival = exp(-cumulativeHazard(law, age));
		const lived = life - survival * meanRemainingLife(law, age);
		return hazard(age) * lived - (1 - survival);
	};
	const age = scale * solveRising(balance, planned / (corrective - planned));
	return { age, rate: (corrective - planned) * hazard(age) };
}

/**
 * Virtual age A at which planned maintenance of a machine costs least, if it makes the age `left`·A (Kijima 1989) and failures are repaired
 * minimally (Barlow & Hunter 1960, policy II): the cost per unit of use (planned + corrective (H(A) − H(left A)))/((1 − left) A), H = (A/η)^β, is
 * least where (A/η)^β = planned/(corrective (1 − left^β)(β − 1)). Without wear, β ≤ 1, or at no cost of failures never: Infinity.
 */
export function maintenanceAge(
	{ shape, scale }: Weibull,
	{
		planned,
		corrective,
		left,
	}: { readonly planned: number; readonly corrective: number; readonly left: number },
): number {
	const saved = corrective * (1 - pow(left, shape)) * (shape - 1);
	return shape > 1 && saved > 0 ? scale * pow(planned / saved, 1 / shape) : Infinity;
}
