// The twin's limits: perfect, and as late as counts are rare.

import { mean } from "../../engine/analysis/summary.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import { type CaseRun, type LimitingCase, lineOf, outcome, outcomeOf, plain } from "./limiting-case.js";

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

/** Machines that wear fast, under contracts that maintain them by age alone; use rates differ by .3 (log). */
const maintained = [
	...plain,
	"ticks=780",
	"warmUp=400",
	"applications.usePrediction=true",
	"customers={owners: 8000, lifeWeeks: 260, failureScaleWeeks: 40, useSpread: 0.3, peers: 0, adoption: {innovation: 5}}",
	"economics.cancelPerWeek=0",
	"services.maintenance.capacity=3",
	"servitization.stage=2",
	"servitization.prevention.detection=0",
];
const seen = [
	...plain,
	"ticks=260",
	"twin.preset=perfect",
	"macro.noise=0",
	"twin.senses={capacity: true, macro: true}",
];
const largest = (label: string) => (results: readonly RunResult[]) =>
	lineOf(results[0], "levelErrors", label).reduce((most, error) => Math.max(most, error), 0);
/** Repairs, and planned maintenance at .3 of their price. */
const upkeep = (result: RunResult | undefined) =>
	outcomeOf(result, "repairs") + 0.3 * outcomeOf(result, "maintainedByAge");

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
	{
		name: "bulldozer: a perfect twin knows the hours at work",
		expected: 0,
		tolerance: 0,
		source: "§4.4: K = 1 and x^ = x bit for bit",
		runs: [{ scenario: "bulldozer", sets: seen }],
		find: largest("capacity"),
	},
	{
		name: "bulldozer: a perfect twin knows z, where nothing of it passes with the tick",
		expected: 0,
		tolerance: 0,
		source: "§4.4: K = 1 and x^ = x bit for bit",
		runs: [{ scenario: "bulldozer", sets: seen }],
		find: largest("macro"),
	},
	{
		name: "serial chain: mean error of z published 4 ticks late, sd .1",
		expected: 0.0602,
		tolerance: 0.006,
		source: "AR(1), ρ .9: √(2/π) .1 √(1 − ρ^8); 5,000 ticks are about 500 independent ones",
		runs: [
			{
				scenario: "serial-chain",
				sets: ["ticks=5000", "stages=2", "macro={sd: 0.1, rho: 0.9}", "twin.senses.macro=true"],
			},
		],
		find: ([result]) => mean(lineOf(result, "levelErrors", "macro", 100)),
	},
	{
		name: "bulldozer: upkeep of machines maintained by the calendar over that by their use",
		expected: 1.047,
		tolerance: 0.015,
		source:
			"Weibull β 2: cost at r times the best age is (r + 1/r)/2 of the least, by use (1 + e^{s²})/2, s .3",
		runs: [
			{ scenario: "bulldozer", sets: [...maintained, "twin.senses.condition=true"] },
			{ scenario: "bulldozer", sets: [...maintained, "twin.senses.condition=false"] },
		],
		find: ([calendar, known]) => upkeep(calendar) / upkeep(known),
	},
];
