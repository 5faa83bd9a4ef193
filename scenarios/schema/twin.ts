// What the books do not see, and the digital twin that does.

import { z } from "zod";
import { assumed, correlation, nonNegative, share } from "./ranges.js";

export const hidden = z
	.strictObject({
		finishedLoss: share
			.default(0.015)
			.describe("share of finished units lost unseen as they enter stock")
			.meta(assumed),
		componentLoss: share
			.default(0.001)
			.describe("share of components on hand lost unseen per tick")
			.meta(assumed),
		lateRelease: share
			.default(0.05)
			.describe("probability that a release is finished one tick late")
			.meta(assumed),
		countEvery: z
			.int()
			.min(1)
			.max(10_000)
			.default(26)
			.describe("ticks between exact counts of a stock")
			.meta(assumed),
		availability: z
			.strictObject({
				center: z
					.number()
					.gt(0)
					.max(1)
					.default(0.9)
					.describe("median share of contracted hours at work; 1: all")
					.meta(assumed),
				rho: correlation
					.default(0.9)
					.describe("autocorrelation of its logit; at 1 it would not be stationary")
					.meta(assumed),
				sd: nonNegative.max(5).default(0.3).describe("standard deviation of its logit").meta(assumed),
			})
			.prefault({}),
	})
	.describe("what the books do not see")
	.prefault({});

/** Twins by name: what `twin.preset` stands for. */
export const twinPresets = {
	none: { coverage: 0, period: 1, lag: 0, noise: 0, loss: 0, drift: 0 },
	standard: { coverage: 0.6, period: 1, lag: 1, noise: 0.05, loss: 0.02, drift: 0 },
	perfect: { coverage: 1, period: 1, lag: 0, noise: 0, loss: 0, drift: 0 },
} as const;

export const twin = z
	.strictObject({
		preset: z
			.enum(["none", "standard", "perfect"])
			.default("none")
			.describe("gives coverage, period, lag, noise, loss and drift where they are left out")
			.meta(assumed),
		coverage: share.optional().describe("gamma: share of the stages that are instrumented"),
		rank: z
			.enum(["value", "random"])
			.default("value")
			.describe("which stages come first: highest cost, or a draw")
			.meta(assumed),
		period: z.int().min(1).max(520).optional().describe("ticks between messages"),
		lag: z
			.int()
			.min(0)
			.max(520)
			.optional()
			.describe("age of a message when it arrives, ticks, all of which are kept"),
		noise: nonNegative.max(2).optional().describe("sigma of the multiplicative (lognormal) reading error"),
		loss: share.optional().describe("probability that a message is lost"),
		drift: z
			.number()
			.min(-100)
			.max(100)
			.optional()
			.describe("bias of a reading, units per tick since the last count"),
		lagSpread: z
			.int()
			.min(0)
			.max(520)
			.default(0)
			.describe("ticks by which the latest messages are older than lag; ages between are alike likely")
			.meta(assumed),
		synchronization: z
			.enum(["periodic", "onChange", "onDemand"])
			.default("periodic")
			.describe(
				"when a message is sent, each period: always; if the stock is off the last one sent, moved on by recorded flows, by more than deadband; if the estimate is so unsure",
			)
			.meta(assumed),
		deadband: share
			.default(0.05)
			.describe(
				"share of the stock, at least of one unit, within which nothing is sent on change or on demand",
			)
			.meta(assumed),
		authority: z
			.enum(["observe", "advise", "act"])
			.default("advise")
			.describe(
				"observe: decisions use the books; advise: weighted by variance; act: obeyed blindly, no counts",
			)
			.meta(assumed),
		senses: z
			.strictObject({
				capacity: z
					.boolean()
					.default(false)
					.describe("plans count on the hours at work as twins tell; false: on their usual share")
					.meta(assumed),
				macro: z
					.boolean()
					.default(false)
					.describe(
						"makers follow z, published four ticks late, by twins as late as their messages: the hypothesis macro; false: as if it were 1",
					)
					.meta(assumed),
				condition: z
					.boolean()
					.default(false)
					.describe(
						"maintenance by age goes by what twins tell of use, without one by the calendar; false: makers know how much each machine was used",
					)
					.meta(assumed),
			})
			.describe("what decisions read through twins, beside stocks")
			.prefault({}),
		cost: z
			.strictObject({
				perStageWeek: nonNegative
					.max(1e6)
					.default(40)
					.describe("$ per instrumented stage and week")
					.meta(assumed),
				perMessage: nonNegative.max(1e4).default(0.05).describe("$ per message").meta(assumed),
				setUp: nonNegative
					.max(1e9)
					.default(2000)
					.describe("$ per stage when it is first instrumented")
					.meta(assumed),
			})
			.prefault({}),
	})
	.prefault({});
