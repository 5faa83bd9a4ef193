// The scalars that steps read: rates per tick, cents, ticks.

import { MODE } from "../agents/call.js";
import { type BoundaryScalars, type Channel, cloudStages, type Scalars } from "../agents/parameters.js";
import { pow } from "../engine/math/pow.js";
import { rint } from "../engine/math/rint.js";
import { twinPresets } from "./schema/twin.js";
import type { Scenario } from "./schema.js";

export const cents = (dollars: number) => rint(dollars * 100);

/** Hours contracted per tick: whole ones, but exact where rounding would be felt, above all to none. */
export const contracted = (hours: number) => (hours < 10 ? hours : rint(hours));

export function scalarsOf(scenario: Scenario): Scalars {
	const {
		economics,
		hidden,
		forecast,
		ordering,
		demand,
		macro,
		sustainability,
		lifecycle,
		efficacy,
		innovation,
		dynamics,
		sourcing,
		servitization,
		tick,
	} = scenario;
	const { modules, cloud, boundaries, planning } = scenario;
	const weeks = tick.days / 7;
	const toTicks = (inWeeks: number) => rint(inWeeks / weeks);
	/** What happens with this probability in a week, or moves by this share, in a tick. */
	const perTick = (perWeek: number) => (perWeek === 1 ? 1 : 1 - pow(1 - perWeek, weeks));
	const setUpTicks = Math.max(1, toTicks(servitization.setUpWeeks));
	const sharing =
		typeof scenario.sharing === "boolean"
			? ({ weight: scenario.sharing ? 1 : 0, delay: "tier" } as const)
			: scenario.sharing;
	const { preset, cost, authority, rank: _, ...given } = scenario.twin;
	const twin = { ...twinPresets[preset], ...defined(given) };
	return {
		tickDays: tick.days,
		returns: scenario.returns,
		ordering: ordering.kind,
		forecast: forecast.kind,
		forecastWindow: forecast.window,
		forecastAlpha: forecast.alpha,
		holtAlpha: forecast.holt.alpha,
		holtBeta: forecast.holt.beta,
		forecastSeason: forecast.season,
		forecastMemory: forecast.memory,
		closedLoop: forecast.closedLoop,
		forecastForgetting: forecast.forgetting,
		forecastHysteresis: forecast.hysteresis,
		sharingWeight: sharing.weight,
		sharingLag: sharing.delay === "tier",
		stockAdjustment: ordering.stockAdjustment,
		supplyLineWeight: ordering.supplyLineWeight,
		openingTicks: ordering.openingTicks,
		openingOrder: ordering.openingOrder,
		informationDelay: ordering.informationDelay,
		demandRho: demand.rho,
		stepTo: demand.stepTo,
		stepAt: demand.stepAt,
		unlimited: economics.capacity === null,
		wage: cents(economics.wage),
		bankShare: economics.bankShare,
		latePay: economics.latePayPerWeek * weeks,
		latePayTicks: toTicks(economics.latePayWeeks),
		cancel: perTick(economics.cancelPerWeek),
		loanInterest: (economics.loanInterestPerYear * tick.days) / 365,
		creditTicks: economics.creditWeeks / weeks,
		startTicks: economics.startWeeks / weeks,
		dividendTicks: economics.dividendWeeks / weeks,
		finishedLoss: hidden.finishedLoss,
		componentLoss: hidden.componentLoss,
		lateRelease: hidden.lateRelease,
		countEvery: hidden.countEvery,
		availabilityCenter: hidden.availability.center,
		availabilityRho: hidden.availability.rho,
		availabilitySd: hidden.availability.sd,
		coverage: twin.coverage,
		period: twin.period,
		lag: twin.lag,
		noise: twin.noise,
		messageLoss: twin.loss,
		drift: twin.drift,
		authority,
		lagSpread: scenario.twin.lagSpread,
		synchronization: scenario.twin.synchronization,
		deadband: scenario.twin.deadband,
		senseCapacity: scenario.twin.senses.capacity,
		senseMacro: scenario.twin.senses.macro,
		senseCondition: scenario.twin.senses.condition,
		twinTickCost: cents(cost.perStageWeek * weeks),
		messageCost: cents(cost.perMessage),
		twinSetUp: cents(cost.setUp),
		macroAmplitude: macro.amplitude,
		macroPeriod: macro.periodTicks,
		macroRho: macro.rho,
		macroSd: macro.sd,
		macroNoise: macro.noise,
		energyPerCent: sustainability.energyPerDollar * 10,
		fixedEnergy: sustainability.fixedShare,
		twinEnergy: sustainability.twinEnergy * 1000,
		servitization: servitization.stage,
		serviceMode: MODE[scenario.services.mode],
		addOnFee: servitization.addOn.fee,
		enhancedFee: servitization.enhanced.fee,
		embeddedFee: servitization.embedded.fee,
		addOnTicks: Math.max(1, toTicks(servitization.addOn.weeks)),
		enhancedTicks: Math.max(1, toTicks(servitization.enhanced.weeks)),
		renewAbove: servitization.renewAbove,
		graceTicks: toTicks(servitization.graceWeeks),
		penalty: servitization.penaltyPerWeek * weeks,
		setUpShare: (servitization.setUp * 52) / weeks / setUpTicks,
		setUpTicks,
		readyShare: servitization.ready,
		assetCredit: servitization.assetCredit,
		detection: servitization.prevention.detection,
		falseAlarms: 1 / servitization.prevention.precision - 1,
		maintainedAge: servitization.prevention.maintainedAge,
		messageEnergy: sustainability.messageEnergy * 1000,
		freightEnergy: sustainability.freightEnergy / 10,
		carbonPerKwh: sustainability.carbonPerKwh,
		carbonPrice: sustainability.carbonPrice / 10,
		twinSubsidy: sustainability.twinSubsidy,
		storageCost: ((lifecycle.storagePerGbMonth * 100) / 1e9) * (tick.days / (365 / 12)),
		recoveredBase: lifecycle.recovered,
		recoveredByData: lifecycle.recoveredByData,
		recoveredPrice: lifecycle.recoveredPrice,
		...scenario.applications,
		promiseTicks: efficacy.promiseDays / tick.days,
		windowTicks: efficacy.windowTicks,
		moduleSize: modules.kind === "blocks" && !modules.members ? modules.size : 0,
		moduleLending: modules.lending,
		configurationCost: cents(scenario.configuration.setUpPerWeek * weeks),
		moduleOverhead: modules.overhead * weeks,
		overheadPower: modules.overheadPower,
		cloud: cloudStages.indexOf(cloud.stage),
		connectedCost: cloud.connectedCost,
		boundariesOn: boundaries.on,
		...boundaryScalars("material", boundaries.material),
		...boundaryScalars("labor", boundaries.labor),
		...boundaryScalars("funds", boundaries.funds),
		...boundaryScalars("information", boundaries.information),
		informationTax: boundaries.information.tax * 100,
		planning: planning.kind,
		planEvery: planning.every,
		hiring: perTick(economics.hiringPerWeek),
		capacity: economics.capacity ?? 0,
		systemLoop: scenario.closedLoop.on,
		fundsInterest: (boundaries.funds.interest * tick.days) / 365,
		innovation: innovation.on,
		innovationBudget: innovation.budget,
		loci: innovation.loci,
		epistasis: innovation.epistasis,
		coreLoci: innovation.core,
		searchRate: perTick(innovation.searchPerWeek),
		slackRate: perTick(innovation.slackPerWeek),
		aspirationRate: perTick(innovation.aspirationPerWeek),
		radiusStep: innovation.radiusStep,
		jumpShare: innovation.jumpShare,
		imitationShare: innovation.imitationShare * (1 - innovation.jumpShare),
		searchEffort: innovation.effortWeeks / weeks,
		coreCost: innovation.coreCost,
		technologyEpoch: 0,
		shockShare: innovation.shockShare,
		insolvency: dynamics.insolvency,
		insolventTicks: dynamics.insolventTicks,
		capitalTicks: dynamics.capitalWeeks / weeks,
		salvage: dynamics.salvage,
		entryRate: dynamics.entryPerYear === 1 ? 1 : 1 - pow(1 - dynamics.entryPerYear, tick.days / 365),
		entryMargin: dynamics.entryMargin,
		mutation: dynamics.mutation,
		reSourcing: sourcing.on,
		sourcingEvery: sourcing.every,
		sourcingDelay: sourcing.delayPerWeek * weeks,
		sourcingLoad: sourcing.load,
		sourcingHysteresis: sourcing.hysteresis,
		market: scenario.market.kind,
		varietyWeight: scenario.market.varietyWeight,
		demandFactor: 1,
		freightDelay: 0,
	};
}

/** A boundary function's parameters by the names that they have among the scalars. */
const boundaryScalars = <C extends Channel>(
	channel: C,
	{ low, high, slope, middle, tax }: Scenario["boundaries"]["labor"],
) =>
	({
		[`${channel}Low`]: low,
		[`${channel}High`]: high,
		[`${channel}Slope`]: slope,
		[`${channel}Middle`]: middle,
		[`${channel}Tax`]: tax,
	}) as unknown as BoundaryScalars<C>;

/** Without the keys that were left out. */
function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
