// One stage under a fixed base-stock level, which pays h per unit in stock and p per unit owed: the newsvendor's problem.

import { normalQuantile } from "../../engine/math/normal-quantile.js";
import { type LimitingCase, outcomeOf } from "./limiting-case.js";

const H = 0.18;
const P = 0.7;
const TICKS = 40_000;
/** Of the demand that an order covers: here that of two ticks, since what is ordered at the end of a tick is finished at the next's end. */
const MEAN = 5000;
const SD = 800;
const level = MEAN + SD * normalQuantile(P / (P + H));
const perTick = { mean: MEAN / 2, sd: SD / Math.SQRT2 };

const stage = (target: number) => `
name: newsvendor
ticks: ${TICKS}
warmUp: 100
demand: {kind: normal, mean: ${perTick.mean}, sd: ${perTick.sd}}
forecast: {kind: constant}
ordering: {kind: anchorAndAdjust}
economics: {capacity: null, holdingCost: ${H}, shortageCost: ${P}, creditWeeks: 1000000, cancelPerWeek: 0, latePayPerWeek: 0}
hidden: {finishedLoss: 0, componentLoss: 0, lateRelease: 0, availability: {center: 1, sd: 0}}
stages:
  - {name: Vendor, cost: 1, leadDays: 7, target: ${target}}
`;

/** What anchor and adjust steers to, beside the forecast of one tick that it adds. */
const target = Math.round(level - perTick.mean);
const perTickOf = (cost: number) => cost / (TICKS - 100) / 100;

export const newsvendors: readonly LimitingCase[] = [
	{
		name: "newsvendor, h .18, p .70, N(50, 8): best level",
		expected: 56.60395593,
		tolerance: 5e-9,
		source: "S = μ + σ Φ⁻¹(p/(p + h)), in hundredths of units",
		runs: [],
		find: () => level / 100,
	},
	{
		name: "newsvendor, h .18, p .70, N(50, 8): cost per tick",
		expected: 1.99760519,
		// The standard error of the mean over 39,900 ticks, two of which share each demand, is .008.
		tolerance: 0.024,
		source:
			"h, p and N(50, 8), in hundredths of units; Snyder & Shen (2019), Fundamentals of Supply Chain Theory, 4.3",
		runs: [{ scenario: stage(target) }],
		find: (results) => perTickOf(outcomeOf(results[0], "cost")),
	},
	{
		name: "newsvendor: the critical ratio's level costs less than 3 units more or fewer (1: both)",
		expected: 2,
		tolerance: 0,
		source: "S = Φ⁻¹(p/(p + h)) minimizes the expected cost",
		runs: [target, target - 300, target + 300].map((one) => ({ scenario: stage(one) })),
		find: ([best, less, more]) =>
			[less, more].filter((other) => outcomeOf(other, "cost") > outcomeOf(best, "cost")).length,
	},
];
