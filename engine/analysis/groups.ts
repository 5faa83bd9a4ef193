// Several samples side by side: their means and what is pooled of their variances.

import { checkFinite } from "./arguments.js";
import { mean, variance } from "./summary.js";

export interface PooledGroups {
	readonly sizes: readonly number[];
	readonly means: readonly number[];
	/** Σ(nᵢ − 1). */
	readonly degreesOfFreedom: number;
	/** Root of Σ(nᵢ − 1)sᵢ²/Σ(nᵢ − 1). */
	readonly deviation: number;
}

/** Pools two or more groups of finite values with, together, more values than groups. `name`: the caller, for the RangeError thrown otherwise. */
export function poolGroups(name: string, groups: readonly ArrayLike<number>[]): PooledGroups {
	if (groups.length < 2) throw new RangeError(`${name}: needs two groups or more, got ${groups.length}`);
	for (const [i, group] of groups.entries()) checkFinite(`${name}: group ${i}`, group);
	const sizes = groups.map((group) => group.length);
	const degreesOfFreedom = sizes.reduce((sum, n) => sum + n - 1, 0);
	if (degreesOfFreedom === 0)
		throw new RangeError(`${name}: needs a group of two values or more to know a variance`);
	const squares = groups.reduce(
		(sum, group) => sum + (group.length > 1 ? (group.length - 1) * variance(group) : 0),
		0,
	);
	return {
		sizes,
		means: groups.map(mean),
		degreesOfFreedom,
		deviation: Math.sqrt(squares / degreesOfFreedom),
	};
}

/** The pairs (a, b), a < b, of `count` groups in order. */
export const pairsOf = (count: number): readonly (readonly [number, number])[] =>
	Array.from({ length: count }, (_, a) =>
		Array.from({ length: count - a - 1 }, (_, i) => [a, a + 1 + i] as const),
	).flat();
