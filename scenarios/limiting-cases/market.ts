// Choice by a multinomial logit, and needs that arise as machines wear out.

import { mean } from "../../engine/analysis/summary.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import { log } from "../../engine/math/log.js";
import { type LimitingCase, lineOf, outcomeOf } from "./limiting-case.js";

/** Two sellers whose offers differ in cost alone, to 60,000 owners of machines that last 60 weeks; waiting does not matter. */
const two = (costs: readonly [number, number]) => `
name: two-offers
ticks: 300
warmUp: 60
demand: {kind: owners}
customers: {owners: 60000, lifeWeeks: 60, failureScaleWeeks: 600, delayWeight: 0}
economics: {capacity: null, creditWeeks: 1000000}
stages:
  - {name: A, cost: ${costs[0]}, demand: {meanPerDay: 1, sdPerDay: 1}}
  - {name: B, cost: ${costs[1]}, demand: {meanPerDay: 1, sdPerDay: 1}}
`;
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const ordered = (result: RunResult, name: string) => sum(lineOf(result, "endDemand", name));
const shareOfA = (result: RunResult) => ordered(result, "A") / (ordered(result, "A") + ordered(result, "B"));
const PRICES = [100, 110] as const;

export const markets: readonly LimitingCase[] = [
	{
		name: "two identical offers: share of one",
		expected: 0.5,
		// Three standard errors of a share of some 290,000 choices.
		tolerance: 0.0028,
		source: "multinomial logit, McFadden (1974)",
		runs: [{ scenario: two([100, 100]) }],
		find: ([result]) => shareOfA(result as RunResult),
	},
	{
		name: "two offers: log odds per log price",
		expected: -4,
		// Three standard errors of log odds of some 290,000 choices, over ln 1.1.
		tolerance: 0.12,
		source: "multinomial logit, McFadden (1974); w_p 4",
		runs: [{ scenario: two(PRICES) }],
		find: ([result]) => {
			const share = shareOfA(result as RunResult);
			return log(share / (1 - share)) / log(PRICES[0] / PRICES[1]);
		},
	},
	{
		name: "bulldozer: mean weekly demand",
		expected: 35,
		// Standard error of the mean over 936 weeks with the macro factor's autocorrelation: about .5, of four runs .25.
		tolerance: 0.75,
		source: "Graves and Willems (2003): 5 a day",
		runs: [0, 1, 2, 3].map((replication) => ({ scenario: "bulldozer", replication })),
		find: (results) => mean(results.map((result) => outcomeOf(result, "demandMean"))),
	},
	{
		name: "renewals per working machine and 52 weeks, life 52 weeks of use",
		// An end is noticed with the tick's, half a tick late on average.
		expected: 52 / 52.5,
		// Use differs from owner to owner, so that renewals of 5,200 owners over ten years hardly vary.
		tolerance: 0.004,
		source: "elementary renewal theorem: rate → 1/E[life], life = use + wait for the next machine",
		runs: [
			{
				scenario: `
name: renewals
ticks: 624
warmUp: 104
demand: {kind: owners}
customers: {owners: 5200, lifeWeeks: 52, failureScaleWeeks: 10000, useSpread: 0.3, outsideShare: 0.000001}
economics: {capacity: null, creditWeeks: 1000000}
hidden: {finishedLoss: 0, lateRelease: 0}
safetyFactor: 4
services: {logistics: {capacity: 10}}
stages:
  - {name: Maker, cost: 100, demand: {meanPerDay: 10, sdPerDay: 1}}
`,
			},
		],
		find: ([result]) => {
			const renewals = sum(lineOf(result as RunResult, "demand", "", 104));
			const working = sum(lineOf(result as RunResult, "machines", "working", 104));
			return (renewals / working) * 52;
		},
	},
];
