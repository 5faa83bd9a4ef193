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
			),
		mean: rate
			.default(100)
			.describe("units per tick, of the first stage where no stage gives a demand of its own"),
		sd: nonNegative
			.max(1e8)
			.default(20)
			.describe("standard deviation per tick, units (of ar1: of the stationary demand)"),
		rho: correlation.default(0).describe("autocorrelation from tick to tick, of ar1"),
		stepTo: nonNegative.max(1e8).default(0).describe("demand after the step, units per tick, of step"),
		stepAt: z.int().min(0).max(LONG).default(0).describe("first tick of the new demand, of step"),
	})
	.prefault({});

export const macro = z
	.strictObject({
		amplitude: share.default(0).describe("of the yearly business cycle"),
		periodTicks: z
			.number()
			.min(2)
			.max(LONG)
			.default(208)
			.describe("length of the cycle, ticks; one that is shorter than two cannot be seen"),
		rho: correlation.default(0.9).describe("autocorrelation of the deviation from tick to tick"),
		sd: nonNegative.max(1).default(0).describe("standard deviation of the stationary deviation"),
		noise: nonNegative
			.max(1)
			.default(0)
			.describe("standard deviation of what moves z from tick to tick and is gone"),
	})
	.describe("z: how hard machines are used, 1 on average")
	.prefault({});

export const customers = z
	.strictObject({
		owners: z
			.int()
			.min(0)
			.max(10_000_000)
			.default(18_200)
			.describe("customers, each with one machine; 0: nobody asks for any"),
		lifeWeeks: positive.max(LONG).default(520).describe("life of a machine at mean use, weeks"),
		useSpread: nonNegative.max(2).default(0.3).describe("sd of the logarithm of owners' use rates (mean 1)"),
		failureScaleWeeks: z
			.number()
			.min(0.001)
			.max(LONG)
			.default(173)
			.describe("Weibull scale eta of the age at failure, weeks of use"),
		failureShape: z.number().min(0.1).max(10).default(2).describe("Weibull shape beta"),
		earningsPerWeek: nonNegative.max(1e6).default(300).describe("$ that a working machine earns its owner"),
		outsideShare: z
			.number()
			.gt(0)
			.lt(1)
			.default(0.1)
			.describe("share of choices for waiting, of offers at p_ref, of quality .5, with no queue"),
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
			.describe("share of these links that go to anyone in place of a neighbor")
			.meta(
				cited("Watts & Strogatz (1998), Collective dynamics of 'small-world' networks, Nature 393: 440-442"),
			),
		priceWeight: logitWeight.default(4).describe("w_p, per log price"),
		qualityWeight: logitWeight.default(1).describe("w_q"),
		delayWeight: logitWeight.default(0.1).describe("w_d, per week of expected delay"),
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
			firms: count.default(defaults.firms).describe("service firms of this kind"),
			hoursPerJob: jobHours.default(defaults.hoursPerJob).describe("labor per job, hours"),
			price: nonNegative
				.max(1)
				.default(defaults.price)
				.describe("price of a job, share of the product's price"),
			parts: share
				.default(defaults.parts)
				.describe("parts and fuel bought outside, share of the job's price"),
			capacity: capacityFactor
				.default(defaults.capacity)
				.describe("contracted hours over those of the expected jobs"),
		})
		.prefault({});

export const services = z
	.strictObject({
		maintenance: serviceKind({ firms: 8, hoursPerJob: 40, price: 0.04, parts: 0.45, capacity: 1.25 }),
		logistics: serviceKind({ firms: 2, hoursPerJob: 12, price: 0.01, parts: 0.4, capacity: 1.8 }),
	})
	.describe("firms that repair machines and bring them to customers; only with demand.kind owners")
	.prefault({});
