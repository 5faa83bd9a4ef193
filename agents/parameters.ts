// What the ecosystem is built from: plain data in ticks, whole units and whole cents. Defaults live in the
// scenario schema; this is what remains when days are ticks, rates are per tick and names are numbers.

import type { planningKinds } from "./organized.js";
import type { ServiceKind } from "./service-firm.js";

/** One manufacturer. Costs are cents per unit; `tier` is 1 for those who sell to customers. */
export interface StageParameters {
	readonly name: string;
	readonly tier: number;
	/** Parts of its products that are mandatory or optional. */
	readonly configured: number;
	readonly productionTicks: number;
	/** l: ticks that an order must cover, production + transport + information delay. */
	readonly protectionTicks: number;
	readonly ownCost: number;
	readonly materialCost: number;
	readonly unitCost: number;
	readonly price: number;
	readonly quality: number;
	readonly hoursPerUnit: number;
	/** Hours per tick, whole unless they are few; 0 where capacity is unlimited and only hours worked are paid. */
	readonly contractedHours: number;
	/** Expected orders, units per tick, and their standard deviation. */
	readonly mean: number;
	readonly sd: number;
	/** What customers ask of it directly, units per tick; kind "none" where only other stages buy. */
	readonly demand: { readonly kind: DemandKind; readonly mean: number; readonly sd: number };
	readonly holdingCost: number;
	readonly shortageCost: number;
	readonly safetyFactor: number;
	/** Finished units at the start; null: the safety stock. */
	readonly initialStock: number | null;
	readonly target: number;
	/** Place in the order of instrumentation, in [0, 1). */
	readonly rank: number | null;
	/** Its module at the start. */
	readonly module: number;
}

export interface ArcParameters {
	readonly buyer: number;
	readonly supplier: number;
	readonly quantity: number;
	/** Of the buyer's units that use it: 1, or less of an option. */
	readonly share: number;
	readonly transportTicks: number;
	/** Place in the list of the contract that this arc is an alternative to; its own quantity is 0. */
	readonly alternativeTo?: number;
}

/** The cells of the makers, level in level (§3.4). */
export interface HierarchyParameters {
	/** From the largest cells down, one level at least; names tell the cells of a level apart. */
	readonly levels: readonly { readonly name: string; readonly cells: readonly string[] }[];
	/** cellOf[level][maker]: its cell, as numbered in the level's list. */
	readonly cellOf: readonly (readonly number[])[];
	/**
	 * Place of each maker in an order in which the cells of every level are blocks, and makers that follow each other are close in
	 * the supply network.
	 */
	readonly place: readonly number[];
}

export const demandKinds = ["none", "owners", "normal", "ar1", "negativeBinomial", "step"] as const;
export type DemandKind = (typeof demandKinds)[number];
/** Forecasts from a maker's own demand; the last two are told what demand is and learn nothing (textbook cases). */
export const forecastKinds = [
	"movingAverage",
	"exponential",
	"holt",
	"ar1",
	"seasonalNaive",
	"macro",
	"mmse",
	"constant",
] as const;
export type ForecastKind = (typeof forecastKinds)[number];
export const orderingKinds = ["orderUpTo", "anchorAndAdjust"] as const;
export type OrderingKind = (typeof orderingKinds)[number];
export const authorities = ["observe", "advise", "act"] as const;
export const insolvencies = ["runOn", "recapitalize", "exit"] as const;
export type Insolvency = (typeof insolvencies)[number];
/** Push from stock, no variants; pull by order, in one's own variant. */
export const markets = ["seller", "buyer"] as const;
export type Market = (typeof markets)[number];
export const synchronizations = ["periodic", "onChange", "onDemand"] as const;
export type Synchronization = (typeof synchronizations)[number];
export type Authority = (typeof authorities)[number];

export interface ServiceParameters {
	readonly kind: ServiceKind;
	readonly firms: number;
	readonly hoursPerJob: number;
	readonly contractedHours: number;
	/** Cents per job: what is asked, and what of it buys parts and fuel outside. */
	readonly price: number;
	readonly parts: number;
	/** Half-width of its firms' prices about `price`, as a share, and of twice their qualities about .5. */
	readonly spread: number;
}

