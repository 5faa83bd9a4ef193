// The cycles of a closed loop as a table.

import type { Cycle } from "../../agents/metrics/cycles.js";

export const cyclesHead = [
	"tick",
	"set off by",
	"predicted efficacy",
	"adopted",
	"predicted gain",
	"seen",
	"efficacy that came",
	"gain that came",
	"bias",
	"trust",
];

export function cycleRows(cycles: readonly Cycle[]): string[][] {
	return cycles.map(({ tick, trigger, predicted, adopted, gain, seen, outcome }) => {
		const tried = Object.entries(predicted).map(
			([name, value]) => `${name} ${value === null ? "failed" : value.toFixed(4)}`,
		);
		const { efficacy, gain: came, bias, trust } = outcome ?? {};
		const came4 = [efficacy, came, bias].map((value) => value?.toFixed(4) ?? "–");
		return [
			...[String(tick), trigger, tried.join(", "), adopted, gain.toFixed(4), seen.toFixed(2)],
			...came4,
			trust?.toFixed(2) ?? "–",
		];
	});
}
