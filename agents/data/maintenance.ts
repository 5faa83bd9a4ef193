// When planned maintenance pays: by age for what is replaced, and for a machine that may be overhauled now.

import { solveRising } from "../../engine/analysis/quadrature.js";
import { exp } from "../../engine/math/exp.js";
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
 * What planned maintenance of a machine is worth now, in the unit of the costs: the failures it saves in the use `ahead`, each worth
 * `corrective`, less `planned`. It makes the age `left`·age (virtual age: Kijima 1989); repairs of failures leave the age as it is. Worth it
 * where above 0; the machine's age at which it becomes so rises with planned/corrective.
 */
export function plannedWorth(
	law: Weibull,
	age: number,
	ahead: number,
	{
		planned,
		corrective,
		left,
	}: { readonly planned: number; readonly corrective: number; readonly left: number },
): number {
	const failures = (from: number) => cumulativeHazard(law, from + ahead) - cumulativeHazard(law, from);
	return corrective * (failures(age) - failures(left * age)) - planned;
}
