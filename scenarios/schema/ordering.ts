// How stages forecast, share what they know, and order.

import { z } from "zod";
import { share, units } from "./ranges.js";

export const forecast = z
	.strictObject({
		kind: z
			.enum(["movingAverage", "exponential", "mmse", "constant"])
			.default("exponential")
			.describe("mmse: minimum mean squared error for the AR(1) demand of demand.rho and its mean"),
		window: z.int().min(1).max(520).default(5).describe("ticks in the moving average"),
		alpha: z
			.number()
			.gt(0)
			.max(1)
			.default(0.1)
			.describe("weight of the newest demand in exponential smoothing"),
	})
	.prefault({});

export const ordering = z
	.strictObject({
		kind: z
			.enum(["orderUpTo", "anchorAndAdjust"])
			.default("orderUpTo")
			.describe("orderUpTo: MODEL §4.6; anchorAndAdjust: Sterman (1989)"),
		stockAdjustment: share.default(1).describe("anchorAndAdjust: share of the stock gap ordered per tick"),
		supplyLineWeight: share
			.default(1)
			.describe("anchorAndAdjust: share of the supply line taken into account"),
		openingTicks: z.int().min(0).default(0).describe("ticks at the start in which orders are given"),
		openingOrder: units.default(0).describe("units ordered in each of those ticks"),
		informationDelay: z
			.int()
			.min(1)
			.max(52)
			.default(1)
			.describe("ticks from a purchase order to its reading"),
	})
	.prefault({});

export const sharing = z
	.union([
		z.boolean().describe("true: end demand alone, read with the order's own lag; false: own orders alone"),
		z.strictObject({
			weight: share.default(1).describe("psi: weight of the shared end demand in the forecast"),
			delay: z
				.union([z.literal("tier"), z.literal(0)])
				.default("tier")
				.describe("tier: one tick later per tier, as orders travel; 0: at once"),
		}),
	])
	.default(false)
	.describe("how far end demand is shared along the chain");
