// Clustering: machines whose life ended are graded by age, and the grades that are worth it are taken apart with care.

import { columns, type World } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { gradeByAge } from "../data/grading.js";
import { settings } from "../settings.js";
import { AGES } from "./columns.js";

/** Returns of earlier reviews count half as much at each. */
const KEPT = 0.5;
/** Bins to one usual life. */
const LIFE = AGES / 2;

/** Bin of a machine's age in time when its life of use ended: usual life over use rate. */
export const returnBin = (useRate: number) => Math.min(AGES - 1, Math.floor(LIFE / useRate));

/**
 * What this tick's returns yield over what they would the usual way, which is 1 without grades: taken apart with care, a machine of age A
 * yields 1 + gain (1 − A/mean A). Then they are counted, and after a review graded anew.
 */
export function gradeReturns(world: World, from: number, to: number, tick: number): void {
	const { returnAges, returnsSeen, takenApart, returnAge, gradedYield } = columns(world, accounts);
	const { useClustering, grades, gradeGain, reviewEvery } = columns(world, settings);
	gradedYield.fill(1, from, to);
	if (useClustering[0] === 0) return;
	for (let a = from; a < to; a++) {
		const base = a * AGES;
		const mean = returnAge[a] * LIFE;
		let machines = 0;
		let yielded = 0;
		for (let b = 0; b < AGES; b++) {
			const n = returnAges[base + b];
			const careful = takenApart[base + b] === 1;
			machines += n;
			yielded += n * (careful ? Math.max(0, 1 + gradeGain[0] * (1 - (b + 0.5) / mean)) : 1);
			returnsSeen[base + b] += n;
			returnAges[base + b] = 0;
		}
		if (machines > 0) gradedYield[a] = yielded / machines;
		if (tick % reviewEvery[0] > 0) continue;
		const seen = returnsSeen.subarray(base, base + AGES);
		const found = gradeByAge(seen, grades[0]);
		for (let b = 0; b < AGES; b++) seen[b] = KEPT * seen[b];
		if (!found) continue;
		takenApart.set(found.young, base);
		returnAge[a] = found.mean / LIFE;
	}
}
