// Customers and their demand, what drives it, and the firms that serve them.

import { z } from "zod";
import {
	assumed,
	capacityFactor,
	cited,
	correlation,
	count,
	jobHours,
	LONG,
	logitWeight,
	nonNegative,
	positive,
	rate,
	share,
} from "./ranges.js";

export const demand = z
	.strictObject({
		kind: z
			.enum(["owners", "normal", "ar1", "negativeBinomial", "step"])
			.default("owners")
			.describe(
				"owners: arises from machines that reach the end of their life; the others are drawn per tick",
			)
			.meta(assumed),
		mean: rate
			.default(100)
			.describe("units per tick, of the first stage where no stage gives a demand of its own")
			.meta(assumed),
		sd: nonNegative
			.max(1e8)
			.default(20)
			.describe("standard deviation per tick, units (of ar1: of the stationary demand)")
			.meta(assumed),
		rho: correlation
			.default(0)
			.describe("autocorrelation from tick to tick, of ar1; at 1 it would not be stationary")
			.meta(assumed),
		stepTo: nonNegative
			.max(1e8)
			.default(0)
			.describe("demand after the step, units per tick, of step")
			.meta(assumed),
		stepAt: z
			.int()
			.min(0)
			.max(LONG)
			.default(0)
			.describe("first tick of the new demand, of step")
			.meta(assumed),
	})
	.prefault({});

export const market = z
	.strictObject({
		kind: z
			.enum(["seller", "buyer"])
			.default("buyer")
			.describe(
				"seller: only what stands in stock is bought, in one variant, and a need not met at once is lost; buyer: orders wait, and carry a variant",
			)
			.meta(assumed),
		variants: z
			.int()
			.min(1)
			.max(32)
			.default(1)
			.describe(
				"variants among which customers differ; which of them use an option follows from its share, and is kept in 32 bits",
			)
			.meta(assumed),
		varietyWeight: nonNegative
			.max(100)
			.default(0.5)
			.describe("w_v: what an offer in one's own variant is worth to a customer, in units of utility")
			.meta(assumed),
	})
	.describe("how customers buy; with demand.kind owners they choose, else demand is drawn")
	.prefault({});

export const macro = z
	.strictObject({
		amplitude: share.default(0).describe("of the yearly business cycle").meta(assumed),
		periodTicks: z
			.number()
			.min(2)
			.max(LONG)
			.default(208)
			.describe("length of the cycle, ticks; one that is shorter than two cannot be seen")
			.meta(assumed),
		rho: correlation
			.default(0.9)
			.describe("autocorrelation of the deviation from tick to tick; at 1 it would not be stationary")
			.meta(assumed),
		sd: nonNegative
			.max(1)
			.default(0)
			.describe("standard deviation of the stationary deviation")
			.meta(assumed),
		noise: nonNegative
			.max(1)
			.default(0)
			.describe("standard deviation of what moves z from tick to tick and is gone")
			.meta(assumed),
	})
	.describe("z: how hard machines are used, 1 on average")
	.prefault({});

const diffusion = cited(
	"Sultan, Farley & Lehmann (1990), A meta-analysis of applications of diffusion models, Journal of Marketing Research 27(1): 70-77",
);

