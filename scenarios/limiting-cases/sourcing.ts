// Buyers who can choose between two makers of a part: where their contracts are in the end.

import type { RunResult } from "../../engine/experiment/run-spec.js";
import { type LimitingCase, lineOf } from "./limiting-case.js";

const BUYERS = 8;
/** Every buyer begins at the first of two makers, who differ in cost alone; the other has a buyer who always needs it. */
const two = (costs: readonly [number, number]) => `
name: two-sources
ticks: 104
warmUp: 0
demand: {kind: negativeBinomial}
economics: {capacity: null}
sourcing: {on: true, others: 1}
stages:
${Array.from({ length: BUYERS }, (_, k) => `  - {name: buyer ${k + 1}, cost: 100, demand: {meanPerDay: 3, sdPerDay: 2}, upstream: {First: 1}}`).join("\n")}
  - {name: loyal, cost: 100, demand: {meanPerDay: 3, sdPerDay: 2}, upstream: {Second: 1}}
  - {name: First, cost: ${costs[0]}, item: part}
  - {name: Second, cost: ${costs[1]}, item: part}
`;
const moved = ([result]: readonly RunResult[]) =>
	lineOf(result as RunResult, "reSourced").reduce((sum, contracts) => sum + contracts, 0);
const SOURCE = "c = p (1 + τ + a w), moved if below (1 − hysteresis) c of the source in force (docs/odd.md)";

export const sourcings: readonly LimitingCase[] = [
	{
		name: "two identical sources: contracts that move",
		expected: 0,
		tolerance: 0,
		source: SOURCE,
		runs: [{ scenario: two([50, 50]) }],
		find: moved,
	},
	{
		name: "two sources, one cheaper by three tenths: contracts that move there in a round of 13 ticks, to stay",
		expected: BUYERS,
		tolerance: 0,
		source: SOURCE,
		runs: [{ scenario: two([50, 35]) }],
		find: ([result]) => {
			const moves = lineOf(result as RunResult, "reSourced");
			const first = moves.subarray(0, 13).reduce((sum, contracts) => sum + contracts, 0);
			const later = moves.subarray(13).reduce((sum, contracts) => sum + contracts, 0);
			return first - later;
		},
	},
	{
		name: "two sources, one cheaper by three tenths: what is asked of the other in the second year",
		expected: 0,
		tolerance: 0,
		source: SOURCE,
		runs: [{ scenario: two([50, 35]) }],
		find: ([result]) =>
			lineOf(result as RunResult, "backlog", "First", 52).reduce((sum, units) => sum + units, 0) +
			lineOf(result as RunResult, "endDemand", "First", 52).reduce((sum, units) => sum + units, 0),
	},
];
