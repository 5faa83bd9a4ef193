// Morris trajectories: walks over a grid on which each factor moves once.

import { type Sequence, sequence } from "../../random/sequence.js";
import { purpose } from "../../random/stream.js";
import { wholeNumber } from "../arguments.js";
import { rangesOf, type Space, scale } from "./space.js";

const WALKS = purpose("design.morris");

export type MorrisOptions = Space & {
	readonly trajectories: number;
	/** Levels of the grid, even; 4 where left out. */
	readonly levels?: number;
	/** "1" where left out. */
	readonly seed?: string;
};

/**
 * Trajectories of factors + 1 points each, one after another. From a random point of the grid 0, 1/(p − 1), … 1 each factor, in random
 * order, moves once by Δ = p/(2(p − 1)), up or down as the grid allows, so that each level is as likely (Morris 1991).
 * Throws RangeError for an odd number of levels or no trajectories.
 */
export function morris({ trajectories, levels = 4, seed = "1", ...space }: MorrisOptions): number[][] {
	const ranges = rangesOf("morris", space);
	const count = wholeNumber("morris", "trajectories", trajectories, 1);
	if (wholeNumber("morris", "levels", levels, 2) % 2 !== 0) {
		throw new RangeError(`morris: levels must be even, got ${levels}`);
	}
	const draws = sequence(seed, WALKS);
	const walks = Array.from({ length: count }, () => walk(ranges.length, levels, draws));
	return walks.flat().map((point) => point.map((level, i) => scale(ranges[i], level / (levels - 1))));
}

function walk(factors: number, levels: number, draws: Sequence): number[][] {
	let at = Array.from({ length: factors }, () => draws.below(levels));
	const points = [at];
	for (const i of draws.shuffle(Array.from({ length: factors }, (_, i) => i))) {
		at = at.with(i, (at[i] + levels / 2) % levels);
		points.push(at);
	}
	return points;
}
