// The scalars of a scenario as one row of the world: a step reads nothing but the block.

import { agentKind, column } from "../engine/world/kind.js";
import { columns, type World } from "../engine/world/world.js";
import { authorities, forecastKinds, orderingKinds, type Scalars } from "./parameters.js";

const scalar = (unit: string, about: string) => column("f64", unit, about);

/** Codes are places in the lists of `parameters.ts`; flags are 0 or 1; the rest is as in `Scalars`. */
export const settings = agentKind("settings", {
	fixed: {
		tickDays: scalar("days", "length of a tick"),
		returns: scalar("flag", "orders and stock may be negative"),
		ordering: scalar("code", "order policy"),
		forecast: scalar("code", "forecast hypothesis"),
		forecastWindow: scalar("ticks", "of the moving average"),
		forecastAlpha: scalar("share", "weight of the newest demand"),
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
		loanInterest: scalar("1/tick", "that firms in debt pay the bank"),
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
		promiseTicks: scalar("ticks", "promised delivery time"),
		windowTicks: scalar("ticks", "window of the money sums"),
		// Of customers and services; 0 where there are none.
		lifeTicks: scalar("ticks", "life of a machine at mean use"),
		failureScale: scalar("ticks", "Weibull eta"),
		failureShape: scalar("1", "Weibull beta"),
		earnings: scalar("cents/tick", "of a working machine"),
		outsideUtility: scalar("1", "u_0 - w_p ln p_ref"),
		referencePrice: scalar("cents", "p_ref, also paid for a machine bought elsewhere"),
		priceWeight: scalar("1", "w_p"),
		qualityWeight: scalar("1", "w_q"),
		delayWeight: scalar("1/tick", "w_d"),
		deliveryFee: scalar("cents", "maker to carrier, per machine"),
		servitization: scalar("stage", "0..3 of all sellers; the fraction is the share of those a stage further"),
		serviceMode: scalar("code", "how who repairs a machine is found: networked 0 to serviceOriented 3"),
		serviceWeight: scalar("1", "w_s, per stage"),
		upkeep: scalar("share/tick", "expected repairs of a machine, of its list price"),
		rent: scalar("share/tick", "annuity of the list price over the life of a machine"),
		addOnFee: scalar("1", "fee per tick at stage 1, in expected upkeep"),
		enhancedFee: scalar("1", "at stage 2"),
		embeddedFee: scalar("1", "at stage 3, beside the rent"),
		addOnTicks: scalar("ticks", "length of a contract of stage 1"),
		enhancedTicks: scalar("ticks", "of stage 2"),
		renewAbove: scalar("share", "satisfaction above which a contract is renewed"),
		graceTicks: scalar("ticks", "of downtime without penalty"),
		penalty: scalar("share/tick", "of the list price, for longer downtime"),
		repairFee: scalar("cents", "maker to service firm, per repair"),
		designFee: scalar("cents", "maker to design firm, per job; 0 where there is none"),
		dataFee: scalar("cents", "maker to data firm, per job"),
		recyclingFee: scalar("cents", "maker to recycling firm, per machine"),
		plannedFee: scalar("cents", "the same, per planned maintenance"),
		plannedWork: scalar("1", "hours and parts of planned maintenance over those of a repair"),
		inspectionFee: scalar("cents", "of a false alarm"),
		detection: scalar("share", "kappa_d, of failures that the twin of a machine sees coming"),
		falseAlarms: scalar("1", "per failure seen coming"),
		maintainedAge: scalar("share", "of its virtual age that planned maintenance leaves a machine"),
		setUpShare: scalar("share", "of usual revenue, per stage that is being set up"),
		setUpTicks: scalar("ticks", "that this takes"),
		readyShare: scalar("share", "of usual revenue, per stage"),
		assetLife: scalar("ticks", "over which a rented machine is written off"),
		assetCredit: scalar("share", "of its book value that the bank lends"),
		innovation: scalar("1/tick", "p of adopting services"),
		imitation: scalar("1/tick", "q, where all peers adopted"),
	},
});

/** Write the scalars of a scenario, texts as codes and flags as 0 or 1. */
export function writeSettings(world: World, scalars: Scalars, others: Record<string, number>): void {
	const row = columns(world, settings) as unknown as Record<string, Float64Array>;
	const coded: Record<string, number | boolean | string> = {
		...scalars,
		...others,
		ordering: orderingKinds.indexOf(scalars.ordering),
		forecast: forecastKinds.indexOf(scalars.forecast),
		authority: authorities.indexOf(scalars.authority),
	};
	for (const [name, value] of Object.entries(coded)) {
		const target = row[name];
		if (!target) throw new RangeError(`settings has no column "${name}"`);
		target[0] = Number(value);
	}
}
