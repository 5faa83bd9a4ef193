// Published and exact results, each found by a run (VALIDATION.md; what `fractwin verify` prints).

import { describe, expect, it } from "vitest";
import { limitingCases } from "../../scenarios/limiting-cases.js";
import { outcome, resultOf } from "./worlds.js";

describe("limiting cases", () => {
	it.each(limitingCases.map((one) => [one.name, one] as const))("%s", (_, one) => {
		const results = (one.variants ?? [[]]).map((variant) =>
			resultOf(one.scenario, [...one.sets, ...variant], { seed: one.seed }),
		);
		const found = one.find(results);
		expect(Math.abs(found - one.expected)).toBeLessThanOrEqual(one.tolerance);
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
