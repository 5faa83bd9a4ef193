// The cycles of a closed loop as a table.

import type { Cycle } from "../../agents/metrics/cycles.js";

export const cyclesHead = [
	"tick",
	"set off by",
	"hypotheses, efficacy predicted",
	"made true",
	"gain predicted",
	"seen",
	"outcome: efficacy",
	"outcome: gain",
	"corrected: bias",
	"corrected: trust",
];

export function cycleRows(cycles: readonly Cycle[]): string[][] {
	return cycles.map(({ tick, trigger, predicted, adopted, gain, seen, outcome }) => {
		const tried = Object.entries(predicted).map(
			([name, value]) => `${name} ${value === null ? "failed" : value.toFixed(4)}`,
		);
		const { efficacy, gain: came, bias, trust } = outcome ?? {};
		const changed = adopted !== "keep";
		const shown = (value: number | undefined, digits = 4) => value?.toFixed(digits) ?? "–";
		return [
			...[String(tick), trigger, tried.join(", "), changed ? adopted : "–"],
			...[shown(changed ? gain : undefined), shown(seen, 2)],
			...[shown(efficacy), shown(changed ? came : undefined), shown(bias), shown(trust, 2)],
		];
	});
}
