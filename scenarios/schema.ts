// The scenario as its author writes it: every key with its unit, its range and the only place of its default.

import { z } from "zod";

const share = z.number().min(0).max(1);
const positive = z.number().positive();
const nonNegative = z.number().min(0);
const count = z.int().min(1).max(1_000_000);
/** Units of goods, small enough that sums over a run stay exact. */
const units = z.int().min(0).max(100_000_000);
const stageName = z.string().min(1).max(120);

const stage = z
	.strictObject({
		name: stageName,
		cost: nonNegative.max(1e9).describe("direct cost added at this stage, $ per unit").default(1),
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
			.describe("transport time of its purchases, days; rounded to whole ticks"),
		demand: z
			.strictObject({
				meanPerDay: positive.max(1e8).describe("customers' demand, units per day"),
				sdPerDay: nonNegative.max(1e8).describe("its standard deviation per day, units"),
			})
			.optional()
			.describe("an end stage says what customers ask of it"),
		upstream: z
			.record(stageName, z.int().min(1).max(100_000))
			.default({})
			.describe("bill of materials: supplying stage → units of its product in one unit of this one"),
		quality: share.default(0.5).describe("of its product, as customers see it"),
		initialStock: units.optional().describe("finished units at the start; steady state if left out"),
		target: units.optional().describe("desired stock S' of ordering.kind anchorAndAdjust, units"),
	})
	.describe("one stage of the supply chain, run by one manufacturer");

const demand = z
	.strictObject({
		kind: z
			.enum(["owners", "normal", "ar1", "negativeBinomial", "step"])
			.default("owners")
			.describe(
				"owners: arises from machines that reach the end of their life; the others are drawn per tick",
			),
		mean: positive
			.max(1e8)
			.default(100)
			.describe("units per tick, of the first stage where no stage gives a demand of its own"),
		sd: nonNegative
			.max(1e8)
			.default(20)
			.describe("standard deviation per tick, units (of ar1: of the stationary demand)"),
		rho: z.number().gt(-1).lt(1).default(0).describe("autocorrelation from tick to tick, of ar1"),
		stepTo: nonNegative.max(1e8).default(0).describe("demand after the step, units per tick, of step"),
		stepAt: z.int().min(0).default(0).describe("first tick of the new demand, of step"),
	})
	.prefault({});

const forecast = z
	.strictObject({
		kind: z
			.enum(["movingAverage", "exponential", "mmse", "constant"])
			.default("exponential")
			.describe("mmse: minimum mean squared error for the AR(1) demand of demand.rho and its mean"),
		window: z.int().min(1).max(520).default(5).describe("ticks in the moving average"),
		alpha: z
			.number()
			.gt(0)
			.max(1)
			.default(0.1)
			.describe("weight of the newest demand in exponential smoothing"),
	})
	.prefault({});

const ordering = z
	.strictObject({
		kind: z
			.enum(["orderUpTo", "anchorAndAdjust"])
			.default("orderUpTo")
			.describe("orderUpTo: MODEL §4.6; anchorAndAdjust: Sterman (1989)"),
		stockAdjustment: share.default(1).describe("anchorAndAdjust: share of the stock gap ordered per tick"),
		supplyLineWeight: share
			.default(1)
			.describe("anchorAndAdjust: share of the supply line taken into account"),
		openingTicks: z.int().min(0).default(0).describe("ticks at the start in which orders are given"),
		openingOrder: units.default(0).describe("units ordered in each of those ticks"),
		informationDelay: z
			.int()
			.min(1)
			.max(52)
			.default(1)
			.describe("ticks from a purchase order to its reading"),
	})
	.prefault({});

const sharing = z
	.union([
		z.boolean().describe("true: end demand alone, read with the order's own lag; false: own orders alone"),
		z.strictObject({
			weight: share.default(1).describe("psi: weight of the shared end demand in the forecast"),
			delay: z
				.union([z.literal("tier"), z.literal(0)])
				.default("tier")
				.describe("tier: one tick later per tier, as orders travel; 0: at once"),
		}),
	])
	.default(false);

