// The best of several systems, sampled one replication at a time: the KN procedure (Kim & Nelson 2001).

import { pow } from "../math/index.js";
import { wholeNumber } from "./arguments.js";
import { checkSelection, firstStage, type Selection, type SelectionOptions, sampler } from "./sampling.js";
import { variance } from "./summary.js";

/**
 * h² = 2η(n₀ − 1) with η = ½[(2α/(k − 1))^(−2/(n₀ − 1)) − 1], for k ≥ 2 systems, a first stage of n₀ ≥ 2 and 0 < α < 1 − 1/k (Kim & Nelson
 * 2001, c = 1). h²S²/δ² bounds the replications of two systems whose difference has variance S². Throws RangeError for other arguments.
 */
export function kimNelsonH2(systems: number, n0: number, alpha: number): number {
	wholeNumber("kimNelsonH2", "systems", systems, 2);
	wholeNumber("kimNelsonH2", "n0", n0, 2);
	if (!(alpha > 0 && alpha < 1 - 1 / systems))
		throw new RangeError(`kimNelsonH2: alpha must lie in (0, ${1 - 1 / systems}), got ${alpha}`);
	return (pow((2 * alpha) / (systems - 1), -2 / (n0 - 1)) - 1) * (n0 - 1);
}

/**
 * Selects the system with the best mean by the fully sequential procedure KN with c = 1 (Kim & Nelson 2001): after n0 replications of each
 * it drops, replication by replication, the systems that are clearly worse than another. When all samples are normal and the best
 * mean is better by `delta` or more than any other, the choice is right with probability 1 − alpha or more; within delta it is then a good one.
 * Variances may be unequal, and a replication's random numbers may be common to the systems (sample(i, r) is paired with
 * sample(l, r)), which saves samples; replications must be independent. The choice depends on the samples alone, not on when they arrive. Equal best
 * systems: the first. One system is selected unseen. Rejects with RangeError for options outside their range or a sample that is not finite.
 */
export async function selectBest(options: SelectionOptions): Promise<Selection> {
	checkSelection("selectBest", options);
	const { systems, delta, alpha, n0 } = options;
	const draw = sampler("selectBest", options);
	if (systems === 1) return { best: 0, samples: 0, samplesOf: [0] };

	const first = await firstStage(options, draw);
	const sums = first.map((values) => values.reduce((a, b) => a + b, 0));
	const samplesOf = first.map((values) => values.length);
	const h2 = kimNelsonH2(systems, n0, alpha);
	/** h²S²/δ² of each pair. */
	const reach = first.map((a) =>
		first.map((b) => (h2 * variance(a.map((value, r) => value - b[r]))) / (delta * delta)),
	);
	const longest = Math.floor(reach.flat().reduce((a, b) => Math.max(a, b)));

	const survive = (among: readonly number[], r: number) =>
		among.filter((i) =>
			among.every((l) => sums[i] >= sums[l] - Math.max(0, (delta / 2) * (reach[i][l] - r))),
		);
	let left = Array.from({ length: systems }, (_, i) => i);
	let r = n0;
	if (r <= longest) left = survive(left, r);
	while (left.length > 1 && r <= longest) {
		const values = await draw(left.map((i) => [i, r]));
		for (const [at, i] of left.entries()) {
			sums[i] += values[at];
			samplesOf[i] += 1;
		}
		r += 1;
		if (r <= longest) left = survive(left, r);
	}
	const best = left.reduce((a, b) => (sums[b] > sums[a] ? b : a));
	return { best, samples: samplesOf.reduce((a, b) => a + b, 0), samplesOf };
}
