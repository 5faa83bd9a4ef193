// How large the flows of a scenario may get: units fit their columns of 32 bits, all money is exact below 2^53 cents.

import type { EcosystemParameters } from "../agents/parameters.js";
import { pow } from "../engine/math/pow.js";
import { ecosystemParameters } from "./build.js";
import { type Problem, quote } from "./fault.js";
import type { Scenario } from "./schema.js";

type Stage = EcosystemParameters["stages"][number];

const mostCents = Number.MAX_SAFE_INTEGER;
/** Ticks of demand that may stand somewhere at once; orders stop growing at the limit in any case. */
const mostTicks = 20;
/** Demand beyond its mean that has to be reckoned with, standard deviations. */
const SURGE = 6;

/** Of a scenario that is right so far. */
export function checkSizes(scenario: Scenario): Problem[] {
	const parameters = ecosystemParameters(scenario);
	const units = peaks(scenario, parameters);
	const held = parameters.stages.map((stage, i) => holdings(stage, units[i] as number));
	const limit = parameters.mostOpen;
	const tooMany = held.findIndex((units) => !(units <= limit));
	if (tooMany >= 0) {
		const stage = quote(parameters.stages[tooMany]?.name ?? "");
		const message = `stocks and orders of ${stage} may reach ${held[tooMany]?.toPrecision(3)} units`;
		const path = Array.isArray(scenario.stages) ? ["stages", tooMany] : ["stages"];
		return [
			{ path, message, expected: `at most ${limit}: smaller demands, deviations, quantities or times` },
		];
	}
	const { ticks } = scenario;
	const [largest, perTick, sum] = largestFlow(scenario, parameters, units, held);
	// Debts that nobody pays off grow with their interest.
	const growth = pow(1 + parameters.scalars.loanInterest, ticks);
	if (sum * ticks * growth < mostCents) return [];
	const message = `${largest} of about ${(perTick / 100).toPrecision(3)} $ per tick over ${ticks} ticks exceed 2^53 cents`;
	return [{ path: ["stages"], message, expected: "smaller costs or demands" }];
}

/** Units per tick of each stage when demand is at its highest: all shocks that raise it at once, the largest step. */
function peaks({ shocks, demand, ordering }: Scenario, { stages }: EcosystemParameters): number[] {
	const surge = shocks.reduce(
		(most, { kind, size }) => (kind === "demand" ? most * Math.max(1, size) : most),
		1,
	);
	const step = stages.reduce(
		(most, { demand: own }) => (own.kind === "step" ? Math.max(most, demand.stepTo / own.mean) : most),
		1,
	);
	return stages.map(({ mean, sd }) => surge * step * mean + SURGE * sd + ordering.openingOrder);
}

/** What may be in stock, on its way and on order at once. */
function holdings(
	{ protectionTicks, safetyFactor, sd, initialStock, target }: Stage,
	perTick: number,
): number {
	const safety = Math.abs(safetyFactor) * Math.sqrt(protectionTicks) * sd;
	return perTick * (protectionTicks + mostTicks) + safety + (initialStock ?? 0) + target;
}

/** The largest flow of money by name, with its cents per tick, and the sum of all. */
function largestFlow(
	{ sustainability, economics, ticks }: Scenario,
	{ stages, services, customers, scalars }: EcosystemParameters,
	units: readonly number[],
	held: readonly number[],
): readonly [string, number, number] {
	const over = (of: (stage: Stage, i: number) => number) =>
		stages.reduce((sum, stage, i) => sum + of(stage, i), 0);
	const sales = over(({ price, unitCost }, i) => Math.max(price, unitCost) * (units[i] ?? 0));
	const energy = over(({ ownCost, contractedHours, hoursPerUnit }, i) => {
		const usual = Math.max(units[i] ?? 0, hoursPerUnit > 0 ? contractedHours / hoursPerUnit : 0);
		return ownCost * scalars.energyPerCent * usual + scalars.twinEnergy + 3 * scalars.messageEnergy;
	});
	const hoursOf = (stage: Stage, i: number) =>
		Math.max(stage.contractedHours, stage.hoursPerUnit * (units[i] ?? 0));
	const staff = scalars.wage * services.reduce((sum, one) => sum + one.firms * one.contractedHours, 0);
	const flows: [string, number][] = [
		["sales", sales],
		["costs of stocks", over(({ holdingCost }, i) => holdingCost * (held[i] ?? 0))],
		["late pay", sales * economics.latePayPerWeek * economics.latePayWeeks],
		["wages", staff + scalars.wage * over(hoursOf)],
		["prices of services", services.reduce((sum, one) => sum + jobsOf(one) * one.price, 0)],
		["costs of twins", stages.length * (scalars.twinTickCost + 3 * scalars.messageCost + scalars.twinSetUp)],
		["earnings", customers ? customers.owners * customers.earnings : 0],
		["set-ups of parts", over(({ configured }) => configured) * scalars.configurationCost],
		["carbon prices", energy * (sustainability.carbonPerKwh / 1000) * (sustainability.carbonPrice / 10)],
		["costs of data", over((_, i) => units[i] ?? 0) * BYTES * scalars.storageCost],
	];
	// What is there at once, as a flow over the run.
	const levels =
		over(({ unitCost }, i) => unitCost * (held[i] ?? 0)) +
		(over(({ mean, unitCost }) => mean * unitCost) + staff) * scalars.startTicks;
	flows.push(["stocks and first cash", levels / ticks]);
	const [name, most] = flows.reduce((a, b) => (b[1] > a[1] ? b : a));
	return [name, most, flows.reduce((sum, [, cents]) => sum + cents, 0)];
}

/** Data of a product's life, bytes, about. */
const BYTES = 1e8;

const jobsOf = ({ firms, contractedHours, hoursPerJob }: EcosystemParameters["services"][number]) =>
	(firms * contractedHours) / hoursPerJob;