const economics = z
	.strictObject({
		markup: nonNegative.max(10).default(0.25).describe("price above cumulative cost, share"),
		wage: nonNegative.max(1e6).default(30).describe("$ per hour"),
		laborShare: share
			.default(0.3)
			.describe("labor in the cost that a stage adds, share; the rest is bought outside"),
		capacity: positive
			.nullable()
			.default(1.3)
			.describe("contracted hours over those that mean demand needs; null: unlimited"),
		holdingPerYear: nonNegative.max(10).default(0.3).describe("cost of a year's holding, share of unit cost"),
		bankShare: share.default(2 / 3).describe("share of the holding cost that is interest to the bank"),
		latePayPerWeek: nonNegative
			.max(1)
			.default(0.01)
			.describe("share of the price paid per week to who waits"),
		latePayWeeks: z.int().min(0).max(52).default(10).describe("weeks after which late pay stops"),
		cancelPerWeek: share.default(0.2).describe("share of customers' waiting orders cancelled per week"),
		creditWeeks: nonNegative.default(13).describe("credit line, weeks of mean revenue"),
		startWeeks: nonNegative.default(13).describe("cash at the start, weeks of mean cost, lent by the bank"),
		dividendWeeks: nonNegative
			.default(26)
			.describe("cash above so many weeks of mean cost is paid to households"),
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

const hidden = z
	.strictObject({
		finishedLoss: share.default(0.015).describe("share of finished units lost unseen as they enter stock"),
		componentLoss: share.default(0.001).describe("share of components on hand lost unseen per tick"),
		lateRelease: share.default(0.05).describe("probability that a release is finished one tick late"),
		countEvery: z.int().min(1).max(10_000).default(26).describe("ticks between exact counts of a stock"),
		availability: z
			.strictObject({
				center: z
					.number()
					.gt(0)
					.max(1)
					.default(0.9)
					.describe("median share of contracted hours at work; 1: all"),
				rho: z.number().gt(-1).lt(1).default(0.9).describe("autocorrelation of its logit"),
				sd: nonNegative.max(5).default(0.3).describe("standard deviation of its logit"),
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

const twin = z
	.strictObject({
		preset: z
			.enum(["none", "standard", "perfect"])
			.default("none")
			.describe("gives coverage, period, lag, noise, loss and drift where they are left out"),
		coverage: share.optional().describe("gamma: share of the stages that are instrumented"),
		rank: z
			.enum(["value", "random"])
			.default("value")
			.describe("which stages come first: highest cost, or a draw"),
		period: z.int().min(1).max(520).optional().describe("ticks between messages"),
		lag: z.int().min(0).max(520).optional().describe("age of a message when it arrives, ticks"),
		noise: nonNegative.max(2).optional().describe("sigma of the multiplicative (lognormal) reading error"),
		loss: share.optional().describe("probability that a message is lost"),
		drift: z
			.number()
			.min(-100)
			.max(100)
			.optional()
			.describe("bias of a reading, units per tick since the last count"),
		authority: z
			.enum(["observe", "advise", "act"])
			.default("advise")
			.describe(
				"observe: decisions use the books; advise: weighted by variance; act: obeyed blindly, no counts",
			),
		cost: z
			.strictObject({
				perStageWeek: nonNegative.default(40).describe("$ per instrumented stage and week"),
				perMessage: nonNegative.default(0.05).describe("$ per message"),
				setUp: nonNegative.default(2000).describe("$ per instrumented stage at the start"),
			})
			.prefault({}),
	})
	.prefault({});

const macro = z
	.strictObject({
		amplitude: share.default(0).describe("of the yearly business cycle"),
		periodTicks: positive.default(208).describe("length of the cycle, ticks"),
		rho: z.number().gt(-1).lt(1).default(0.9).describe("autocorrelation of the deviation from tick to tick"),
		sd: nonNegative.max(1).default(0).describe("standard deviation of the stationary deviation"),
		noise: nonNegative
			.max(1)
			.default(0)
			.describe("standard deviation of what moves z from tick to tick and is gone"),
	})
	.describe("z: how hard machines are used, 1 on average")
	.prefault({});

const customers = z
	.strictObject({
		owners: z.int().min(1).max(10_000_000).default(18_200).describe("customers, each with one machine"),
		lifeWeeks: positive.default(520).describe("life of a machine at mean use, weeks"),
		useSpread: nonNegative.max(2).default(0.3).describe("sd of the logarithm of owners' use rates (mean 1)"),
		failureScaleWeeks: positive
			.default(173)
			.describe("Weibull scale eta of the age at failure, weeks of use"),
		failureShape: positive.max(10).default(2).describe("Weibull shape beta"),
		earningsPerWeek: nonNegative.default(300).describe("$ that a working machine earns its owner"),
		outsideShare: z
			.number()
			.gt(0)
			.lt(1)
			.default(0.1)
			.describe("share of choices for waiting, with no queue anywhere"),
		referencePrice: positive
			.max(1e9)
			.optional()
			.describe("p_ref, $: what a machine costs elsewhere; the mean list price if left out"),
		priceWeight: nonNegative.default(4).describe("w_p, per log price"),
		qualityWeight: nonNegative.default(1).describe("w_q"),
		delayWeight: nonNegative.default(0.1).describe("w_d, per week of expected delay"),
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
			hoursPerJob: positive.default(defaults.hoursPerJob).describe("labor per job, hours"),
			price: nonNegative
				.max(1)
				.default(defaults.price)
				.describe("price of a job, share of the product's price"),
			parts: share
				.default(defaults.parts)
				.describe("parts and fuel bought outside, share of the job's price"),
			capacity: positive
				.default(defaults.capacity)
				.describe("contracted hours over those of the expected jobs"),
		})
		.prefault({});

const services = z
	.strictObject({
		maintenance: serviceKind({ firms: 8, hoursPerJob: 40, price: 0.04, parts: 0.45, capacity: 1.25 }),
		logistics: serviceKind({ firms: 2, hoursPerJob: 12, price: 0.01, parts: 0.4, capacity: 1.8 }),
	})
	.describe("firms that repair machines and bring them to customers; only with demand.kind owners")
	.prefault({});

const sustainability = z
	.strictObject({
		energyPerDollar: nonNegative.default(0.4).describe("kWh per $ of cost added in making"),
		fixedShare: share.default(0.2).describe("share of it that runs with the contracted hours, used or not"),
		twinEnergy: nonNegative.default(0.5).describe("kWh per instrumented stage and tick"),
		carbonPerKwh: nonNegative
			.default(0.42)
			.describe("kg CO2e per kWh (steel industry data, 403.81 t / 959,636.71 kWh)"),
	})
	.prefault({});

const efficacy = z
	.strictObject({
		promiseDays: positive.default(7).describe("promised delivery time, days"),
		windowTicks: z.int().min(1).max(520).default(13).describe("ticks over which its sums run"),
		weights: z
			.strictObject({
				customer: share.default(0.25),
				economic: share.default(0.25),
				winWin: share.default(0.15),
				responsiveness: share.default(0.15),
				sustainability: share.default(0.1),
				resilience: share.default(0.1),
			})
			.describe("weights of the components; divided by their sum")
			.prefault({}),
	})
	.prefault({});

/** The whole scenario. Numbers are checked here for themselves; relations between them in `check.ts`. */
export const scenarioSchema = z
	.strictObject({
		name: z
			.string()
			.regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and hyphens")
			.max(60)
			.describe("short name, as in file names: lower-case letters, digits and hyphens"),
		title: z.string().max(200).default("").describe("one line for tables and reports"),
		source: z.string().max(2000).default("").describe("where the figures come from"),
		tick: z
			.strictObject({ days: positive.max(366).default(7).describe("length of a tick, days") })
			.prefault({}),
		ticks: z.int().min(1).max(1_000_000).default(1040).describe("horizon, ticks"),
		warmUp: z.int().min(0).default(104).describe("ticks left out of outcomes (at most half of the horizon)"),
		stages: z
			.union([count, z.array(stage).min(1).max(100_000)])
			.describe("a number: a serial chain of so many equal stages, from the customer up; a list: each stage"),
		leadTime: z
			.union([z.int().min(0).max(520), z.array(z.int().min(0).max(520)).min(1)])
			.default(1)
			.describe("production ticks of stages without leadDays; a list: one per stage, from the first"),
		demand,
		forecast,
		sharing,
		ordering,
		safetyFactor: z
			.number()
			.min(-10)
			.max(10)
			.nullable()
			.default(null)
			.describe("z of the base-stock level; null: from the costs of holding and shortage"),
		returns: z
			.boolean()
			.default(false)
			.describe("orders may be negative and stock below zero (textbook cases)"),
		economics,
		hidden,
		twin,
		macro,
		customers,
		services,
		sustainability,
		efficacy,
	})
	.describe("A scenario of fractwin");

/** A scenario with every default filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
/** A scenario as written: defaults may be left out. */
export type ScenarioInput = z.input<typeof scenarioSchema>;

/** The JSON Schema of what an author may write. */
export const scenarioJsonSchema = () => z.toJSONSchema(scenarioSchema, { io: "input" });
