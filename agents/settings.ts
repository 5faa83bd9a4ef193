// The scalars of a scenario as one row of the world: a step reads nothing but the block.

import { agentKind, type ColumnSpec, column } from "../engine/world/kind.js";
import { columns, type World } from "../engine/world/world.js";
import { planningKinds } from "./organized.js";
import {
	authorities,
	type BoundaryScalars,
	type Channel,
	forecastKinds,
	insolvencies,
	orderingKinds,
	type Scalars,
	synchronizations,
} from "./parameters.js";

const scalar = (unit: string, about: string) => column("f64", unit, about);

type BoundaryColumns<C extends Channel> = { readonly [K in keyof BoundaryScalars<C>]: ColumnSpec<"f64"> };
/** The five parameters of a channel's boundary function. */
const boundaryColumns = <C extends Channel>(channel: C) =>
	({
		[`${channel}Low`]: scalar("share", "b at its lowest"),
		[`${channel}High`]: scalar("share", "b at its highest"),
		[`${channel}Slope`]: scalar("1", "k, steepness of b"),
		[`${channel}Middle`]: scalar("1", "x0, where b is halfway"),
		[`${channel}Tax`]: scalar(channel === "information" ? "cents" : "share", "tau, cost of crossing"),
	}) as unknown as BoundaryColumns<C>;

