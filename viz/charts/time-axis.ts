// Time in the words of the scenario: weeks where a tick is a week.

import type { Paths, Picture } from "./picture.js";

export function tickWord(tickDays: number): string {
	if (tickDays === 7) return "week";
	return tickDays === 1 ? "day" : "tick";
}

/** "week", or "tick (of 14 days)". */
export function timeTitle(tickDays: number): string {
	const word = tickWord(tickDays);
	return word === "tick" ? `tick (of ${tickDays} days)` : word;
}

/** A recorded unit per tick, in that word: "$ per tick" → "$ per week". */
export const unitInWords = (unit: string, tickDays: number) =>
	unit.replace(/\btick(s?)\b/, (_, s: string) => `${tickWord(tickDays)}${s}`);

/** The middle of the ticks for which each point of the paths stands, counted from 1. */
export function pointTimes({ step, series }: Paths): number[] {
	const points = series[0]?.paths[0]?.mean.length ?? 0;
	return Array.from({ length: points }, (_, p) => p * step + (step + 1) / 2);
}

/** The axis and the end of the warm-up, for charts over the whole run. */
export function wholeRun({ tickDays, warmUp, arms }: Picture) {
	const step = arms[0]?.paths.step ?? 1;
	const note = step > 1 ? ` (each point: the mean of ${step})` : "";
	return {
		xTitle: `${timeTitle(tickDays)}${note}`,
		...(warmUp > 0 && { mark: { x: warmUp, text: "warm-up ends" } }),
	};
}
