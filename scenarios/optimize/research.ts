// One search: generations of proposals are raced until its runs are used, then the best finalist is selected.

import { channels } from "../../agents/parameters.js";
import { type Candidate, type Evaluations, outcomeAt } from "./evaluations.js";
import { GENERATION, type Proposals } from "./proposals.js";
import { byGain, gainOf, RACE_KEYS, race, raceCost } from "./race.js";
import { FIRST_STAGE, type Selected, selectFinalist } from "./select.js";

/** What a search has come to. */
export interface Found {
	readonly candidate: Candidate;
	/** Mean difference to the scenario's own organization in the races, where it was chosen for being large. */
	readonly gain: number;
	readonly runs: number;
	readonly selection: Selected;
}

/** Hears of each organization that did better in a race than all before it. */
export type Told = (found: Pick<Found, "candidate" | "gain">) => void;

/** Finalists that are compared with the organization that a search starts from. */
const FINALISTS = 4;
/** Of a search's runs, the share that is left for telling its finalists apart. */
const FOR_SELECTION = 0.25;
/** Keys on which is tried what of a result changes nothing. */
const TIDYING = 2;
const FOR_TIDYING = TIDYING * channels.length;
/** Generations without a new organization after which a search ends. */
const IDLE = 20;

/** Runs without which a search cannot race a generation and choose. */
export const LEAST_SHARE = raceCost(GENERATION) + (FINALISTS + 1) * FIRST_STAGE + FOR_TIDYING + RACE_KEYS;

/** Runs of a seed are told apart by what they are for. */
export const keysOf = (seed: string) => (kind: string, replication: number) =>
	`${seed}/${kind}/${replication}`;
export type KeyOf = ReturnType<typeof keysOf>;

export const raceKeys = (keyOf: KeyOf) => Array.from({ length: RACE_KEYS }, (_, r) => keyOf("search", r));

/** Uses at most `share` runs, but for what tidying takes. Where nothing proposed is better than the start, that is what is found. */
export async function research(
	evaluations: Evaluations,
	proposals: Proposals,
	start: Candidate,
	keyOf: KeyOf,
	share: number,
	tell: Told,
): Promise<Found> {
	const begin = evaluations.count;
	const keys = raceKeys(keyOf);
	const forSelection = Math.max((FINALISTS + 1) * FIRST_STAGE, Math.floor(share * FOR_SELECTION));
	const end = begin + share - forSelection - FOR_TIDYING - RACE_KEYS;
	const finalists = new Map<Candidate, number>();
	let best = 0;
	let asked = await proposals.next([]);
	for (let idle = 0; !asked.done && idle < IDLE; ) {
		const before = evaluations.count;
		const generation = asked.value.map((organization) => evaluations.candidate(organization));
		if (before + raceCost(generation.length) > end) break;
		const raced = await race(evaluations, generation, keys);
		for (const { candidate, gain, keys } of byGain(raced)) {
			if (keys < RACE_KEYS || gain === -Infinity || candidate === start) continue;
			finalists.set(candidate, gain);
			if (gain > best) tell({ candidate, gain });
			best = Math.max(best, gain);
		}
		idle = evaluations.count > before ? 0 : idle + 1;
		asked = await proposals.next(raced);
	}
	await proposals.return();
	const chosen = byGain([...finalists].map(([candidate, gain]) => ({ candidate, gain, keys: RACE_KEYS })))
		.slice(0, FINALISTS)
		.map(({ candidate }) => candidate);
	const selection = await selectFinalist(
		evaluations,
		[start, ...chosen],
		(replication) => keyOf("selection", replication),
		Math.floor(forSelection / (FINALISTS + 1)),
	);
	const { candidate } = selection;
	await evaluations.measure([candidate], keys);
	return {
		candidate,
		gain: gainOf(evaluations, candidate, keys),
		runs: evaluations.count - begin,
		selection,
	};
}

/** With the scenario's own boundary function in each channel where another one changes nothing, to the bit, in two runs. */
export async function tidied(
	evaluations: Evaluations,
	candidate: Candidate,
	keyOf: KeyOf,
): Promise<Candidate> {
	const keys = raceKeys(keyOf).slice(0, TIDYING);
	const own = Object.entries(evaluations.before.organization.boundaries);
	let tidy = candidate;
	for (const channel of channels) {
		const { moduleOf, boundaries } = tidy.organization;
		const ofChannel = Object.fromEntries(own.filter(([name]) => name.startsWith(channel)));
		const other = evaluations.candidate({ moduleOf, boundaries: { ...boundaries, ...ofChannel } });
		await evaluations.measure([other], keys);
		if (keys.every((key) => outcomeAt(other, key) === outcomeAt(tidy, key))) tidy = other;
	}
	return tidy;
}