export interface CustomerParameters {
	readonly owners: number;
	readonly lifeTicks: number;
	readonly useSpread: number;
	readonly failureScale: number;
	readonly failureShape: number;
	/** Cents per tick that a working machine earns. */
	readonly earnings: number;
	/** Sellers whose offers each compares, at most as many as there are. */
	readonly offers: number;
	/** Customers that each is in touch with, and the share of these links that go to anyone. */
	readonly peers: number | "complete";
	readonly rewired: number;
	/** u_0 of the logit with one offer: utility of waiting, before its price term. */
	readonly outsideUtility: number;
	readonly referencePrice: number;
	/** Among which customers differ. */
	readonly variants: number;
	readonly priceWeight: number;
	readonly qualityWeight: number;
	/** Per tick of expected delay. */
	readonly delayWeight: number;
	/** w_f, per logarithm of renown. */
	readonly renownWeight: number;
	/** w_s, per stage of servitization. */
	readonly serviceWeight: number;
	/** Expected repairs of a machine, and the annuity of its price over its life: shares of the list price, per tick. */
	readonly upkeep: number;
	readonly rent: number;
	/** Cents per planned maintenance and per inspection, and the work of the former over that of a repair. */
	readonly plannedFee: number;
	readonly plannedWork: number;
	readonly inspectionFee: number;
	/** Bass's p and q of adopting services, per tick. */
	readonly innovation: number;
	readonly imitation: number;
}

export const cloudStages = ["local", "connected", "pooledModule", "pooledCluster", "pooledNetwork"] as const;
export type CloudStage = (typeof cloudStages)[number];

export type PlanningKind = (typeof planningKinds)[number];

/** What crosses the border between two modules. */
export const channels = ["material", "labor", "funds", "information"] as const;
export type Channel = (typeof channels)[number];
/** lo, hi, k, x0 and tau of a boundary function; tau is a share, of information cents per message. */
export type BoundaryScalars<C extends Channel = Channel> = {
	readonly [K in `${C}${"Low" | "High" | "Slope" | "Middle" | "Tax"}`]: number;
};

