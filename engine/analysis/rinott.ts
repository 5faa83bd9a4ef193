// The best of several systems in two stages: Rinott's procedure (1978).

import { pow } from "../math/index.js";
import { wholeNumber } from "./arguments.js";
import { normalCdf } from "./distributions.js";
import { chiSquareNodes, solveRising } from "./quadrature.js";
import { checkSelection, firstStage, type Selection, type SelectionOptions, sampler } from "./sampling.js";
import { mean, variance } from "./summary.js";

/**
 * Rinott's h: the root of ∫[∫Φ(h/√((n₀ − 1)(1/x + 1/y))) f(x) dx]^(k − 1) f(y) dy = P, f the χ² density with n₀ − 1 degrees of freedom (Rinott 1978;
 * tables: Wilcox 1984). For k ≥ 2 systems, n₀ ≥ 2 and a probability of right choice P in (1/k, 1). Throws RangeError for others.
 */
export function rinottH(systems: number, n0: number, probability: number): number {
	wholeNumber("rinottH", "systems", systems, 2);
	wholeNumber("rinottH", "n0", n0, 2);
	if (!(probability > 1 / systems && probability < 1))
		throw new RangeError(`rinottH: probability must lie in (${1 / systems}, 1), got ${probability}`);
	const { at, weight } = chiSquareNodes(n0 - 1);
	const right = (h: number) =>
		at.reduce((sum, y, j) => {
			const beats = at.reduce(
				(inner, x, i) => inner + weight[i] * normalCdf(h / Math.sqrt((n0 - 1) * (1 / x + 1 / y))),
				0,
			);
			return sum + weight[j] * pow(beats, systems - 1);
		}, 0);
	return solveRising(right, probability);
}

/**
 * Selects the system with the best mean in two stages (Rinott 1978): n0 replications of each, then up to ⌈h²S²/delta²⌉ of a system with variance
 * S², and the best mean of all. Same guarantee as `selectBest`, but the samples of systems must be independent of each other: no common
 * random numbers. Takes more samples; asks for them all at once, in two rounds. Rejects with RangeError for options outside their range or a
 * sample that is not finite.
 */
export async function selectBestInTwoStages(options: SelectionOptions): Promise<Selection> {
	checkSelection("selectBestInTwoStages", options);
	const { systems, delta, alpha, n0 } = options;
	const draw = sampler("selectBestInTwoStages", options);
	if (systems === 1) return { best: 0, samples: 0, samplesOf: [0] };
	const first = await firstStage(options, draw);
	const h = rinottH(systems, n0, 1 - alpha);
	const needed = first.map((values) => Math.max(n0, Math.ceil((h * h * variance(values)) / (delta * delta))));
	const rest = needed.flatMap((n, i) => Array.from({ length: n - n0 }, (_, at) => [i, n0 + at] as const));
	const values = await draw(rest);
	const samples = first.map((list) => [...list]);
	for (const [at, [i]] of rest.entries()) samples[i].push(values[at]);
	const means = samples.map(mean);
	return {
		best: means.indexOf(Math.max(...means)),
		samples: needed.reduce((a, b) => a + b, 0),
		samplesOf: needed,
	};
}
