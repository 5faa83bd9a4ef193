// The terms of Sobol' indices: what each base row of Saltelli's scheme adds to each of the means they are made of.

import { rowLength } from "./designs/saltelli.js";
import type { Evaluations } from "./evaluations.js";
import { pairsOf } from "./groups.js";
import { mean } from "./summary.js";

/** A column holds a term for each base row, NaN where an evaluation that it needs has failed. */
export interface SobolTerms {
	/** Mean over the rows: V. */
	readonly variance: Float64Array;
	/** For each factor: V·S_i. */
	readonly first: readonly Float64Array[];
	/** For each factor: V·ST_i. */
	readonly total: readonly Float64Array[];
	/** Pairs of factors, and for each V·(S_ij + S_i + S_j); none without the second order. */
	readonly pairs: readonly (readonly [number, number])[];
	readonly second: readonly Float64Array[];
}

export function sobolTerms(
	{ values, replications }: Evaluations,
	k: number,
	secondOrder: boolean,
): SobolTerms {
	const length = rowLength(k, secondOrder);
	const rows = values.length / length;
	const means = Float64Array.from({ length: replications }, (_, r) => {
		const good = values.flatMap((list, i) => (i % length < 2 && Number.isFinite(list[r]) ? [list[r]] : []));
		return good.length > 0 ? mean(good) : NaN;
	});
	const columns = (count: number) => Array.from({ length: count }, () => new Float64Array(rows));
	const [variance] = columns(1);
	const first = columns(k);
	const total = columns(k);
	const pairs = secondOrder ? pairsOf(k) : [];
	const second = columns(pairs.length);
	for (let row = 0; row < rows; row++) {
		const [a, b, ...mixed] = values
			.slice(row * length, (row + 1) * length)
			.map((list) => list.map((value, r) => value - means[r]));
		variance[row] = (crossed(a, a) + crossed(b, b)) / 2;
		for (let i = 0; i < k; i++) {
			const moved = mixed[i].map((value, r) => value - a[r]);
			first[i][row] = crossed(b, moved);
			total[i][row] = crossed(moved, moved) / 2;
		}
		for (const [p, [i, j]] of pairs.entries()) {
			second[p][row] = crossed(mixed[k + i], mixed[j]) - crossed(a, b);
		}
	}
	return { variance, first, total, pairs, second };
}

/**
 * The product u·v without noise: its mean over different replications r ≠ s of which both have u and v, as the noise of one does not go
 * with that of another. With a single replication, the plain product.
 */
function crossed(u: Float64Array, v: Float64Array): number {
	if (u.length === 1) return u[0] * v[0];
	let sumU = 0;
	let sumV = 0;
	let same = 0;
	let n = 0;
	for (let r = 0; r < u.length; r++) {
		const product = u[r] * v[r];
		if (Number.isNaN(product)) continue;
		sumU += u[r];
		sumV += v[r];
		same += product;
		n++;
	}
	return n > 1 ? (sumU * sumV - same) / (n * (n - 1)) : NaN;
}