/** Scalars that steps read, by the names of the columns of `settings`. */
export interface Scalars extends BoundaryScalars {
	readonly tickDays: number;
	readonly returns: boolean;
	readonly ordering: OrderingKind;
	readonly forecast: ForecastKind;
	readonly forecastWindow: number;
	readonly forecastAlpha: number;
	readonly holtAlpha: number;
	readonly holtBeta: number;
	readonly forecastSeason: number;
	readonly forecastMemory: number;
	readonly closedLoop: boolean;
	readonly forecastForgetting: number;
	readonly forecastHysteresis: number;
	readonly sharingWeight: number;
	readonly sharingLag: boolean;
	readonly stockAdjustment: number;
	readonly supplyLineWeight: number;
	readonly openingTicks: number;
	readonly openingOrder: number;
	readonly informationDelay: number;
	readonly demandRho: number;
	readonly stepTo: number;
	readonly stepAt: number;
	readonly unlimited: boolean;
	/** Cents per hour. */
	readonly wage: number;
	readonly bankShare: number;
	readonly latePay: number;
	readonly latePayTicks: number;
	readonly cancel: number;
	/** Per tick, on negative cash. */
	readonly loanInterest: number;
	readonly creditTicks: number;
	readonly startTicks: number;
	readonly dividendTicks: number;
	readonly finishedLoss: number;
	readonly componentLoss: number;
	readonly lateRelease: number;
	readonly countEvery: number;
	readonly availabilityCenter: number;
	readonly availabilityRho: number;
	readonly availabilitySd: number;
	readonly coverage: number;
	readonly period: number;
	readonly lag: number;
	readonly noise: number;
	readonly messageLoss: number;
	readonly drift: number;
	readonly authority: Authority;
	/** Ticks, beyond the lag, of the latest messages. */
	readonly lagSpread: number;
	readonly synchronization: Synchronization;
	readonly deadband: number;
	readonly senseCapacity: boolean;
	readonly senseMacro: boolean;
	readonly senseCondition: boolean;
	/** Cents: per instrumented stage and tick, per message, per stage when it is first instrumented. */
	readonly twinTickCost: number;
	readonly messageCost: number;
	readonly twinSetUp: number;
	readonly macroAmplitude: number;
	readonly macroPeriod: number;
	readonly macroRho: number;
	readonly macroSd: number;
	readonly macroNoise: number;
	/** Wh per cent of cost added, share of it that follows contracted hours, Wh per instrumented stage. */
	readonly energyPerCent: number;
	readonly fixedEnergy: number;
	readonly twinEnergy: number;
	/** Stage of all sellers, 0 to 3; its fraction is the share of sellers a stage further. */
	readonly servitization: number;
	/** A code of MODE (`call.ts`). */
	readonly serviceMode: number;
	/** Fees per tick in expected upkeep. */
	readonly addOnFee: number;
	readonly enhancedFee: number;
	readonly embeddedFee: number;
	readonly addOnTicks: number;
	readonly enhancedTicks: number;
	readonly renewAbove: number;
	readonly graceTicks: number;
	/** Share of the list price per tick of downtime. */
	readonly penalty: number;
	/** Shares of usual revenue, per stage. */
	readonly setUpShare: number;
	readonly setUpTicks: number;
	readonly readyShare: number;
	readonly assetCredit: number;
	/** Of failures, seen coming; false alarms per failure seen; share of virtual age left by planned maintenance. */
	readonly detection: number;
	readonly falseAlarms: number;
	readonly maintainedAge: number;
	readonly messageEnergy: number;
	/** Wh per cent of value and tick. */
	readonly freightEnergy: number;
	readonly carbonPerKwh: number;
	/** Cents per kg. */
	readonly carbonPrice: number;
	readonly twinSubsidy: number;
	/** Cents per byte and tick. */
	readonly storageCost: number;
	readonly recoveredBase: number;
	readonly recoveredByData: number;
	readonly recoveredPrice: number;
	readonly useAssociation: boolean;
	readonly leastSupport: number;
	readonly usePrediction: boolean;
	readonly flexibility: number;
	readonly reserve: number;
	readonly useClustering: boolean;
	readonly grades: number;
	readonly gradeGain: number;
	readonly reviewEvery: number;
	readonly promiseTicks: number;
	readonly windowTicks: number;
	/** Cents per tick of each part that is mandatory or optional. */
	readonly configurationCost: number;
	/** Makers to a module, 0: as the column `module` has it; wage hours of overhead and how they grow. */
	readonly moduleSize: number;
	readonly moduleLending: boolean;
	readonly moduleOverhead: number;
	readonly overheadPower: number;
	/** Place in `cloudStages`. */
	readonly cloud: number;
	readonly connectedCost: number;
	readonly boundariesOn: boolean;
	readonly fundsInterest: number;
	readonly planning: PlanningKind;
	readonly planEvery: number;
	/** Most of a maker's hours that are hired or let go in a tick, share; hours over those that the forecast takes. */
	readonly hiring: number;
	readonly capacity: number;
	readonly systemLoop: boolean;
	readonly innovation: boolean;
	readonly innovationBudget: number;
	readonly loci: number;
	readonly epistasis: number;
	readonly coreLoci: number;
	readonly searchRate: number;
	readonly slackRate: number;
	readonly aspirationRate: number;
	readonly radiusStep: number;
	readonly jumpShare: number;
	readonly imitationShare: number;
	readonly searchEffort: number;
	readonly coreCost: number;
	readonly technologyEpoch: number;
	readonly shockShare: number;
	readonly insolvency: Insolvency;
	readonly insolventTicks: number;
	readonly capitalTicks: number;
	readonly salvage: number;
	readonly entryRate: number;
	readonly entryMargin: number;
	readonly mutation: number;
	readonly reSourcing: boolean;
	readonly sourcingEvery: number;
	readonly sourcingDelay: number;
	readonly sourcingLoad: number;
	readonly sourcingHysteresis: number;
	readonly market: Market;
	readonly varietyWeight: number;
	/** What shocks move: 1 and 0 while none is under way. */
	readonly demandFactor: number;
	readonly freightDelay: number;
}

/** A shock as outcomes see it: under way in ticks [from, to). */
export interface ShockSpan {
	readonly from: number;
	readonly to: number;
}

/** The closed loop through the virtual world, in ticks. */
export interface ClosedLoopParameters {
	readonly every: number;
	readonly horizon: number;
	readonly candidates: number;
	readonly replications: number;
	readonly threshold: number;
	readonly trust: "earned" | "full";
	readonly learning: number;
	readonly alarm: number;
	readonly slack: number;
	readonly silence: number;
}

export interface EcosystemParameters {
	readonly scalars: Scalars;
	readonly stages: readonly StageParameters[];
	readonly arcs: readonly ArcParameters[];
	readonly hierarchy: HierarchyParameters;
	readonly customers: CustomerParameters | null;
	readonly services: readonly ServiceParameters[];
	readonly warmUp: number;
	/** Null where it is off from the first tick to the last. */
	readonly closedLoop: ClosedLoopParameters | null;
	/** In the order in which they begin. */
	readonly shocks: readonly ShockSpan[];
	/** The largest value that path and shocks give to what rings are as wide as. */
	readonly largest: { readonly lag: number; readonly freightDelay: number };
	/** Units: no maker orders what would make more of its stock, work and orders together, however its orders swing. */
	readonly mostOpen: number;
	/** Weights of the six components of efficacy, in their order; they sum to 1. */
	readonly weights: readonly number[];
}
