// How buyers look for other suppliers of an item.

import { z } from "zod";
import { assumed, measured, nonNegative, share } from "./ranges.js";

export const sourcing = z
	.strictObject({
		on: z
			.boolean()
			.default(false)
			.describe(
				"buyers move contracts to another maker of the item that costs less, its delay included; false: contracts stay as written",
			)
			.meta(assumed),
		others: z
			.int()
			.min(0)
			.max(20)
			.default(2)
			.describe(
				"other makers of the item that a buyer can order from, the nearest to its supplier in expected orders, the first from another module; 0: none, nor across borders",
			)
			.meta(assumed),
		every: z
			.int()
			.min(1)
			.max(520)
			.default(13)
			.describe("ticks between a buyer's comparisons of its sources, each buyer in a tick of its own")
			.meta(assumed),
		delayPerWeek: nonNegative
			.max(100)
			.default(0.1)
			.describe("what it is worth to a buyer that a source delivers a week sooner, share of the price")
			.meta(assumed),
		load: nonNegative
			.max(10)
			.default(0.9)
			.describe(
				"share of its hours that a maker lets contracts take: it makes no offer for one that would take more",
			)
			.meta(assumed),
		hysteresis: share
			.default(0.2)
			.describe("share by which another source must cost less than the one in force")
			.meta(
				measured(
					"fractal-city, a run of each: at .2 and .3 buyers move 32 and 8 contracts a year of 3,670, and .852 and .856 of orders are filled at once (.856 without), at a profit 7 and 1 % above that without",
				),
			),
	})
	.prefault({});
