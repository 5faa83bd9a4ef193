// A race of candidates on common random numbers: after each lap the better half goes on, on more keys.

import { mean } from "../../engine/analysis/summary.js";
import { type Candidate, type Evaluations, outcomeAt } from "./evaluations.js";

/** Keys that a candidate has run on after each lap. */
const LAPS = [1, 2, 4, 8];
export const RACE_KEYS = LAPS[LAPS.length - 1];

export interface Raced {
	readonly candidate: Candidate;
	/** Mean of its efficacy less the scenario's own on the same keys. */
	readonly gain: number;
	/** Keys that it has run on. */
	readonly keys: number;
}

/**
 * Sequential halving (Karnin, Koren & Somekh 2013): what falls behind early costs one run, what stays in front costs one on every
 * key. Gains are paired with the scenario's own runs, so that those of candidates dropped at different laps compare.
 * Given in the order of the candidates.
 */
export async function race(
	evaluations: Evaluations,
	candidates: readonly Candidate[],
	keys: readonly string[],
): Promise<Raced[]> {
	const raced = new Map<Candidate, Raced>();
	let left = [...new Set(candidates)];
	for (const [lap, count] of LAPS.entries()) {
		const used = keys.slice(0, count);
		await evaluations.measure([evaluations.before, ...left], used);
		for (const candidate of left)
			raced.set(candidate, { candidate, gain: gainOf(evaluations, candidate, used), keys: count });
		if (lap + 1 === LAPS.length) break;
		left = byGain(left.map((candidate) => raced.get(candidate) as Raced))
			.slice(0, Math.ceil(left.length / 2))
			.map(({ candidate }) => candidate);
	}
	return candidates.map((candidate) => raced.get(candidate) as Raced);
}

/** Runs that a race of so many candidates can take. */
export function raceCost(candidates: number): number {
	let left = candidates;
	let cost = 0;
	for (const [lap, count] of LAPS.entries()) {
		cost += left * (count - (LAPS[lap - 1] ?? 0));
		left = Math.ceil(left / 2);
	}
	return cost;
}

/** The largest gain first; equal ones in the order of proposals. */
export const byGain = (raced: readonly Raced[]) =>
	[...raced].sort((a, b) => b.gain - a.gain || a.candidate.number - b.candidate.number);

/** Mean difference to the scenario's own organization; −Infinity where a run failed: such a one is not for use. */
export const gainOf = ({ before }: Evaluations, candidate: Candidate, keys: readonly string[]) =>
	mean(keys.map((key) => outcomeAt(candidate, key, "efficacy", -Infinity) - outcomeAt(before, key)));
