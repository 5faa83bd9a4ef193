// Prices, wages and the costs of stock; energy.

import { z } from "zod";
import { assumed, capacityFactor, cited, LONG, measured, nonNegative, share } from "./ranges.js";

export const economics = z
	.strictObject({
		markup: nonNegative.max(10).default(0.25).describe("price above cumulative cost, share").meta(assumed),
		wage: nonNegative.max(1e6).default(30).describe("$ per hour").meta(assumed),
		laborShare: share
			.default(0.3)
			.describe("labor in the cost that a stage adds, share; the rest is bought outside")
			.meta(assumed),
		capacity: capacityFactor
			.nullable()
			.default(1.3)
			.describe("contracted hours over those that mean demand needs; null: unlimited")
			.meta(
				measured(
					"bulldozer, 8 runs: contracts of 1.1, 1.3 and 1.6 times the need fill .834, .862 and .865 of orders at once, at a profit margin of .207, .165 and .095",
				),
			),
		hiringPerWeek: share
			.default(0)
			.describe("of a maker's hours that it hires or lets go at most, towards capacity times its forecast")
			.meta(assumed),
		holdingPerYear: nonNegative
			.max(10)
			.default(0.3)
			.describe("cost of a year's holding, share of unit cost")
			.meta(
				cited(
					"Graves & Willems (2003), Supply chain design: safety stock placement and supply chain configuration, Handbooks in OR & MS 11, ch. 3",
				),
			),
		bankShare: share
			.default(2 / 3)
			.describe("share of the holding cost that is interest to the bank")
			.meta(assumed),
		latePayPerWeek: nonNegative
			.max(1)
			.default(0.01)
			.describe("share of the price paid per week to who waits")
			.meta(assumed),
		latePayWeeks: z
			.int()
			.min(0)
			.max(52)
			.default(10)
			.describe("weeks after which late pay stops; orders of so many weeks are kept apart")
			.meta(assumed),
		cancelPerWeek: share
			.default(0.2)
			.describe("share of customers' waiting orders cancelled per week")
			.meta(assumed),
		creditWeeks: nonNegative
			.max(LONG)
			.default(13)
			.describe("credit line, weeks of mean revenue")
			.meta(assumed),
		loanInterestPerYear: nonNegative
			.max(1)
			.default(0)
			.describe("that firms in debt pay the bank")
			.meta(assumed),
		startWeeks: nonNegative
			.max(LONG)
			.default(13)
			.describe("cash at the start, weeks of mean cost, lent by the bank")
			.meta(assumed),
		dividendWeeks: nonNegative
			.max(LONG)
			.default(26)
			.describe("cash above so many weeks of mean cost is paid to households")
			.meta(assumed),
		holdingCost: nonNegative
			.max(1e6)
			.optional()
			.describe("$ per unit and tick in place of holdingPerYear, any stage"),
		shortageCost: nonNegative
			.max(1e6)
			.optional()
			.describe("$ per unit and tick of backlog in place of late pay and lost margin"),
	})
	.prefault({});

export const sustainability = z
	.strictObject({
		energyPerDollar: nonNegative
			.max(1e3)
			.default(0.4)
			.describe("kWh per $ of cost added in making")
			.meta(assumed),
		fixedShare: share
			.default(0.2)
			.describe("share of it that runs with the contracted hours, used or not")
			.meta(assumed),
		twinEnergy: nonNegative
			.max(1e6)
			.default(0.5)
			.describe("kWh per instrumented stage and tick")
			.meta(assumed),
		carbonPerKwh: nonNegative
			.max(100)
			.default(0.42)
			.describe("kg CO2e per kWh")
			.meta(
				cited(
					"UCI Machine Learning Repository 851, Steel Industry Energy Consumption (2018): 403.81 t of CO2 at 959,636.71 kWh",
				),
			),
		messageEnergy: nonNegative.max(1e3).default(0.02).describe("kWh per message of a twin").meta(assumed),
		freightEnergy: nonNegative
			.max(1e3)
			.default(0.06)
			.describe("kWh per 100 $ of goods and tick of transport")
			.meta(assumed),
		carbonPrice: nonNegative.max(1e5).default(10).describe("$ per t CO2e, to the government").meta(assumed),
		twinSubsidy: share.default(0).describe("share of what twins cost that the government pays").meta(assumed),
	})
	.prefault({});
