// Organizations of which none is better than another in every objective: NSGA-II over the space of J.

import { outcomeMetrics } from "../../agents/metrics/outcomes.js";
import { openOptimizeMany } from "../../optimizers/optimize-many.js";
import { dominates } from "../../optimizers/pareto.js";
import { type Candidate, type Evaluations, outcomeAt } from "./evaluations.js";
import { type Estimated, levelOf } from "./held-out.js";
import type { Searching } from "./proposals.js";
import { guidedSpace } from "./space.js";

/** Outcomes that can be objectives: those of which one knows which way is good. */
export const objectiveNames = outcomeMetrics.filter(({ better }) => better).map(({ name }) => name);

const POPULATION = 16;
/** Keys on which each is run in the search. */
const KEYS = 2;
/** Of the front, organizations that are run anew, and the keys for it. */
const SHOWN = 12;
const FRESH = 8;

export interface TradeOff {
	readonly candidate: Candidate;
	/** In the order of the objectives, on keys that the search has not used. */
	readonly objectives: readonly Estimated[];
}

/** Runs without which there is no front to speak of. */
export const LEAST_RUNS = (SHOWN + 2) * FRESH + 2 * KEYS * POPULATION;

/**
 * Searches until `until` runs have been counted, then runs the front anew on keys of its own, beside `also`; of these those are
 * given that no other dominates.
 */
export async function tradeOffs(
	evaluations: Evaluations,
	searching: Searching,
	names: readonly string[],
	keyOf: (kind: string, replication: number) => string,
	until: number,
	also: readonly Candidate[],
): Promise<TradeOff[]> {
	const signs = names.map((name) =>
		outcomeMetrics.find((one) => one.name === name)?.better === "higher" ? -1 : 1,
	);
	const space = guidedSpace(searching.parameters, searching.graph, searching.searched, searching.limits);
	const search = openOptimizeMany({
		method: "nsga2",
		bounds: Array.from({ length: space.dimension }, () => [0, 1] as const),
		seed: searching.seed,
		budget: Number.MAX_SAFE_INTEGER,
		populationSize: POPULATION,
	});
	const keys = Array.from({ length: KEYS }, (_, r) => keyOf("search", r));
	const end = until - (SHOWN + also.length) * FRESH;
	const worth = (candidate: Candidate) =>
		names.map((name, m) =>
			keys.reduce(
				(sum, key) => sum + (signs[m] * outcomeAt(candidate, key, name, signs[m] * Infinity)) / KEYS,
				0,
			),
		);
	for (let idle = 0; idle < 20; ) {
		const points = await search.ask();
		if (points.length === 0 || evaluations.count + points.length * KEYS > end) break;
		const before = evaluations.count;
		const candidates = points.map((point) => evaluations.candidate(space.organizationAt(point)));
		await evaluations.measure(candidates, keys);
		search.tell(candidates.map(worth));
		idle = evaluations.count > before ? 0 : idle + 1;
	}
	const found = search.best.slice(0, SHOWN).map(({ x }) => evaluations.candidate(space.organizationAt(x)));
	const shown = [...new Set([...also, ...found])];
	const fresh = Array.from({ length: FRESH }, (_, r) => keyOf("front", r));
	await evaluations.measure(shown, fresh);
	const sound = shown.filter(({ measures }) => fresh.some((key) => "outcomes" in (measures.get(key) ?? {})));
	const all = sound.map((candidate) => ({
		candidate,
		objectives: names.map((name) => levelOf(candidate, fresh, name)),
	}));
	const values = all.map(({ objectives }) => objectives.map(({ mean }, m) => signs[m] * mean));
	return all.filter((_, i) => !values.some((other) => dominates(other, values[i])));
}
