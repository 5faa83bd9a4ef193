// Classes of parts: what the programme proposes for a scenario, and that runs of the scenario with it are as it says.

import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "../../agents/audit.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import { execute } from "../../engine/experiment/session.js";
import { links } from "../../engine/network/network.js";
import { columns, type World } from "../../engine/world/world.js";
import { runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { type ClassLimits, parseClassLimits } from "../../scenarios/module-classes/limits.js";
import { classesOf, withClasses } from "../../scenarios/module-classes/module-classes.js";
import { parseScenario, validate } from "../../scenarios/parse.js";
import { models } from "../../scenarios/registry.js";
import type { Scenario } from "../../scenarios/schema.js";
import { go } from "../agents/worlds.js";
import { anyScenario } from "./any-scenario.js";

/** Two machines, each with an engine of its own; a heater that most ask for, a winch that few do. Nothing is lost or late. */
const machines = `
name: machines
tick: {days: 7}
demand: {kind: normal}
economics: {capacity: null, holdingPerYear: 0.365, latePayPerWeek: 0.02, cancelPerWeek: 0, laborShare: 0}
safetyFactor: 0
configuration: {setUpPerWeek: 400}
stages:
  - name: Loader
    cost: 9000
    leadDays: 14
    upstream: {Small_Engine: 1, Heater: 1, Winch: 1, Axle: 2}
    options: {Heater: 0.9, Winch: 0.2}
    demand: {meanPerDay: 2, sdPerDay: 2}
  - name: Digger
    cost: 12000
    leadDays: 14
    upstream: {Large_Engine: 1, Heater: 1, Axle: 2}
    options: {Heater: 0.8}
    demand: {meanPerDay: 1, sdPerDay: 1.5}
  - {name: Small_Engine, cost: 4980, leadDays: 21, variantOf: engine}
  - {name: Large_Engine, cost: 5000, leadDays: 21, variantOf: engine}
  - {name: Heater, cost: 120, leadDays: 14}
  - {name: Winch, cost: 2500, leadDays: 14}
  - {name: Axle, cost: 800, leadDays: 14}
`;

const parsed = (...sets: string[]) => parseScenario(machines, "machines", sets);

async function proposed(scenario: Scenario, limits?: ClassLimits) {
	const answer = await classesOf(scenario, limits);
	if (answer.status !== "optimal") throw new Error(`infeasible: ${answer.because}`);
	return answer;
}

const explained = (answer: Awaited<ReturnType<typeof proposed>>, component: string, family: string) =>
	answer.explanations.find((one) => one.component === component && one.family === family);

describe("the classes that a scenario's costs call for", () => {
	let answer: Awaited<ReturnType<typeof proposed>>;
	beforeAll(async () => {
		answer = await proposed(parsed());
	});

	test("engines that hardly differ become one, a heater that most ask for is in all, a winch stays an option", () => {
		expect(answer.classes).toEqual({
			engine: { Loader: "base", Digger: "base" },
			Heater: { Loader: "base", Digger: "base" },
			Winch: { Loader: "optional" },
			Axle: { Loader: "base", Digger: "base" },
		});
		expect(answer.before).toMatchObject({
			engine: { Loader: "mandatory" },
			Heater: { Digger: "optional" },
			Axle: { Digger: "base" },
		});
	});

	test("by hand: what is over-specified, set up and pooled", () => {
		// 14 loaders with an engine that costs 20 $ more; heaters in .1 of 14 and .2 of 7 that nobody asked for.
		expect(answer.cost.after.overSpecification).toBeCloseTo(14 * 20 + 120 * (1.4 + 1.4), 9);
		// Before: two engines, two heaters, a winch; after: the winch.
		expect(answer.cost.before.setUp).toBe(2000);
		expect(answer.cost.after.setUp).toBe(400);
		// z = 0: (h + p)/√(2π) per deviation, h .7 % and p 2 % × 1.25 of cost per week; engines take 3 weeks and one to be ordered.
		const perDeviation = (cost: number) => (cost * (0.007 + 0.025)) / Math.sqrt(2 * Math.PI);
		const [loaders, diggers] = [7 * 2 ** 2, 7 * 1.5 ** 2];
		const engines = explained(answer, "engine", "Loader");
		const pooled = perDeviation(5000) * Math.sqrt(loaders + diggers);
		const apart = perDeviation(4980) * Math.sqrt(loaders) + perDeviation(5000) * Math.sqrt(diggers);
		expect(engines?.instead).toMatchObject({ class: "mandatory" });
		expect(engines?.instead?.more.stocks).toBeCloseTo(2 * (apart - pooled), 6);
		expect(engines?.instead?.more.overSpecification).toBeCloseTo(-280, 9);
		expect(engines?.instead?.more.setUp).toBe(800);
	});

	test("the bill before less the bill after is what is saved, and nothing else costs less", () => {
		const { before, after, saving } = answer.cost;
		expect(saving).toBeCloseTo(before.total - after.total, 9);
		expect(saving).toBeGreaterThan(0);
		for (const { instead, class: chosen } of answer.explanations) {
			expect(instead?.more.total).toBeGreaterThan(0);
			expect(instead?.class).not.toBe(chosen);
		}
	});

	test("is proposed again for the scenario that has it", async () => {
		const again = await proposed(withClasses(parsed(), answer.classes));
		expect(again.classes).toEqual(answer.classes);
		expect(again.before).toEqual(answer.classes);
		expect(again.cost.saving).toBe(0);
	});

	test("without set-ups every customer gets what it asks for, and no more", async () => {
		const { classes, cost } = await proposed(
			parsed("configuration.setUpPerWeek=0", "stages.Heater.cost=900"),
		);
		expect(classes).toMatchObject({ Heater: { Loader: "optional", Digger: "optional" } });
		expect(cost.after.setUp).toBe(0);
	});

	test("options that take long to configure cost stock of whom they delay", async () => {
		const delayed = await proposed(parsed("configuration.delayDays=14"));
		const winch = explained(delayed, "Winch", "Loader");
		expect(winch?.class).toBe("optional");
		expect(winch?.instead?.more.delays).toBeLessThan(0);
		expect(delayed.cost.after.delays).toBeGreaterThan(0);
		const none = await proposed(parsed("configuration.delayDays=14"), { delayDays: 13 });
		expect(none.classes.Winch).toEqual({ Loader: "base" });
	});

	test("limits are kept: a budget, components that go together, and those that never do", async () => {
		const dear = await proposed(parsed(), { budget: 999, tooling: 1000 });
		expect(dear.classes).toMatchObject({ Winch: { Loader: "base" } });
		const together = { first: "Heater", second: "Winch", rule: "requires" as const };
		const both = await proposed(parsed(), { pairs: [together] });
		expect(both.classes).toMatchObject({ Winch: { Loader: "optional" }, Heater: { Loader: "optional" } });
		const never = { first: "engine", second: "Heater", rule: "excludes" as const };
		const apart = await proposed(parsed(), { pairs: [never] });
		expect(apart.classes.Heater).toEqual({ Loader: "optional", Digger: "optional" });
		const impossible = await classesOf(parsed(), { pairs: [never], budget: 0, tooling: 1 });
		expect(impossible).toMatchObject({ status: "infeasible", because: ["pairs", "budget"] });
		await expect(classesOf(parsed(), { pairs: [{ ...never, second: "Heatr" }] })).rejects.toThrow(/Heater/);
	});

	test("limits are read from a file, or every fault in it is told with its line", () => {
		const text = "budget: 5000\npairs:\n  - {first: Heater, second: Winch, rule: requires}\n";
		expect(parseClassLimits(text, "limits.yaml")).toEqual({
			budget: 5000,
			tooling: 0,
			pairs: [{ first: "Heater", second: "Winch", rule: "requires" }],
		});
		const bad = () => parseClassLimits("budget: -1\npairs:\n  - {first: A}\n", "limits.yaml");
		expect(bad).toThrow("limits.yaml:1:9 budget: -1 is too small");
		expect(bad).toThrow("limits.yaml:3:5 pairs[0].second: missing");
		// What is expected, and which names are near, is said of limits, not of scenarios.
		const unlike = () => parseClassLimits("pair: []\npairs: 3\n", "limits.yaml");
		expect(unlike).toThrow('limits.yaml:1:1 unknown key "pair"; did you mean "pairs"?');
		expect(unlike).toThrow("limits.yaml:2:8 pairs: got 3; expected a list");
	});

	test("in a seller's market nobody asks for anything", async () => {
		const { explanations } = await proposed(parsed("market.kind=seller"));
		const winch = explanations.find(({ component }) => component === "Winch");
		expect(winch?.share).toBe(0);
		// In every loader in place of none: 14 a week at 2,500 $.
		expect(winch?.instead?.more.overSpecification).toBeCloseTo(14 * 2500, 9);
	});

	test("a scenario without options and variants has nothing to choose", async () => {
		const chain = parseScenario(builtIn["serial-chain"] ?? "", "chain", ["stages=3"]);
		expect(await proposed(chain)).toMatchObject({
			classes: { "Stage 2": { "Stage 1": "base" }, "Stage 3": { "Stage 2": "base" } },
			explanations: [],
		});
	});

	test("in a generated network as well", async () => {
		const sets = ["network.branching=3", "network.levels=[cluster]", "configuration.delayDays=3"];
		const city = parseScenario(builtIn["fractal-city"] ?? "", "city", sets);
		const { classes, explanations, cost } = await proposed(city);
		expect(explanations.length).toBeGreaterThan(0);
		expect(cost.saving).toBeGreaterThanOrEqual(0);
		expect(() => runSpec(withClasses(city, classes), { seed: "a" })).not.toThrow();
	});
});

describe("classes in a run", () => {
	const worldWith = (...sets: string[]): World => {
		const { parameters } = runSpec(parsed("ticks=100", "warmUp=0", ...sets), { seed: "a" });
		return ecosystem.build(parameters as EcosystemParameters, "a");
	};
	const price = (world: World) => [...columns(world, manufacturer).price];

	test("base engines all come from the maker of the dearest; prices stay", () => {
		const before = worldWith();
		const world = worldWith("configuration.classes={engine: {Digger: base}}");
		const [loader] = [0];
		const { offsets, targets, share } = links(world, supply);
		const suppliers = [...targets.slice(offsets[loader], offsets[loader + 1])];
		expect(suppliers[0]).toBe(3);
		expect(share[offsets[loader]]).toBe(1);
		expect(price(world)).toEqual(price(before));
		go(world, 60);
		const { shippedTotal } = columns(world, manufacturer);
		expect(shippedTotal[2]).toBe(0);
		expect(shippedTotal[3]).toBeGreaterThan(500);
		expect(audit(world)).toEqual({ goods: 0, money: 0 });
	});

	test("a base heater is in every loader, an optional one in those that ask", () => {
		const used = (...sets: string[]) => {
			const world = go(worldWith(...sets), 100);
			const { usedTotal, offsets } = links(world, supply);
			return usedTotal[offsets[0] + 1] / columns(world, manufacturer).releasedTotal[0];
		};
		expect(used("configuration.classes={Heater: {Loader: base}}")).toBe(1);
		expect(used("configuration.classes={Heater: {Loader: mandatory}}")).toBe(1);
		expect(Math.abs(used() - 0.9)).toBeLessThan(0.03);
	});

	test("parts that are not base are paid for each week", () => {
		const cash = (setUp: number) => {
			const world = go(worldWith(`configuration.setUpPerWeek=${setUp}`, "economics.dividendWeeks=1000"), 1);
			return [...columns(world, manufacturer).profit];
		};
		const [none, some] = [cash(0), cash(100)];
		// The loader has an engine, a heater and a winch, the digger an engine and a heater.
		expect(none.map((profit, i) => profit - some[i])).toEqual([30_000, 20_000, 0, 0, 0, 0, 0]);
	});

	test("options take their time: a week each", () => {
		const { productionTicks } = columns(worldWith("configuration.delayDays=7"), manufacturer);
		expect([...productionTicks]).toEqual([4, 3, 3, 3, 2, 2, 2]);
	});

	test("what is proposed makes more profit than what was, what is advised against less", async () => {
		const profits = (scenario: Scenario) =>
			[0, 1, 2].map((replication) => {
				const spec = runSpec(scenario, { seed: "classes", replication, ticks: 300 });
				return execute(models, spec).outcomes.find(({ name }) => name === "profit")?.value as number;
			});
		const { classes, cost } = await proposed(parsed());
		const before = profits(parsed());
		const after = profits(withClasses(parsed(), classes));
		const against = profits(withClasses(parsed(), { ...classes, Winch: { Loader: "base" } }));
		for (const [r, profit] of after.entries()) {
			expect(profit - before[r]).toBeGreaterThan(cost.saving / 2);
			expect(profit - against[r]).toBeGreaterThan(20_000);
		}
	});
});

test("of any scenario the classes proposed cost no more than those it has, and can be run", async () => {
	let open = 0;
	await fc.assert(
		fc.asyncProperty(anyScenario, fc.nat(1000), fc.nat(20), async (written, setUpPerWeek, delayDays) => {
			const drawn = { ...written, configuration: { setUpPerWeek, delayDays }, path: [], shocks: [] };
			const valid = validate(drawn);
			fc.pre("scenario" in valid);
			if (!("scenario" in valid)) return;
			const { classes, cost, explanations } = await proposed(valid.scenario);
			expect(cost.saving).toBeGreaterThanOrEqual(-1e-9 * cost.before.total);
			if (explanations.length > 0) open++;
			for (const { instead, class: chosen } of explanations) expect(instead?.class).not.toBe(chosen);
			const changed = validate({ ...drawn, configuration: { setUpPerWeek, delayDays, classes } });
			expect(changed).toHaveProperty("scenario");
			const { parameters } = runSpec(withClasses(valid.scenario, classes), { seed: "any" });
			const world = go(ecosystem.build(parameters as EcosystemParameters, "any"), 10);
			expect(audit(world)).toEqual({ goods: 0, money: 0 });
		}),
		{ numRuns: 40 },
	);
	expect(open).toBeGreaterThan(5);
});

describe("classes that cannot be", () => {
	test.each([
		["configuration.classes={motor: {Loader: base}}", /"motor" is no component/],
		["configuration.classes={engine: {Loadr: base}}", /no part of "Loadr"; did you mean "Loader"\?/],
		[
			"configuration.classes={Axle: {Loader: optional}}",
			/every customer of "Loader" asks for "Axle"; expected a share/,
		],
		[
			"configuration.classes={engine: {Loader: base, Digger: mandatory}}",
			/base for another family; expected base for all/,
		],
		["stages.Heater.variantOf=Winch", /"Loader" has two variants of "Winch"/],
		["configuration.classes={toString: {Loader: base}}", /no component/],
	])("%s is a fault", (set, message) => {
		expect(() => parsed(set)).toThrow(message);
	});

	test("nothing becomes a part of itself", () => {
		const text = `
name: circle
demand: {kind: normal}
stages:
  - {name: A, upstream: {B: 1, S: 1}, demand: {meanPerDay: 1, sdPerDay: 1}}
  - {name: B, cost: 9, variantOf: part, upstream: {M: 1}}
  - {name: M, upstream: {S2: 1}}
  - {name: S2, variantOf: part}
  - {name: S}
`;
		expect(() => parseScenario(text, "circle")).not.toThrow();
		expect(() => parseScenario(text, "circle", ["configuration.classes={part: {A: base}}"])).toThrow(
			/part of itself/,
		);
	});

	test("which the programme knows", async () => {
		const text = `
name: circle
demand: {kind: normal}
configuration: {setUpPerWeek: 1000}
stages:
  - {name: A, upstream: {B: 1}, demand: {meanPerDay: 1, sdPerDay: 1}}
  - {name: B, cost: 9, variantOf: part, upstream: {M: 1}}
  - {name: M, upstream: {S: 1}}
  - {name: S, variantOf: part}
`;
		const { classes } = await proposed(parseScenario(text, "circle"));
		expect(classes.part).toEqual({ A: "mandatory", M: "mandatory" });
	});
});
