// Which of the finalists is best: the procedure of Kim & Nelson on keys that no race has used.

import { kimNelsonH2, selectBest } from "../../engine/analysis/kim-nelson.js";
import { variance } from "../../engine/analysis/summary.js";
import { type Candidate, type Evaluations, outcomeAt } from "./evaluations.js";

const ALPHA = 0.05;
/** Differences of efficacy below this are not worth a run. */
const LEAST_DELTA = 0.0005;
/** Replications of each finalist in the first stage. */
export const FIRST_STAGE = 10;

export interface Selected {
	readonly candidate: Candidate;
	readonly finalists: number;
	/** The least difference that was to be told with this confidence. */
	readonly delta: number;
	readonly confidence: number;
	readonly samples: number;
}

/**
 * The best of the finalists, within delta of it, with probability 1 − alpha. From the variances of the first stage delta is set so large that
 * the procedure ends within `most` replications of each. One that fails in the first stage is out of it.
 */
export async function selectFinalist(
	evaluations: Evaluations,
	finalists: readonly Candidate[],
	keyOf: (replication: number) => string,
	most: number,
): Promise<Selected> {
	const first = Array.from({ length: FIRST_STAGE }, (_, r) => keyOf(r));
	await evaluations.measure(finalists, first);
	const sound = finalists.filter(({ measures }) =>
		first.every((key) => "outcomes" in (measures.get(key) ?? {})),
	);
	const values = sound.map((candidate) => first.map((key) => outcomeAt(candidate, key)));
	const largest = values.reduce(
		(sofar, a, i) =>
			values
				.slice(0, i)
				.reduce((most, b) => Math.max(most, variance(a.map((value, r) => value - b[r]))), sofar),
		0,
	);
	const systems = sound.length;
	const bound = systems > 1 ? Math.sqrt((kimNelsonH2(systems, FIRST_STAGE, ALPHA) * largest) / most) : 0;
	const delta = Math.max(LEAST_DELTA, bound);
	const { best, samples } = await selectBest({
		systems,
		delta,
		alpha: ALPHA,
		n0: FIRST_STAGE,
		async sample(system, replication) {
			const key = keyOf(replication);
			await evaluations.measure([sound[system]], [key]);
			return outcomeAt(sound[system], key);
		},
	});
	return { candidate: sound[best], finalists: systems, delta, confidence: 1 - ALPHA, samples };
}
