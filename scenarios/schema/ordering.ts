// How stages forecast, share what they know, and order.

import { z } from "zod";
import { forecastKinds } from "../../agents/parameters.js";
import { assumed, cited, LONG, measured, share, units } from "./ranges.js";

/** Brown's double smoothing with α .1, written as Holt's: 1 − (1 − α)² and α²/(1 − (1 − α)²). */
const brown = cited(
	"Silver, Pyke & Peterson (1998), Inventory Management and Production Planning and Scheduling, 3rd ed., §4.3.2: 1 − (1 − α)² and α²/(1 − (1 − α)²), α .1",
);

/** Root mean squared error of the loop over that of the best single hypothesis, .977; kinds as in test/agents/demand-series.ts. */
const scored = measured(
	"100 series of 520 ticks of each of 7 kinds: of forgetting .02, .05, .1 and hysteresis 0 to .3, .05 with .1 had the least error, with a tenth of the switches that it has without hysteresis",
);

export const forecast = z
	.strictObject({
		kind: z
			.enum(forecastKinds)
			.default("exponential")
			.describe(
				"the fixed hypothesis. mmse: minimum mean squared error for the AR(1) demand of demand.rho and its mean; ar1: the same, both estimated",
			)
			.meta(assumed),
		window: z.int().min(1).max(520).default(5).describe("ticks in the moving average").meta(assumed),
		alpha: z
			.number()
			.gt(0)
			.max(1)
			.default(0.1)
			.describe("weight of the newest demand in exponential smoothing; at 0 nothing would be learned")
			.meta(assumed),
		holt: z
			.strictObject({
				alpha: z
					.number()
					.gt(0)
					.max(1)
					.default(0.19)
					.describe("weight of the newest demand in the level of Holt's trend")
					.meta(brown),
				beta: share.default(0.053).describe("weight of the newest slope in Holt's trend").meta(brown),
			})
			.prefault({}),
		season: z
			.int()
			.min(1)
			.max(520)
			.default(52)
			.describe("ticks in a season of the seasonal naive forecast; a year of weeks")
			.meta(assumed),
		memory: z
			.int()
			.min(10)
			.max(5200)
			.default(104)
			.describe("ticks that the estimated AR(1) remembers, with weight 1/memory; fewer than 10 say nothing")
			.meta(assumed),
		closedLoop: z
			.boolean()
			.default(false)
			.describe("true: each stage uses the hypothesis of least squared error so far; false: the fixed one")
			.meta(assumed),
		forgetting: z
			.number()
			.gt(0)
			.max(1)
			.default(0.05)
			.describe("weight of the newest squared error in the score of a hypothesis, per tick")
			.meta(scored),
		hysteresis: share
			.default(0.1)
			.describe("share by which another hypothesis must be better than the one in use")
			.meta(scored),
	})
	.prefault({});

export const ordering = z
	.strictObject({
		kind: z
			.enum(["orderUpTo", "anchorAndAdjust"])
			.default("orderUpTo")
			.describe("orderUpTo: MODEL §4.6; anchorAndAdjust: Sterman (1989)")
			.meta(assumed),
		stockAdjustment: share
			.default(1)
			.describe("anchorAndAdjust: share of the stock gap ordered per tick")
			.meta(assumed),
		supplyLineWeight: share
			.default(1)
			.describe("anchorAndAdjust: share of the supply line taken into account")
			.meta(assumed),
		openingTicks: z
			.int()
			.min(0)
			.max(LONG)
			.default(0)
			.describe("ticks at the start in which orders are given")
			.meta(assumed),
		openingOrder: units.default(0).describe("units ordered in each of those ticks").meta(assumed),
		informationDelay: z
			.int()
			.min(1)
			.max(52)
			.default(1)
			.describe("ticks from a purchase order to its reading; nobody reads what is written in the same tick")
			.meta(assumed),
	})
	.prefault({});

export const sharing = z
	.union([
		z.boolean().describe("true: end demand alone, read with the order's own lag; false: own orders alone"),
		z.strictObject({
			weight: share.default(1).describe("psi: weight of the shared end demand in the forecast").meta(assumed),
			delay: z
				.union([z.literal("tier"), z.literal(0)])
				.default("tier")
				.describe("tier: one tick later per tier, as orders travel; 0: at once")
				.meta(assumed),
		}),
	])
	.default(false)
	.describe("how far end demand is shared along the chain")
	.meta(assumed);
