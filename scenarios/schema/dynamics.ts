// What becomes of firms that can no longer pay, and who comes in their stead.

import { z } from "zod";
import { assumed, nonNegative, share } from "./ranges.js";

export const dynamics = z
	.strictObject({
		insolvency: z
			.enum(["runOn", "recapitalize", "exit"])
			.default("runOn")
			.describe(
				"of firms below their credit line: runOn without material; recapitalize: a new owner pays the debts; " +
					"exit: makers whose customers have other offers close, the others are recapitalized",
			)
			.meta(assumed),
		insolventTicks: z
			.int()
			.min(1)
			.max(10_000)
			.default(8)
			.describe("ticks below the credit line until that happens")
			.meta(assumed),
		capitalWeeks: nonNegative
			.max(520)
			.default(13)
			.describe("cash that a new owner or a newcomer brings, weeks of mean cost")
			.meta(assumed),
		salvage: share
			.default(0.5)
			.describe("of its cost: what the stock of a closed maker is sold for")
			.meta(assumed),
		entryPerYear: share
			.default(0.02)
			.describe("probability per year that an empty place finds a founder")
			.meta(assumed),
		entryMargin: z
			.number()
			.min(-10)
			.max(10)
			.default(0.05)
			.describe("margin of the makers of the tier above which founders come, share of revenue")
			.meta(assumed),
		mutation: share
			.default(0.05)
			.describe("probability that a bit of a newcomer's genome is not that of the maker it copies")
			.meta(assumed),
	})
	.prefault({});
