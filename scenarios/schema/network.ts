// A supply network that is generated, the same structure at every level, in place of a list of stages.

import { z } from "zod";
import { assumed, measured, positive, share } from "./ranges.js";

export const network = z
	.strictObject({
		levels: z
			.array(z.string().min(1).max(40))
			.min(1)
			.max(8)
			.default(["cluster", "enterprise", "module"])
			.describe("names of the levels of cells, from the largest; the cells of the last one consist of makers")
			.meta(assumed),
		branching: z
			.int()
			.min(2)
			.max(1000)
			.default(6)
			.describe("cells in a cell of the level above, and makers in a cell of the last level")
			.meta(assumed),
		density: z
			.number()
			.gt(0)
			.max(1)
			.default(0.9)
			.describe("probability that two makers of the same cell of the last level are linked")
			.meta(measured("clustering falls about as 1/degree: exponents -0.8 to -1.1 over seeds")),
		falloff: z
			.number()
			.min(0)
			.max(6)
			.default(1.9)
			.describe(
				"that probability falls by branching^falloff with each level between two makers (Ravasz & Barabási 2003); at 2 neighboring cells have as many links at every level",
			)
			.meta(
				measured(
					"over five seeds at 1.9, boxes follow a power law of their size with r² .981 to .993, an exponential with .91 to .95; at 1.3 the exponential fits better, .975 against .897",
				),
			),
		seed: z
			.string()
			.min(1)
			.max(200)
			.default("fractal")
			.describe(
				"text that the links and the makers' costs, lead times, quantities and quality are drawn from",
			)
			.meta(assumed),
		value: positive
			.max(1e9)
			.default(20_000)
			.describe("cost of an end product with all that goes into it, $")
			.meta(assumed),
		valuePerTier: z
			.number()
			.gt(0)
			.max(1)
			.default(0.2)
			.describe("cost of a product of one tier, share of that of the tier before")
			.meta(measured("at five suppliers each, makers add about half of their products' cost themselves")),
		options: share
			.default(0)
			.describe("share of the parts of an end product that are options, each used by half of the variants")
			.meta(assumed),
		kinds: z
			.int()
			.min(0)
			.max(1000)
			.default(0)
			.describe(
				"items among which the makers of a tier are dealt out, each makes one; 0: every maker an item of its own",
			)
			.meta(assumed),
	})
	.describe("a generated supply network, in place of stages: cells in cells, linked alike at every level");
