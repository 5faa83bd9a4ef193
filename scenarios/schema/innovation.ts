// Search for better ways of making, on landscapes that are hashed from the seed.

import { z } from "zod";
import { assumed, nonNegative, positive, share } from "./ranges.js";

export const innovation = z
	.strictObject({
		on: z
			.boolean()
			.default(false)
			.describe("each maker's genome sets its quality and labor per unit, and makers search for better ones")
			.meta(assumed),
		budget: nonNegative
			.max(100)
			.default(1)
			.describe("by which the probabilities of search are multiplied; 0: nobody searches")
			.meta(assumed),
		loci: z
			.int()
			.min(1)
			.max(24)
			.default(12)
			.describe("N, bits of a genome; at most 24: a state is hashed with its place in 32 bits")
			.meta(assumed),
		epistasis: z
			.int()
			.min(0)
			.max(23)
			.default(4)
			.describe("K, other bits that change what a bit contributes; below loci")
			.meta(assumed),
		core: z
			.int()
			.min(0)
			.max(24)
			.default(4)
			.describe("bits of the core capability, which are not imitated and cost more to change; at most loci")
			.meta(assumed),
		searchPerWeek: share
			.default(0.2)
			.describe("probability that a maker below its aspiration searches, per week")
			.meta(assumed),
		slackPerWeek: share
			.default(0.02)
			.describe("probability that a maker at or above its aspiration searches, per week")
			.meta(assumed),
		aspirationPerWeek: share
			.default(0.05)
			.describe("alpha: share of the way to its margin that a maker's aspiration moves in a week")
			.meta(assumed),
		radiusStep: positive
			.max(100)
			.default(0.05)
			.describe("margin short of aspiration that adds a bit to the radius of search, share of revenue")
			.meta(assumed),
		jumpShare: share
			.default(0.05)
			.describe("of searches: long jumps, in which every bit is drawn anew")
			.meta(assumed),
		imitationShare: share
			.default(0.3)
			.describe("of the other searches: imitation of the best maker of the tier that is heard of")
			.meta(assumed),
		effortWeeks: nonNegative
			.max(520)
			.default(0.1)
			.describe("labor of a trial per bit changed, weeks of the maker's usual labor")
			.meta(assumed),
		coreCost: nonNegative
			.max(1000)
			.default(4)
			.describe("labor for a bit of the core, times that for another")
			.meta(assumed),
		shockShare: share
			.default(0.5)
			.describe("of bits: those whose contributions a technology shock makes anew")
			.meta(assumed),
	})
	.prefault({});