/** Codes are places in the lists of `parameters.ts`; flags are 0 or 1; the rest is as in `Scalars`. */
export const settings = agentKind("settings", {
	fixed: {
		tickDays: scalar("days", "length of a tick"),
		returns: scalar("flag", "orders and stock may be negative"),
		ordering: scalar("code", "order policy"),
		forecast: scalar("code", "forecast hypothesis"),
		forecastWindow: scalar("ticks", "of the moving average"),
		forecastAlpha: scalar("share", "weight of the newest demand"),
		holtAlpha: scalar("share", "weight of the newest demand in Holt's level"),
		holtBeta: scalar("share", "weight of the newest slope in Holt's trend"),
		forecastSeason: scalar("ticks", "in a season"),
		forecastMemory: scalar("ticks", "of the estimated AR(1)"),
		closedLoop: scalar("flag", "the forecast hypothesis that fared best is used"),
		forecastForgetting: scalar("share", "weight of the newest error in a hypothesis's score"),
		forecastHysteresis: scalar("share", "by which another must be better to be used"),
		sharingWeight: scalar("share", "psi, weight of shared end demand"),
		sharingLag: scalar("flag", "shared demand travels a tick per tier"),
		stockAdjustment: scalar("share", "Sterman's alpha"),
		supplyLineWeight: scalar("share", "Sterman's beta"),
		openingTicks: scalar("ticks", "with given orders"),
		openingOrder: scalar("units", "given order"),
		informationDelay: scalar("ticks", "from order to reading"),
		demandRho: scalar("1", "autocorrelation of demand"),
		stepTo: scalar("units/tick", "demand after the step"),
		stepAt: scalar("tick", "of the step"),
		unlimited: scalar("flag", "capacity has no limit"),
		wage: scalar("cents/h", "wage"),
		bankShare: scalar("share", "of the holding cost that is interest"),
		latePay: scalar("share/tick", "of the price, to who waits"),
		latePayTicks: scalar("ticks", "after which late pay stops"),
		cancel: scalar("share/tick", "of customers' waiting orders"),
		creditTicks: scalar("ticks", "credit line in mean revenue"),
		startTicks: scalar("ticks", "first cash in mean cost"),
		dividendTicks: scalar("ticks", "cash kept, in mean cost"),
		finishedLoss: scalar("share", "y, of units entering stock"),
		componentLoss: scalar("share/tick", "y_c, of components on hand"),
		lateRelease: scalar("share", "d, of releases"),
		countEvery: scalar("ticks", "C, between counts"),
		availabilityCenter: scalar("share", "median availability"),
		availabilityRho: scalar("1", "autocorrelation of its logit"),
		availabilitySd: scalar("1", "standard deviation of its logit"),
		coverage: scalar("share", "gamma, of stages instrumented"),
		period: scalar("ticks", "between messages"),
		lag: scalar("ticks", "age of a message on arrival"),
		noise: scalar("1", "sigma of a reading"),
		messageLoss: scalar("share", "of messages"),
		drift: scalar("units/tick", "bias since calibration"),
		authority: scalar("code", "what the twin may do"),
		lagSpread: scalar("ticks", "of the latest messages, beyond the lag"),
		synchronization: scalar("code", "when a message is sent"),
		deadband: scalar("share", "of stock, within which no message is sent"),
		twinTickCost: scalar("cents/tick", "per instrumented stage"),
		messageCost: scalar("cents", "per message"),
		twinSetUp: scalar("cents", "per instrumented stage"),
		macroAmplitude: scalar("share", "A of the cycle"),
		macroPeriod: scalar("ticks", "length of the cycle"),
		macroRho: scalar("1", "autocorrelation of the deviation"),
		macroSd: scalar("1", "its standard deviation"),
		macroNoise: scalar("1", "standard deviation of the passing part"),
		energyPerCent: scalar("Wh/cent", "of cost added"),
		fixedEnergy: scalar("share", "that follows contracted hours"),
		twinEnergy: scalar("Wh/tick", "per instrumented stage"),
		messageEnergy: scalar("Wh", "per message"),
		freightEnergy: scalar("Wh/cent·tick", "per value hauled and tick of transport"),
		carbonPerKwh: scalar("kg CO2e/kWh", "of the energy used"),
		carbonPrice: scalar("cents/kg CO2e", "to the government"),
		twinSubsidy: scalar("share", "of the twins' cost, from the government"),
		storageCost: scalar("cents/byte·tick", "of recorded data"),
		recoveredBase: scalar("share", "of a dismantled machine's material recovered without data"),
		recoveredByData: scalar("share", "recovered beyond that with all its lifecycle recorded"),
		recoveredPrice: scalar("share", "of virgin price, paid for recovered material"),
		machineMaterial: scalar("cents", "material in a machine, mean over what is sold"),
		useAssociation: scalar("flag", "orders are forecast by association rules"),
		leastSupport: scalar("share", "of ticks, of a rule's first side"),
		usePrediction: scalar("flag", "maintenance hours follow predicted failures"),
		flexibility: scalar("share", "of contracted hours, by which they may differ"),
		reserve: scalar("1", "hours beyond the predicted, standard deviations"),
		useClustering: scalar("flag", "returned machines are graded"),
		grades: scalar("grades", "of returned machines"),
		gradeGain: scalar("1", "yield of care per share of the mean age"),
		reviewEvery: scalar("ticks", "between analyses"),
		promiseTicks: scalar("ticks", "promised delivery time"),
		windowTicks: scalar("ticks", "window of the money sums"),
		moduleSize: scalar("makers", "to a module, 0: as the column has it"),
		moduleLending: scalar("flag", "members lend each other idle hours in the same tick"),
		moduleOverhead: scalar("h/tick", "kappa_o, wage hours of a module of one"),
		overheadPower: scalar("1", "beta_o, how they grow with its size"),
		cloud: scalar("code", "how far capacity is pooled: place in cloudStages"),
		connectedCost: scalar("share", "of a twin's running cost from stage connected on"),
		boundariesOn: scalar("flag", "boundary functions act; else the borders are closed to all but contracts"),
		...boundaryColumns("material"),
		...boundaryColumns("labor"),
		...boundaryColumns("funds"),
		...boundaryColumns("information"),
		planning: scalar("code", "how hours are planned: place in planningKinds"),
		planEvery: scalar("ticks", "in a period of plans"),
		fundsInterest: scalar("share/tick", "on loans between makers"),
		// Innovation and change of owners.
		innovation: scalar("flag", "makers' genomes set quality and labor, and makers search"),
		innovationBudget: scalar("1", "by which the rates of search are multiplied"),
		loci: scalar("1", "N, bits of a genome"),
		epistasis: scalar("1", "K, other loci that change what one contributes"),
		coreLoci: scalar("1", "of them the core"),
		searchRate: scalar("1/tick", "probability of search below aspiration"),
		slackRate: scalar("1/tick", "probability of search above it"),
		aspirationRate: scalar("1/tick", "alpha, how fast aspiration follows"),
		radiusStep: scalar("share", "of margin short of aspiration, for each further bit"),
		jumpShare: scalar("share", "of searches that are long jumps"),
		imitationShare: scalar("share", "of searches that look at others"),
		searchEffort: scalar("ticks", "of usual labor, for each bit of a trial"),
		coreCost: scalar("1", "times as much for a bit of the core"),
		technologyEpoch: scalar("1", "technology shocks so far"),
		shockShare: scalar("share", "of loci that a technology shock meets"),
		insolvency: scalar("code", "what becomes of who can no longer pay"),
		insolventTicks: scalar("ticks", "below the credit line till it happens"),
		capitalTicks: scalar("ticks", "capital of a new owner or newcomer, in mean cost"),
		salvage: scalar("share", "of its cost that stock fetches when sold off"),
		entryRate: scalar("1/tick", "probability that an empty place finds a founder"),
		entryMargin: scalar("share", "of revenue that others must earn for that"),
		mutation: scalar("share", "of bits in which a newcomer differs from whom it copies"),
		// What shocks move (§4.1).
		demandFactor: scalar("1", "by which use and drawn demand are multiplied"),
		freightDelay: scalar("ticks", "added to the transport of what is shipped"),
		// Of customers and services; 0 where there are none.
		lifeTicks: scalar("ticks", "life of a machine at mean use"),
		failureScale: scalar("ticks", "Weibull eta"),
		failureShape: scalar("1", "Weibull beta"),
		earnings: scalar("cents/tick", "of a working machine"),
		outsideUtility: scalar("1", "u_0 - w_p ln p_ref"),
		referencePrice: scalar("cents", "p_ref, also paid for a machine bought elsewhere"),
		priceWeight: scalar("1", "w_p, per log price"),
		qualityWeight: scalar("1", "w_q, per unit of quality"),
		delayWeight: scalar("1/tick", "w_d, per tick of expected delay"),
		deliveryFee: scalar("cents", "maker to carrier, per machine"),
	},
});

/** The scalars of a scenario as columns hold them: texts as codes, flags as 0 or 1. */
export function codedScalars(scalars: Scalars): Record<string, number> {
	const coded: Record<string, number | boolean | string> = {
		...scalars,
		ordering: orderingKinds.indexOf(scalars.ordering),
		forecast: forecastKinds.indexOf(scalars.forecast),
		authority: authorities.indexOf(scalars.authority),
		planning: planningKinds.indexOf(scalars.planning),
		insolvency: insolvencies.indexOf(scalars.insolvency),
		synchronization: synchronizations.indexOf(scalars.synchronization),
	};
	return Object.fromEntries(Object.entries(coded).map(([name, value]) => [name, Number(value)]));
}

/** Write the scalars of a scenario, and others by the names of their columns. */
export function writeSettings(world: World, scalars: Scalars, others: Record<string, number>): void {
	const row = columns(world, settings) as unknown as Record<string, Float64Array>;
	for (const [name, value] of Object.entries({ ...codedScalars(scalars), ...others })) {
		const target = row[name];
		if (!target) throw new RangeError(`settings has no column "${name}"`);
		target[0] = value;
	}
}
