// Scenarios at the edges of what is allowed: small, cheap, short-lived.

import { describe, expect, it } from "vitest";
import { audit } from "../../agents/audit.js";
import { settings } from "../../agents/settings.js";
import { columns } from "../../engine/world/world.js";
import { BadInput } from "../../scenarios/fault.js";
import type { Written } from "../scenarios/any-scenario.js";
import { faultsOfRun, readOrRefused } from "../scenarios/examine.js";
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

/** Found by test/long/fuzz.test.ts, made small. */
describe("what is allowed runs without a cent, a unit or a number lost", () => {
	const sold = { demand: { meanPerDay: 10, sdPerDay: 1 } };
	const cases: [what: string, scenario: Written][] = [
		["nobody asks for anything", { customers: { owners: 0 }, servitization: { stage: 3 }, stages: 2 }],
		["one maker, one owner", { customers: { owners: 1 }, stages: 1 }],
		[
			"everything is free",
			{
				stages: [
					{ name: "A", cost: 0, ...sold, upstream: { B: 2 } },
					{ name: "B", cost: 0 },
				],
			},
		],
		["a wage of next to nothing", { economics: { wage: 5e-324 }, stages: 1 }],
		["no twin, and a lag beyond the horizon", { twin: { coverage: 0, lag: 520, lagSpread: 520 }, stages: 2 }],
		["a twin that knows all when it is too late", { twin: { preset: "perfect", lag: 520 }, stages: 2 }],
		["a promise of minutes", { efficacy: { promiseDays: 0.001 }, stages: 1 }],
		["a stage of services set up at once", { servitization: { stage: 2, setUpWeeks: 5e-324 }, stages: 1 }],
		[
			"alarms that are hardly ever right",
			{ servitization: { stage: 2, prevention: { precision: 0.001 } }, stages: 1 },
		],
		[
			"ten years of orders that swing tier by tier",
			{ leadTime: 520, customers: { owners: 18_200 }, stages: 5 },
		],
		[
			"stand-ins that send back to each other",
			{
				returns: true,
				safetyFactor: 8.4,
				boundaries: { on: true },
				customers: { owners: 18_200 },
				stages: [
					{ name: "A", item: "x", module: "m", leadDays: 3650, ...sold, upstream: { B: 4, C: 4 } },
					{ name: "B", upstream: { C: 2 } },
					{ name: "C", item: "x", leadDays: 47, demand: { meanPerDay: 92, sdPerDay: 55 } },
				],
			},
		],
		[
			"rules without any support",
			{
				applications: { useAssociation: true, leastSupport: 0 },
				customers: { owners: 13 },
				tick: { days: 0.04 },
				economics: { latePayWeeks: 2 },
				network: { levels: ["cluster"], branching: 3 },
			},
		],
		[
			"interest of more than the loan in a tick",
			{
				tick: { days: 36.5 },
				demand: { kind: "normal" },
				boundaries: { on: true, funds: { interest: 10 } },
				stages: [
					{ name: "A", cost: 1, demand: { meanPerDay: 1, sdPerDay: 0 }, upstream: { B: 2 } },
					{ name: "B", cost: 16.5 },
				],
			},
		],
		[
			"two owners whose orders can be taken back",
			{ returns: true, customers: { owners: 2, lifeWeeks: 1 }, efficacy: { windowTicks: 1 }, stages: 5 },
		],
		[
			"orders taken back across borders",
			{
				returns: true,
				boundaries: { on: true },
				customers: { owners: 4, lifeWeeks: 52 },
				safetyFactor: -9.9,
				stages: 5,
			},
		],
		[
			"orders that swing and can be taken back, for ten years under way",
			{
				returns: true,
				demand: { kind: "normal", mean: 100, sd: 200 },
				forecast: { kind: "holt", holt: { alpha: 1, beta: 1 } },
				safetyFactor: 10,
				leadTime: 520,
				stages: 20,
			},
		],
		[
			"orders of half a million that swing more from tier to tier",
			{
				returns: true,
				demand: { kind: "normal", mean: 500_000, sd: 50_000 },
				forecast: { kind: "holt", holt: { alpha: 1, beta: 1 } },
				leadTime: 3,
				stages: 20,
			},
		],
		[
			"material given back",
			{
				returns: true,
				demand: { kind: "normal", sd: 400 },
				hidden: { componentLoss: 0.8, countEvery: 2 },
				stages: 3,
			},
		],
		[
			"a seller from whom nobody ever buys",
			{
				customers: { owners: 3, priceWeight: 1000 },
				boundaries: { on: true },
				innovation: { on: true },
				stages: [
					{ name: "A", ...sold, upstream: { B: 2 } },
					{ name: "B", cost: 98, ...sold },
				],
			},
		],
		[
			"a forecast that dwindles to nothing",
			{
				tick: { days: 0.04 },
				forecast: { alpha: 0.999999999 },
				economics: { latePayWeeks: 2 },
				customers: { owners: 96 },
				stages: 1,
			},
		],
		["next to no hours", { demand: { kind: "step" }, economics: { capacity: 1e-6 }, stages: 2 }],
		["a new business cycle every other tick", { macro: { amplitude: 1, periodTicks: 2 }, stages: 2 }],
	];
	it.each(cases)("%s", (_what, scenario) => {
		const customers = { owners: 300, ...(scenario.customers as object) };
		const read = readOrRefused({ name: "extreme", ticks: 60, ...scenario, customers });
		if (read instanceof BadInput) throw read;
		expect(faultsOfRun(read, "extreme")).toEqual([]);
	});

	const refused: [what: string, scenario: Written, why: RegExp][] = [
		[
			"a hoard beyond exact money",
			{ stages: [{ name: "A", cost: 1e9, initialStock: 1e8, ...sold }] },
			/stocks and first cash of about/,
		],
		[
			"debts that double every tick",
			{ tick: { days: 366 }, economics: { loanInterestPerYear: 1 }, stages: 1 },
			/exceed 2\^53 cents/,
		],
		["more units than 32 bits count", { demand: { kind: "normal", sd: 1e8 }, stages: 1 }, /may reach/],
		["ticks of less than an hour", { tick: { days: 0.001 }, stages: 1 }, /tick.days: 0.001 is too small/],
	];
	it.each(refused)("%s: refused", (_what, scenario, why) => {
		expect(String(readOrRefused({ name: "extreme", ticks: 60, ...scenario }))).toMatch(why);
	});
});
