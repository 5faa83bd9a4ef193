// One stage of the supply chain.

import { z } from "zod";
import { assumed, nonNegative, rate, share, units } from "./ranges.js";

export const stageName = z.string().min(1).max(120);

export const stage = z
	.strictObject({
		name: stageName.describe("of the stage, unlike any other's"),
		cost: nonNegative
			.max(1e9)
			.describe("direct cost added at this stage, $ per unit")
			.default(1)
			.meta(assumed),
		leadDays: z
			.number()
			.min(0)
			.max(3650)
			.optional()
			.describe("production time, days; rounded to whole ticks, at least one"),
		transportDays: z
			.number()
			.min(0)
			.max(3650)
			.default(0)
			.describe("transport time of its purchases, days; rounded to whole ticks")
			.meta(assumed),
		demand: z
			.strictObject({
				meanPerDay: rate.describe("customers' demand, units per day"),
				sdPerDay: nonNegative.max(1e8).describe("its standard deviation per day, units"),
			})
			.optional()
			.describe("an end stage says what customers ask of it"),
		upstream: z
			.record(stageName, z.int().min(1).max(100_000))
			.default({})
			.describe("bill of materials: supplying stage → units of its product in one unit of this one")
			.meta(assumed),
		options: z
			.record(stageName, z.number().gt(0).lt(1))
			.default({})
			.describe(
				"those of upstream that are options → share of the variants that use them; the others go into every unit, and what nobody uses is left out",
			)
			.meta(assumed),
		quality: share.default(0.5).describe("of its product, as customers see it").meta(assumed),
		cluster: stageName.optional().describe("cell of the largest kind that it belongs to").meta(assumed),
		enterprise: stageName.optional().describe("cell that it belongs to within the cluster").meta(assumed),
		module: stageName.optional().describe("cell that it belongs to within the enterprise").meta(assumed),
		item: stageName
			.optional()
			.describe(
				"what it makes, where others make the same: contracts may go to them in its place (sourcing), and orders that cross borders (boundaries.material)",
			)
			.meta(assumed),
		variantOf: stageName
			.optional()
			.describe(
				"component of which it makes a variant, where others make others: the dearest fits all products (configuration.classes: base)",
			)
			.meta(assumed),
		initialStock: units.optional().describe("finished units at the start; steady state if left out"),
		target: units.optional().describe("desired stock S' of ordering.kind anchorAndAdjust, units"),
	})
	.describe("one stage of the supply chain, run by one manufacturer");
