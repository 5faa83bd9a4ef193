// What changes on the way: the transformation path, and shocks from outside.

import { z } from "zod";
import { leverNames } from "../levers.js";
import { pathNames } from "../paths/index.js";
import { shockKindNames } from "../shock-kinds.js";
import { assumed, nonNegative, positive } from "./ranges.js";

const week = nonNegative.max(1_000_000);

const step = z.strictObject({
	lever: z
		.enum(leverNames)
		.describe("the lever that moves, by its name: `fractwin scenario list` shows them"),
	to: z.union([z.number(), z.string().max(60)]).describe("its next value, or the name of a stage"),
	at: week.describe("weeks after the warm-up at which it begins to move"),
	over: week
		.default(0)
		.describe("weeks that it takes, in a straight line; 0: at once, as levers of stages always do")
		.meta(assumed),
});

export const path = z
	.union([z.enum(pathNames), z.array(step).max(10_000)])
	.default("statusQuo")
	.describe("the transformation path: a built-in name, or steps of one's own")
	.meta(assumed);

const shock = z.strictObject({
	kind: z.enum(shockKindNames).describe("what is hit"),
	at: week.describe("weeks after the warm-up at which it begins"),
	weeks: positive.max(1_000_000).describe("how long it lasts, weeks; rounded to whole ticks, at least one"),
	size: z
		.number()
		.describe(
			"demand, supply: factor of use and demand, of hours at work; freight: weeks added to transport; policy: added; technology: epochs, which stay",
		),
	place: z
		.string()
		.min(1)
		.max(120)
		.default("all")
		.describe(
			'of supply: a stage or a cell by its name, "tier 2", or "all"; of policy: carbonPrice ($ per t) or twinSubsidy (share)',
		)
		.meta(assumed),
});

export const shocks = z
	.array(shock)
	.max(100)
	.default([])
	.describe("what befalls the ecosystem; outcomes tell how it recovers")
	.meta(assumed);
