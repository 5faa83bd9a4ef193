// Scenarios at the edges of what is allowed: small, cheap, short-lived.

import { describe, expect, it } from "vitest";
import { audit } from "../../agents/audit.js";
import { settings } from "../../agents/settings.js";
import { columns } from "../../engine/world/world.js";
import { go, outcome, parametersOf, resultOf, worldOf } from "./worlds.js";

const cheap = (cost: number) => `
name: cheap
demand: {kind: negativeBinomial}
stages:
  - {name: A, cost: ${cost}, demand: {meanPerDay: 5, sdPerDay: 3}, upstream: {B: 1}}
  - {name: B, cost: ${cost}}
`;

describe("small scales", () => {
	it.each([0.1, 1, 3])("a product that takes minutes of labor is made: $%d of cost a stage", (cost) => {
		// Rounded to whole hours the contract was for none, and nothing was ever made.
		const dear = outcome(resultOf(cheap(1000), [], { ticks: 300 }), "fillRate");
		const found = outcome(resultOf(cheap(cost), [], { ticks: 300 }), "fillRate");
		expect(Math.abs(found - dear)).toBeLessThan(0.1);
	});

	it("capacity is what the scenario says, but for the rounding of hours, in every stage", () => {
		for (const [text, factor] of [
			[cheap(0.1), 1.3],
			[cheap(2), 1.3],
			["bulldozer", 1.3],
		] as const)
			for (const stage of parametersOf(text).stages) {
				const found = stage.contractedHours / (stage.mean * stage.hoursPerUnit);
				expect(Math.abs(found / factor - 1)).toBeLessThan(0.05);
			}
	});
});

describe("maintenance", () => {
	it("is contracted for no more failures a tick than there are machines, and no cent leaks", () => {
		// (life/η)^β would be a hundred million failures a life.
		const sets = ["customers.owners=500", "customers.failureScaleWeeks=0.05"];
		const [maintenance] = parametersOf("bulldozer", sets).services;
		const { firms, contractedHours, hoursPerJob } = maintenance as NonNullable<typeof maintenance>;
		expect((firms * contractedHours) / hoursPerJob).toBeCloseTo(1.25 * 500);
		expect(audit(go(worldOf("bulldozer", sets), 60))).toEqual({ goods: 0, money: 0 });
	});
});

describe("prices and penalties", () => {
	it("a reference price below a cent is one cent: utilities stay finite", () => {
		const world = worldOf("bulldozer", ["customers.owners=500", "customers.referencePrice=0.001"]);
		expect(columns(world, settings).outsideUtility[0]).toBeLessThan(1e9);
	});

	it("late pay that is never due is no cost of shortage", () => {
		const z = (...sets: string[]) =>
			parametersOf("bulldozer", sets).stages.map(({ safetyFactor }) => safetyFactor);
		expect(z("economics.latePayWeeks=0")).toEqual(z("economics.latePayPerWeek=0"));
		expect(z("economics.latePayWeeks=1")).toEqual(z());
	});
});
