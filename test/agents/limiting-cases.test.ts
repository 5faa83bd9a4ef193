// Published and exact results, each found by a run (VALIDATION.md; what `fractwin verify` prints).

import { describe, expect, it } from "vitest";
import { limitingCases } from "../../scenarios/limiting-cases/index.js";
import type { LimitingCase } from "../../scenarios/limiting-cases/limiting-case.js";
import { outcome, resultOf } from "./worlds.js";

describe("limiting cases", () => {
	it.each(limitingCases.map((one) => [one.name, one] as const))("%s", (_, one) => {
		const runs = one.runs.map(({ scenario, sets = [], seed = "verify", replication = 0 }) =>
			resultOf(scenario, sets, { seed, replication }),
		);
		const found = one.find(runs);
		expect(Math.abs(found - one.expected)).toBeLessThanOrEqual(one.tolerance);
	});

	// A case that any model passes shows nothing: each kind fails where one coefficient is another.
	it.each([
		["bullwhip, moving average, L 1, p 5", "forecast.window=6"],
		["bullwhip, two stages, shared demand", "sharing.weight=0.8"],
		["bullwhip, exponential smoothing .3, L 2", "forecast.alpha=0.33"],
		["bullwhip, MMSE forecast of AR(1) .7, L 2", "demand.rho=0.6"],
		["bullwhip, AR(1) .7 with mean and ρ estimated over 5,200 ticks, L 2", "forecast.memory=52"],
		["bullwhip, seasonal naive, season 52, L 2", "forecast.season=2"],
		["bullwhip, Holt .5 and .3, L 2", "forecast.holt.beta=0.27"],
		["bullwhip, exponential smoothing .3, L 2, AR(1) demand .5", "demand.rho=0.4"],
		["beer game, team cost", "ordering.supplyLineWeight=0.9"],
		["newsvendor, h .18, p .70, N(50, 8): cost per tick", "demand.sd=600"],
		[
			"Clark–Scarf, echelon base-stock levels 6.4909, 12.0176, 22.7055: cost per period",
			"stages.Assembly.target=330",
		],
		["lifetimes, Weibull 10 and 2: ticks at work per failure", "customers.failureScaleWeeks=10.3"],
		["two identical offers: share of one", "stages.A.quality=0.55"],
		["two offers: log odds per log price", "customers.priceWeight=4.2"],
		["bulldozer: mean weekly demand", "customers.lifeWeeks=490"],
		["adoption of services: share after 10 years", "customers.adoption.imitation=0.36"],
		["adoption of services: years to its peak", "customers.adoption.innovation=0.028"],
		["renewals per working machine and 52 weeks, life 52 weeks of use", "customers.lifeWeeks=53"],
		[
			"repair shop: mean queue over that of the bulk-service queue with the same arrivals",
			"services.maintenance.capacity=1.12",
		],
		["bulldozer: Weibull shape that maintenance firms find", "customers.failureShape=2.1"],
		["bulldozer: Weibull scale that they find, weeks of use", "customers.failureScaleWeeks=180"],
		["bulldozer: a perfect twin never errs", "twin.loss=0.01"],
		["bulldozer: a perfect twin knows the hours at work", "twin.lag=1"],
		["bulldozer: a perfect twin knows z, where nothing of it passes with the tick", "macro.noise=0.01"],
		["serial chain: mean error of z published 4 ticks late, sd .1", "macro.rho=0.8"],
		[
			"bulldozer: upkeep of machines maintained by the calendar over that by their use",
			"customers.useSpread=0.4",
		],
		["two identical sources: contracts that move", "stages.First.cost=70"],
		[
			"two sources, one cheaper by three tenths: contracts that move there in a round of 13 ticks, to stay",
			"sourcing.hysteresis=0.31",
		],
		[
			"two sources, one cheaper by three tenths: what is asked of the other in the second year",
			"sourcing.every=200",
		],
	])("%s: not with %s", (name, set) => {
		const one = limitingCases.find((each) => each.name === name) as LimitingCase;
		const runs = one.runs.map(({ scenario, sets = [], seed = "verify", replication = 0 }) =>
			resultOf(scenario, [...sets, set], { seed, replication }),
		);
		expect(Math.abs(one.find(runs) - one.expected)).toBeGreaterThan(one.tolerance);
	});

	it("shared demand travels as long as orders do: two ticks a tier, l = 3 and 2, p 4: 1 + 2·5/4 + 2·25/16", () => {
		const sets = [
			"stages=2",
			"leadTime=1",
			"forecast.window=4",
			"sharing=true",
			"ordering.informationDelay=2",
		];
		const found = outcome(resultOf("serial-chain", sets), "bullwhip2");
		expect(Math.abs(found / 6.625 - 1)).toBeLessThan(0.04);
	});

	it("the ratio does not depend on how much is asked for, up to what 32 bits count", () => {
		const at = (mean: number) =>
			resultOf("serial-chain", [`demand.mean=${mean}`, "stages=2", "leadTime=1"], { ticks: 4000 });
		const [few, many] = [at(1000), at(5_000_000)];
		for (const name of ["bullwhip1", "bullwhip2"])
			expect(outcome(many, name)).toBeCloseTo(outcome(few, name), 9);
		expect(many.audit).toEqual({ goods: 0, money: 0 });
	});

	it("goods of a lead time of 0 arrive in the next tick, and the order covers it where nothing is sent back", () => {
		const fill = (lead: number) =>
			outcome(
				resultOf("serial-chain", [`leadTime=${lead}`, "returns=false", "safetyFactor=2"], { ticks: 2000 }),
				"fillRate",
			);
		expect(fill(0)).toBeCloseTo(fill(1), 2);
		expect(fill(0)).toBeGreaterThan(0.95);
	});

	it("without sharing, the ratio is at least the product of the stages' ratios", () => {
		const two = resultOf("serial-chain", ["stages=2", "leadTime=1", "forecast.window=4"]);
		const product = outcome(two, "bullwhip1") ** 2;
		expect(outcome(two, "bullwhip2")).toBeGreaterThan(product);
	});

	it("people who give the supply line less weight than the benchmark rule pay more for their beer", () => {
		const benchmark = outcome(resultOf("beer-game"), "cost");
		const human = outcome(
			resultOf("beer-game", ["ordering.supplyLineWeight=0.34", "ordering.stockAdjustment=0.26"]),
			"cost",
		);
		expect(human).toBeGreaterThan(2 * benchmark);
	});
});
