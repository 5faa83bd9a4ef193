// PRIM: boxes of the factor space in which an outcome is high (scenario discovery).

import { type Cases, readCases } from "./cases.js";
import type { Point } from "./designs/space.js";
import { type Bounds, inside, pasteAll, peelAll, sumOf } from "./peeling.js";

/** The limits of a factor in a box, both inside; a side without a limit is left out. */
export interface Limit {
	readonly factor: number;
	readonly low?: number;
	readonly high?: number;
	/**
	 * Quasi-p-value, where every outcome is 0 or 1: the chance of as many cases of interest in the box if the limit meant nothing, binomial with their
	 * share in the box without it (Bryant & Lempert 2010). Small: the limit matters. Too small, as the limit was sought.
	 */
	readonly p?: number;
}

export interface Box {
	/** Of the factors that have one, ascending. */
	readonly limits: readonly Limit[];
	/** How many cases lie in it, and which share of all. */
	readonly count: number;
	readonly mass: number;
	/** Mean outcome in it: for outcomes 0 and 1 the share of cases of interest. */
	readonly density: number;
	/** Which part of the sum of all outcomes lies in it; left out where an outcome is negative or all are 0. */
	readonly coverage?: number;
}

export interface PrimOptions {
	readonly points: readonly Point[];
	/** Numbers, or true for cases of interest; missing ones are left out and counted. */
	readonly outcomes: ArrayLike<number | boolean | null | undefined>;
	/** Share of the box's cases that a step of peeling removes, .05 where left out. */
	readonly peel?: number;
	/** Share of the box's cases that a step of pasting adds, .01 where left out. */
	readonly paste?: number;
	/** Peeling ends before the box holds a smaller share of all cases, .05 where left out. */
	readonly leastMass?: number;
	/** Take the largest box of the trajectory that is at least as dense; where left out, or where none is, the densest, of equals the largest. */
	readonly density?: number;
}

export interface PrimResult {
	/** The chosen box, after pasting. */
	readonly box: Box;
	/** The boxes of peeling, from all cases to the smallest: the trade between coverage and density to choose from. */
	readonly trajectory: readonly Box[];
	readonly failed: number;
}

/**
 * The patient rule induction method (Friedman & Fisher 1999), as Bryant & Lempert (2010) use it. Peeling: of each factor's lowest and highest
 * share `peel`, that is removed whose removal leaves the highest mean; equal values go together; of equal means the smaller removal, then the
 * first factor, its low side first. Pasting: to the chosen box the share `paste` that raises its mean most is added, as long as it rises.
 * For a second box, call it again with the cases outside the first. Throws RangeError for no cases, or shares outside (0, 1),
 * TypeError for outcomes that are neither numbers nor booleans.
 */
export function prim({
	points,
	outcomes,
	peel = 0.05,
	paste = 0.01,
	leastMass = 0.05,
	density,
}: PrimOptions): PrimResult {
	for (const [name, share] of Object.entries({ peel, paste, leastMass })) {
		if (!(share > 0 && share < 1)) throw new RangeError(`prim: ${name} must lie in (0, 1), got ${share}`);
	}
	const read = readCases("prim", points, outcomes);
	const odd = read.outcomes.find((y) => typeof y !== "number" && typeof y !== "boolean");
	if (odd !== undefined) throw new TypeError(`prim: outcomes must be numbers or booleans, got ${odd}`);
	const cases = { ...read, outcomes: read.outcomes.map(Number) };
	const peeled = peelAll(cases, peel, Math.max(1, leastMass * cases.points.length));
	const trajectory = peeled.map((bounds) => describe(cases, bounds));
	const dense = trajectory.findIndex((box) => density !== undefined && box.density >= density);
	const densest = trajectory.reduce((best, box, i) => (box.density > trajectory[best].density ? i : best), 0);
	const grown = pasteAll(cases, peeled[dense >= 0 ? dense : densest], paste);
	return { box: describe(cases, grown), trajectory, failed: cases.failed };
}

function describe(cases: Cases<number>, bounds: Bounds): Box {
	const { outcomes } = cases;
	const members = inside(cases, bounds);
	const sum = sumOf(cases, members);
	const total = outcomes.reduce((a, b) => a + b, 0);
	const shares = outcomes.every((y) => y >= 0) && total > 0;
	const binary = outcomes.every((y) => y === 0 || y === 1);
	const limits = bounds.flatMap(([low, high], factor) => {
		if (low === -Infinity && high === Infinity) return [];
		const free = inside(cases, bounds, factor);
		return [
			{
				factor,
				...(low > -Infinity && { low }),
				...(high < Infinity && { high }),
				...(binary && { p: binomialTail(sum, members.length, sumOf(cases, free) / free.length) }),
			},
		];
	});
	const count = members.length;
	return {
		limits,
		count,
		mass: count / outcomes.length,
		density: sum / count,
		...(shares && { coverage: sum / total }),
	};
}

/** The chance of at least `least` successes in n trials of chance p. */
function binomialTail(least: number, n: number, p: number): number {
	if (least === 0 || p >= 1) return 1;
	if (p <= 0) return 0;
	let logTerm = n * Math.log1p(-p);
	let tail = 0;
	for (let k = 0; k <= n; k++) {
		if (k >= least) tail += Math.exp(logTerm);
		logTerm += Math.log((n - k) / (k + 1)) + Math.log(p) - Math.log1p(-p);
	}
	return Math.min(1, tail);
}
