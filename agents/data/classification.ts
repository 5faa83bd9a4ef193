// How well a score tells faults from the rest, on cases that it was not fitted to.

/**
 * Area under the receiver operating characteristic: the probability that a fault scores higher than another case, ties counting one half
 * (Hanley & McNeil 1982, from ranks). Throws RangeError for unequal lengths or one class only.
 */
export function areaUnderCurve(scores: ArrayLike<number>, faults: ArrayLike<boolean | number>): number {
	const n = scores.length;
	if (faults.length !== n) throw new RangeError(`areaUnderCurve: ${n} scores, ${faults.length} faults`);
	const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => scores[a] - scores[b]);
	let ones = 0;
	let rankSum = 0;
	for (let from = 0, to = 0; from < n; from = to) {
		let tied = 0;
		for (; to < n && scores[order[to]] === scores[order[from]]; to++) tied += Number(faults[order[to]]);
		ones += tied;
		rankSum += (tied * (from + 1 + to)) / 2;
	}
	if (ones === 0 || ones === n) throw new RangeError("areaUnderCurve: needs cases of both classes");
	return (rankSum - (ones * (ones + 1)) / 2) / (ones * (n - ones));
}

export interface Confusion {
	readonly truePositives: number;
	readonly falsePositives: number;
	readonly trueNegatives: number;
	readonly falseNegatives: number;
	/** Share of alarms that were faults, and share of faults that raised an alarm; left out where there were none. */
	readonly precision?: number;
	readonly recall?: number;
}

/** Alarm where the score is at least `threshold`. Throws RangeError for unequal lengths. */
export function confusion(
	scores: ArrayLike<number>,
	faults: ArrayLike<boolean | number>,
	threshold: number,
): Confusion {
	if (faults.length !== scores.length)
		throw new RangeError(`confusion: ${scores.length} scores, ${faults.length} faults`);
	const counts = [0, 0, 0, 0];
	for (let i = 0; i < scores.length; i++) counts[2 * Number(scores[i] >= threshold) + Number(faults[i])]++;
	const [trueNegatives, falseNegatives, falsePositives, truePositives] = counts;
	const alarms = truePositives + falsePositives;
	const all = truePositives + falseNegatives;
	return {
		truePositives,
		falsePositives,
		trueNegatives,
		falseNegatives,
		...(alarms > 0 && { precision: truePositives / alarms }),
		...(all > 0 && { recall: truePositives / all }),
	};
}
