// What procedures that select the best system share: their options, and how they sample.

import { wholeNumber } from "./arguments.js";
import { type Sense, signOf } from "./sense.js";

export interface SelectionOptions {
	/** Number of systems. */
	readonly systems: number;
	/** The outcome of a 0-based system in a 0-based replication; may be async, and is then asked for several at once. */
	readonly sample: (system: number, replication: number) => number | Promise<number>;
	/** The least difference of means worth detecting, > 0 (the indifference zone). */
	readonly delta: number;
	/** 1 − the probability of a right choice; in (0, 1 − 1/systems), since a blind choice gives 1/systems. */
	readonly alpha: number;
	/** Replications of each system in the first stage, a whole number from 2 on; 10 or more give good estimates of variances. */
	readonly n0: number;
	/** "maximize" unless told. */
	readonly sense?: Sense;
}

export interface Selection {
	/** 0-based. */
	readonly best: number;
	/** Samples taken in all. */
	readonly samples: number;
	readonly samplesOf: readonly number[];
}

/** Throws RangeError for options outside their range. */
export function checkSelection(name: string, { systems, sample, delta, alpha, n0 }: SelectionOptions): void {
	wholeNumber(name, "systems", systems, 1);
	if (typeof sample !== "function")
		throw new RangeError(`${name}: sample must be a function of system and replication, got ${sample}`);
	if (!(delta > 0 && delta < Infinity))
		throw new RangeError(`${name}: delta must be positive and finite, got ${delta}`);
	const most = systems === 1 ? 1 : 1 - 1 / systems;
	if (!(alpha > 0 && alpha < most))
		throw new RangeError(`${name}: alpha must lie in (0, ${most}) for ${systems} systems, got ${alpha}`);
	wholeNumber(name, "n0", n0, 2);
}

export type Sampler = (
	pairs: readonly (readonly [system: number, replication: number])[],
) => Promise<number[]>;

/**
 * Samples [system, replication] pairs, all at once where `sample` is async, and gives their values in that order, so oriented that more is
 * better. Rejects with RangeError when a value is not finite.
 */
export function sampler(name: string, { sample, sense = "maximize" }: SelectionOptions): Sampler {
	const sign = signOf(sense, name);
	return (pairs) =>
		Promise.all(
			pairs.map(async ([system, replication]) => {
				const value = await sample(system, replication);
				if (Number.isFinite(value)) return sign * value;
				throw new RangeError(
					`${name}: the sample of system ${system} in replication ${replication} must be finite, got ${value}`,
				);
			}),
		);
}

/** The first n0 replications, values[system][replication]. */
export async function firstStage({ systems, n0 }: SelectionOptions, draw: Sampler): Promise<number[][]> {
	const pairs = Array.from(
		{ length: systems * n0 },
		(_, at) => [at % systems, Math.floor(at / systems)] as const,
	);
	const values = await draw(pairs);
	return Array.from({ length: systems }, (_, i) => values.filter((_, at) => at % systems === i));
}
