// The closed loop: the ecosystem tries changes of itself in its virtual world before it makes them.

import { z } from "zod";
import { assumed, nonNegative, positive, share } from "./ranges.js";

export const closedLoop = z
	.strictObject({
		on: z
			.boolean()
			.default(false)
			.describe("now and then changes are tried ahead in the virtual world, and the best is made")
			.meta(assumed),
		every: z
			.int()
			.min(1)
			.max(10_000)
			.default(39)
			.describe("ticks between decisions, without alarm")
			.meta(assumed),
		horizon: z
			.int()
			.min(1)
			.max(520)
			.default(13)
			.describe(
				"ticks that each hypothesis is run ahead, all of them at once; no decision before they are over",
			)
			.meta(assumed),
		candidates: z
			.int()
			.min(0)
			.max(7)
			.default(2)
			.describe(
				"changes tried in a decision, beside none, in turn from all 7; a run then costs about 1 + (candidates + 1) horizon replications / every times as much",
			)
			.meta(assumed),
		replications: z
			.int()
			.min(1)
			.max(100)
			.default(1)
			.describe("futures in which each is tried, the same for all of a decision")
			.meta(assumed),
		threshold: share
			.default(0.002)
			.describe("predicted gain in efficacy, as far as it is trusted, above which a change is made")
			.meta(assumed),
		trust: z
			.enum(["earned", "full"])
			.default("earned")
			.describe(
				"how far predicted gains are believed. earned: as far as the twin sees, and as earlier ones have come true; full: as they are, whatever the twin sees",
			)
			.meta(assumed),
		learning: share
			.default(0.3)
			.describe("weight of the newest outcome in the bias of predictions and in trust")
			.meta(assumed),
		alarm: positive
			.max(1000)
			.default(5)
			.describe("CUSUM of the fall of service below usual, standard deviations, at which a decision is taken")
			.meta(assumed),
		slack: nonNegative
			.max(100)
			.default(0.5)
			.describe("fall per tick that is let pass, standard deviations")
			.meta(assumed),
		silence: z.int().min(0).max(520).default(13).describe("ticks without another alarm").meta(assumed),
	})
	.describe("hypothesis, prediction, adoption, outcome, correction")
	.prefault({});
