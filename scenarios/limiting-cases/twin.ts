// The twin's limits: perfect, and as late as counts are rare.

import { mean } from "../../engine/analysis/summary.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import { type CaseRun, type LimitingCase, outcome, outcomeOf, plain } from "./limiting-case.js";

const LAGS = [7, 10, 13, 16, 19];
const REPLICATIONS = 6;
const arm = (...sets: string[]): CaseRun[] =>
	Array.from({ length: REPLICATIONS }, (_, replication) => ({
		scenario: "bulldozer",
		sets: [...plain, "ticks=520", ...sets],
		replication,
	}));

/** Where the line through a lag's gain over counts falls through 0. */
function crossover(results: readonly RunResult[]): number {
	const fill = (k: number) =>
		mean(results.slice(k * REPLICATIONS, (k + 1) * REPLICATIONS).map((one) => outcomeOf(one, "fillRate")));
	const gains = LAGS.map((_, k) => fill(k + 1) - fill(0));
	const after = gains.findIndex((gain) => gain < 0);
	if (after < 1) return Number.NaN;
	const [above, below] = [gains[after - 1], gains[after]] as [number, number];
	const [from, to] = [LAGS[after - 1], LAGS[after]] as [number, number];
	return from + ((to - from) * above) / (above - below);
}

export const twins: readonly LimitingCase[] = [
	{
		name: "bulldozer: a perfect twin never errs",
		expected: 0,
		tolerance: 0,
		source: "§4.4: K = 1 and x^ = x bit for bit",
		runs: [{ scenario: "bulldozer", sets: ["ticks=260", "twin.preset=perfect"] }],
		find: outcome("stateError"),
	},
	{
		name: "bulldozer: lag at which messages that are obeyed are worth no more than counts every 26 ticks",
		expected: 12.5,
		tolerance: 5,
		source: "counts are (C − 1)/2 ticks old on average; within 40 %",
		runs: [
			...arm("twin.preset=none"),
			...LAGS.flatMap((lag) =>
				arm("twin.preset=standard", "twin.authority=act", "twin.coverage=1", `twin.lag=${lag}`),
			),
		],
		find: crossover,
	},
];