export const customers = z
	.strictObject({
		owners: z
			.int()
			.min(0)
			.max(10_000_000)
			.default(18_200)
			.describe("customers, each with one machine; 0: nobody asks for any")
			.meta(assumed),
		lifeWeeks: positive.max(LONG).default(520).describe("life of a machine at mean use, weeks").meta(assumed),
		useSpread: nonNegative
			.max(2)
			.default(0.3)
			.describe("sd of the logarithm of owners' use rates (mean 1)")
			.meta(assumed),
		failureScaleWeeks: z
			.number()
			.min(0.001)
			.max(LONG)
			.default(173)
			.describe("Weibull scale eta of the age at failure, weeks of use")
			.meta(assumed),
		failureShape: z.number().min(0.1).max(10).default(2).describe("Weibull shape beta").meta(assumed),
		earningsPerWeek: nonNegative
			.max(1e6)
			.default(300)
			.describe("$ that a working machine earns its owner")
			.meta(assumed),
		outsideShare: z
			.number()
			.gt(0)
			.lt(1)
			.default(0.1)
			.describe(
				"share of choices for waiting, of offers at p_ref, of quality .5, with no queue; 0 and 1 would be no choice",
			)
			.meta(assumed),
		referencePrice: positive
			.max(1e9)
			.optional()
			.describe("p_ref, $: what a machine costs elsewhere; the mean list price if left out"),
		offers: z
			.int()
			.min(1)
			.max(1000)
			.optional()
			.describe("sellers whose offers each compares, those of its part of the country; all if left out")
			.meta(assumed),
		peers: z
			.union([z.int().min(0).max(100), z.literal("complete")])
			.default(0)
			.describe(
				"customers that each is in touch with, an even number: its neighbors on a ring; complete: everyone is in touch with everyone",
			)
			.meta(assumed),
		rewired: share
			.default(0.1)
			.describe("share of these links that go to anyone in place of a neighbor (Watts & Strogatz 1998)")
			.meta(assumed),
		priceWeight: logitWeight.default(4).describe("w_p, per log price").meta(assumed),
		qualityWeight: logitWeight.default(1).describe("w_q").meta(assumed),
		delayWeight: logitWeight.default(0.1).describe("w_d, per week of expected delay").meta(assumed),
		renownWeight: share
			.default(0)
			.describe("w_f, per logarithm of a seller's deliveries of a quarter over its usual ones")
			.meta(assumed),
		serviceWeight: logitWeight
			.default(0.5)
			.describe("w_s, per stage of servitization, of who is ready for services")
			.meta(assumed),
		adoption: z
			.strictObject({
				innovation: nonNegative.max(1000).default(0.03).describe("p of Bass, per year").meta(diffusion),
				imitation: nonNegative
					.max(100)
					.default(0.38)
					.describe("q of Bass, per year where all peers have adopted")
					.meta(diffusion),
			})
			.describe("how customers become ready for services")
			.prefault({}),
	})
	.prefault({});

const serviceKind = (defaults: {
	firms: number;
	hoursPerJob: number;
	price: number;
	parts: number;
	capacity: number;
}) =>
	z
		.strictObject({
			firms: count.default(defaults.firms).describe("service firms of this kind").meta(assumed),
			hoursPerJob: jobHours.default(defaults.hoursPerJob).describe("labor per job, hours").meta(assumed),
			price: nonNegative
				.max(1)
				.default(defaults.price)
				.describe("price of a job, share of the product's price")
				.meta(assumed),
			parts: share
				.default(defaults.parts)
				.describe("parts and fuel bought outside, share of the job's price")
				.meta(assumed),
			capacity: capacityFactor
				.default(defaults.capacity)
				.describe("contracted hours over those of the expected jobs")
				.meta(assumed),
		})
		.prefault({});

/** Kinds without which the rest goes on; none by default. */
const countedKind = (defaults: { hoursPerJob: number; price: number; parts: number; capacity: number }) =>
	z
		.strictObject({
			firms: z.int().min(0).max(1_000_000).default(0).describe("service firms of this kind").meta(assumed),
			hoursPerJob: jobHours.default(defaults.hoursPerJob).describe("labor per job, hours").meta(assumed),
			price: nonNegative
				.max(10)
				.default(defaults.price)
				.describe("price of a job, share of the product's price")
				.meta(assumed),
			parts: share.default(defaults.parts).describe("bought outside, share of the job's price").meta(assumed),
			capacity: capacityFactor
				.default(defaults.capacity)
				.describe("contracted hours over those of the expected jobs, were all of them asked for")
				.meta(assumed),
		})
		.prefault({});

export const services = z
	.strictObject({
		mode: z
			.enum(["networked", "onDemand", "customerOriented", "serviceOriented"])
			.default("networked")
			.describe(
				"whom a customer calls, and who is served first: its partner; a neighbor where the partner has more to do than it can; the same, contracts first; the best of all by price, delay and quality",
			)
			.meta(assumed),
		spread: share
			.default(0)
			.describe(
				"of maintenance firms: their prices lie so far about theirs, as a share, and their qualities half as far about .5",
			)
			.meta(assumed),
		maintenance: serviceKind({ firms: 8, hoursPerJob: 40, price: 0.04, parts: 0.45, capacity: 1.25 }),
		logistics: serviceKind({ firms: 2, hoursPerJob: 12, price: 0.01, parts: 0.4, capacity: 1.8 }),
		design: countedKind({ hoursPerJob: 400, price: 0.2, parts: 0.1, capacity: 1 }).describe(
			"a job a tick for each stage of servitization that a seller sets up, paid by the maker",
		),
		data: countedKind({ hoursPerJob: 0.5, price: 0.0005, parts: 0.2, capacity: 1 }).describe(
			"a job a tick for each maker whose twins sent anything, paid by the maker",
		),
		recycling: countedKind({ hoursPerJob: 8, price: 0.005, parts: 0.2, capacity: 1.25 }).describe(
			"a job for each machine that has come to its end, paid by its owner",
		),
	})
	.describe("firms that repair machines, bring them to customers, …; only with demand.kind owners")
	.prefault({});
