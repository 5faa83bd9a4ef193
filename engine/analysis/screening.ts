// The subset of systems that may be the best, whatever their variances.

import { pow } from "../math/index.js";
import { checkFinite } from "./arguments.js";
import { studentQuantile } from "./distributions.js";
import { type Sense, signOf } from "./sense.js";
import { mean, variance } from "./summary.js";

/**
 * The systems, 0-based, that may be the best: kept with `level` or more probability, in (1/k, 1), is the best of k independent normal systems
 * (Nelson, Swann, Goldsman & Song 2001; Boesel, Nelson & Kim 2003 for unequal sizes), or one within `delta` ≥ 0 of it, which leaves fewer.
 * System i stays when its mean is no worse than that of any l by more than √(tᵢ²Sᵢ²/nᵢ + tₗ²Sₗ²/nₗ) − delta (at least 0), tᵢ the
 * level^(1/(k − 1))-quantile of Student's t with nᵢ − 1 degrees of freedom. One system stays. Throws RangeError for no systems, one with
 * fewer than two values or one that is not finite, or a level or delta outside their range.
 */
export function screen(
	systems: readonly ArrayLike<number>[],
	level: number,
	{ sense = "maximize", delta = 0 }: { readonly sense?: Sense; readonly delta?: number } = {},
): readonly number[] {
	const sign = signOf(sense, "screen");
	const count = systems.length;
	if (count === 0) throw new RangeError("screen: no systems");
	for (const [i, values] of systems.entries()) checkFinite(`screen: system ${i}`, values);
	const short = systems.findIndex((values) => values.length < 2);
	if (short >= 0) {
		throw new RangeError(`screen: system ${short} needs two values or more, got ${systems[short].length}`);
	}
	if (!(level > (count === 1 ? 0 : 1 / count) && level < 1))
		throw new RangeError(`screen: level must lie in (1/${count}, 1), got ${level}`);
	if (!(delta >= 0)) throw new RangeError(`screen: delta must be 0 or more, got ${delta}`);
	if (count === 1) return [0];
	const each = pow(level, 1 / (count - 1));
	const means = systems.map((values) => sign * mean(values));
	const errors = systems.map((values) => {
		const t = studentQuantile(each, values.length - 1);
		return (t * t * variance(values)) / values.length;
	});
	const stays = (i: number, l: number) =>
		means[i] >= means[l] - Math.max(0, Math.sqrt(errors[i] + errors[l]) - delta);
	return means.flatMap((_, i) => (means.every((_, l) => stays(i, l)) ? [i] : []));
}
